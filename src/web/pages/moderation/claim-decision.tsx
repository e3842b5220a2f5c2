import { type SyntheticEvent, useState } from 'react';
import { type FragmentOf, readFragment } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { RadioGroup } from '../../parts/radio-group.js';
import { useAction } from '../../server/use-action.js';
import { ClaimSummary } from './claim-summary.js';
import { DecideClaim, QueuedClaimParts } from './operations.js';
import { ReasoningFields, unreasoned } from './reasoning-fields.js';

interface ClaimDecisionProps {
  claim: FragmentOf<typeof QueuedClaimParts>;
  /** Told what was done, so that it can be spoken once the claim has left the queue. */
  onDone: (text: string) => void;
}

const DECISIONS = ['approve', 'reject'] as const;
type Decision = (typeof DECISIONS)[number];

/** A claim with its evidence, and the form that decides it. Neither decision is chosen beforehand. */
export function ClaimDecision({ claim: masked, onDone }: ClaimDecisionProps) {
  const words = useWords();
  const claim = readFragment(QueuedClaimParts, masked);
  const [decision, setDecision] = useState<Decision>();
  const [reasoning, setReasoning] = useState(unreasoned('approve'));
  const decide = useAction(DecideClaim, (data) => data.decideClaim);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const approve = decision === 'approve';
    const done = await decide.run({ input: { claimId: claim.id, approve, ...reasoning } });
    if (done !== undefined) {
      onDone(
        `${approve ? words.moderation.approved : words.moderation.rejected} ${claim.address ?? claim.id}`,
      );
    }
  };
  return (
    <article className="case">
      <ClaimSummary claim={claim} />
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <RadioGroup
          legend={words.moderation.decision}
          value={decision}
          options={DECISIONS.map((value) => ({ value, label: words.moderation[value] }))}
          onValue={(chosen) => {
            setDecision(chosen);
            setReasoning({ ...unreasoned(chosen), note: reasoning.note });
          }}
        />
        {decision !== undefined && (
          <ReasoningFields deciding={decision} reasoning={reasoning} onReasoning={setReasoning} />
        )}
        <ProblemNote problem={decide.problem} />
        <div className="row">
          <Button
            type="submit"
            look="filled"
            disabled={decision === undefined}
            isBusy={decide.isBusy}
            aria-label={`${words.moderation.decide}: ${claim.address ?? claim.id}`}
          >
            {words.moderation.decide}
          </Button>
        </div>
      </form>
    </article>
  );
}
