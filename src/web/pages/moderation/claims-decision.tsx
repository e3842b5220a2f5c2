import { type SyntheticEvent, useState } from 'react';
import { type FragmentOf, readFragment } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { CheckField } from '../../parts/check-field.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { RadioGroup } from '../../parts/radio-group.js';
import { useAction } from '../../server/use-action.js';
import { ClaimSummary } from './claim-summary.js';
import { DecideClaims, QueuedClaimParts } from './operations.js';
import { ReasoningFields, unreasoned } from './reasoning-fields.js';

interface ClaimsDecisionProps {
  claims: readonly FragmentOf<typeof QueuedClaimParts>[];
  /** Told what was done, so that it can be spoken once the claims have left the queue. */
  onDone: (text: string) => void;
}

const DECISIONS = ['approve', 'reject'] as const;
type Decision = (typeof DECISIONS)[number];

/** Claims with their evidence side by side, and one form that decides those that are ticked. Neither decision is chosen beforehand. */
export function ClaimsDecision({ claims: masked, onDone }: ClaimsDecisionProps) {
  const { words, formats } = useLanguage();
  const claims = masked.map((claim) => readFragment(QueuedClaimParts, claim));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [decision, setDecision] = useState<Decision>();
  const [reasoning, setReasoning] = useState(unreasoned('approve'));
  const decide = useAction(DecideClaims, (data) => data.decideClaims);
  const chosen = claims.filter(({ id }) => !left.has(id));
  const names = chosen.map(({ address, id }) => address ?? id).join(', ');

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const input = { claimIds: chosen.map(({ id }) => id), approve: decision === 'approve', ...reasoning };
    const done = await decide.run({ input });
    if (done === undefined) return;
    const { results } = done;
    const decided = results.filter((result) => result.__typename === 'DecideClaimPayload');
    const isProposed = decided.some(({ proposal }) => proposal !== null);
    const what = decision === 'approve' ? words.moderation.approved : words.moderation.rejected;
    const refused = results.flatMap((result) => ('message' in result ? [result.message] : []));
    onDone([isProposed ? words.moderation.proposed : `${what} ${names}`, ...refused].join(' '));
  };
  return (
    <>
      <div className="case__sides">
        {claims.map((claim) => (
          <div key={claim.id} className="stack">
            {claims.length > 1 && (
              <CheckField
                label={words.moderation.include(claim.address ?? claim.id)}
                isChecked={!left.has(claim.id)}
                onChecked={(isChecked) => {
                  const others = [...left].filter((id) => id !== claim.id);
                  setLeft(new Set(isChecked ? others : [...others, claim.id]));
                }}
              />
            )}
            <ClaimSummary claim={claim} />
          </div>
        ))}
      </div>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <RadioGroup
          legend={
            claims.length > 1
              ? words.moderation.decisionOn(formats.count(chosen.length))
              : words.moderation.decision
          }
          value={decision}
          options={DECISIONS.map((value) => ({ value, label: words.moderation[value] }))}
          onValue={(value) => {
            setDecision(value);
            setReasoning({ ...unreasoned(value), note: reasoning.note });
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
            disabled={decision === undefined || chosen.length === 0}
            isBusy={decide.isBusy}
            aria-label={`${words.moderation.decide}: ${names}`}
          >
            {words.moderation.decide}
          </Button>
        </div>
      </form>
    </>
  );
}
