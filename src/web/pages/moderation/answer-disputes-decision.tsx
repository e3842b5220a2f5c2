import { type SyntheticEvent, useState } from 'react';
import { readFragment } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { CheckField } from '../../parts/check-field.js';
import { ForeignText, shortened } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { RadioGroup } from '../../parts/radio-group.js';
import { StatementParts } from '../../statements/statement-fragment.js';
import { useAction } from '../../server/use-action.js';
import { DECISION_TOUCHES } from './decision-touches.js';
import { DisputeSides } from './dispute-sides.js';
import { CloseDisputes, type Dispute } from './operations.js';
import { ReasoningFields, unreasoned } from './reasoning-fields.js';
import { TickAll } from './tick-all.js';
import { toldResults } from './told-results.js';
import { useInParts } from './use-in-parts.js';
import { useTicks } from './use-ticks.js';

const OUTCOMES = ['NO_STANDS', 'YES_STANDS'] as const;

interface AnswerDisputesDecisionProps {
  /** Those that are shown, all between answers. */
  disputes: readonly Dispute[];
  /** Of all disputes in the case. */
  ids: readonly string[];
  onDone: (text: string) => void;
}

/** Disputes between answers that are one case, each with both sides, and one form that decides those that are ticked. */
export function AnswerDisputesDecision({ disputes, ids, onDone }: AnswerDisputesDecisionProps) {
  const { words, formats } = useLanguage();
  const ticks = useTicks(
    disputes.map(({ id }) => id),
    ids,
  );
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>();
  const [reasoning, setReasoning] = useState(unreasoned('dispute'));
  const close = useAction(CloseDisputes, (data) => data.closeDisputes, DECISION_TOUCHES);
  const parts = useInParts();

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (outcome === undefined) return;
    const results = await parts.run(ticks.chosen, async (disputeIds) => {
      const done = await close.run({ input: { disputeIds: [...disputeIds], outcome, ...reasoning } });
      return done?.results;
    });
    if (results.length === 0) return;
    const isProposed = results.some((result) => 'proposal' in result && result.proposal !== null);
    const count = formats.count(results.length);
    const done = isProposed ? words.moderation.proposed : words.moderation.closedMany(count);
    onDone(toldResults(done, results));
  };
  return (
    <section className="stack">
      <p>{words.moderation.together(formats.count(ids.length))}</p>
      <TickAll ticks={ticks} />
      {disputes.map((dispute) => (
        <article key={dispute.id} className="case case--wide">
          <CheckField
            label={words.moderation.include(nameOf(dispute))}
            isChecked={ticks.isTicked(dispute.id)}
            onChecked={(isTicked) => {
              ticks.tick(dispute.id, isTicked);
            }}
          />
          <DisputeSides dispute={dispute} />
        </article>
      ))}
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <RadioGroup
          legend={words.moderation.decisionOn(formats.count(ticks.chosen.length))}
          value={outcome}
          onValue={setOutcome}
          options={OUTCOMES.map((value) => ({
            value,
            label: words.moderation.standing[value],
            hint: <ForeignText text={words.moderation.standingMeans[value]} />,
          }))}
        />
        <ReasoningFields deciding="dispute" reasoning={reasoning} onReasoning={setReasoning} />
        <ProblemNote problem={close.problem} />
        <div className="row">
          <Button
            type="submit"
            look="filled"
            isBusy={close.isBusy || parts.progress !== undefined}
            disabled={outcome === undefined || ticks.chosen.length === 0}
          >
            {words.moderation.closeTicked}
          </Button>
          <span role="status" className="note">
            {parts.progress !== undefined &&
              words.moderation.progress(formats.count(parts.progress.done), formats.count(parts.progress.of))}
          </span>
        </div>
      </form>
    </section>
  );
}

/** Many may stand against one address: whoever says no tells them apart. */
function nameOf({ address, answers, id }: Dispute): string {
  const said = answers?.statements.map((statement) => readFragment(StatementParts, statement)) ?? [];
  const no = said.find(({ preference }) => preference !== 'ALLOW');
  return [address ?? id, ...(no === undefined ? [] : [shortened(no.claimant, 12)])].join(', ');
}
