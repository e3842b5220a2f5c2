import { type SyntheticEvent, useState } from 'react';
import { type FragmentOf, readFragment } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { CheckField } from '../../parts/check-field.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { RadioGroup } from '../../parts/radio-group.js';
import { useAction } from '../../server/use-action.js';
import { BesideItem } from './beside/beside-item.js';
import { ClaimSummary } from './claim-summary.js';
import { DECISION_TOUCHES } from './decision-touches.js';
import { DecideClaims, QueuedClaimParts } from './operations.js';
import { ReasoningFields, unreasoned } from './reasoning-fields.js';
import { TickAll } from './tick-all.js';
import { toldResults } from './told-results.js';
import { useInParts } from './use-in-parts.js';
import { useTicks } from './use-ticks.js';

interface ClaimsDecisionProps {
  claims: readonly FragmentOf<typeof QueuedClaimParts>[];
  /** Of all claims in the case. */
  ids: readonly string[];
  /** Told what was done, so that it can be spoken once the claims have left the queue. */
  onDone: (text: string) => void;
}

const DECISIONS = ['approve', 'reject'] as const;
type Decision = (typeof DECISIONS)[number];

/** Claims with their evidence side by side, and one form that decides those that are ticked. Neither decision is chosen beforehand. */
export function ClaimsDecision({ claims: masked, ids, onDone }: ClaimsDecisionProps) {
  const { words, formats } = useLanguage();
  const claims = masked.map((claim) => readFragment(QueuedClaimParts, claim));
  const ticks = useTicks(
    claims.map(({ id }) => id),
    ids,
  );
  const [decision, setDecision] = useState<Decision>();
  const [reasoning, setReasoning] = useState(unreasoned('approve'));
  const decide = useAction(DecideClaims, (data) => data.decideClaims, DECISION_TOUCHES);
  const parts = useInParts();
  const names = claims
    .filter(({ id }) => ticks.isTicked(id))
    .map(({ address, id }) => address ?? id)
    .join(', ');

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const isApproved = decision === 'approve';
    const results = await parts.run(ticks.chosen, async (claimIds) => {
      const done = await decide.run({
        input: { claimIds: [...claimIds], approve: isApproved, ...reasoning },
      });
      return done?.results;
    });
    if (results.length === 0) return;
    const isProposed = results.some((result) => 'proposal' in result && result.proposal !== null);
    const what = isApproved ? words.moderation.approved : words.moderation.rejected;
    onDone(toldResults(isProposed ? words.moderation.proposed : `${what} ${names}`, results));
  };
  return (
    <>
      {ids.length > 1 && <TickAll ticks={ticks} />}
      <div className="case__sides">
        {claims.map((claim) => (
          <div key={claim.id} className="stack">
            {claims.length > 1 && (
              <CheckField
                label={words.moderation.include(claim.address ?? claim.id)}
                isChecked={ticks.isTicked(claim.id)}
                onChecked={(isTicked) => {
                  ticks.tick(claim.id, isTicked);
                }}
              />
            )}
            <ClaimSummary claim={claim} />
            <BesideItem item={`claim:${claim.id}`} />
          </div>
        ))}
      </div>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <RadioGroup
          legend={
            ids.length > 1
              ? words.moderation.decisionOn(formats.count(ticks.chosen.length))
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
            disabled={decision === undefined || ticks.chosen.length === 0}
            isBusy={decide.isBusy || parts.progress !== undefined}
            aria-label={`${words.moderation.decide}: ${names}`}
          >
            {words.moderation.decide}
          </Button>
          <span role="status" className="note">
            {parts.progress !== undefined &&
              words.moderation.progress(formats.count(parts.progress.done), formats.count(parts.progress.of))}
          </span>
        </div>
      </form>
    </>
  );
}
