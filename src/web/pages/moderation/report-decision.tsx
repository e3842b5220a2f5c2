import { useState } from 'react';
import { Link } from 'react-router';
import { PlaceText } from '../../claims/place-text.js';
import { useLanguage } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { RadioGroup } from '../../parts/radio-group.js';
import { WebLink } from '../../parts/web-link.js';
import { useAction } from '../../server/use-action.js';
import { DECISION_TOUCHES } from './decision-touches.js';
import { DecideReport, type QueuedReport } from './operations.js';
import { ReasoningFields, unreasoned } from './reasoning-fields.js';

const OUTCOMES = ['UPHELD', 'DISMISSED'] as const;

/** What somebody told about a place, and the form that says what became of it. */
export function ReportDecision({ report, onDone }: { report: QueuedReport; onDone: (text: string) => void }) {
  const { words, formats } = useLanguage();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>();
  const [reasoning, setReasoning] = useState(unreasoned('report'));
  const decide = useAction(DecideReport, (data) => data.decideReport, DECISION_TOUCHES);
  const { id, address, kind, text, link, madeAt, isFromAccount } = report;
  return (
    <section className="stack">
      <h3 className="claim-summary__address">
        <span className="over-title">{words.moderation.reportKinds[kind]}</span>
        <br />
        <PlaceText address={address} longest={160} />
      </h3>
      <p className="note">
        {formats.moment(madeAt)}, {isFromAccount ? words.moderation.fromAccount : words.moderation.fromNobody}
      </p>
      <blockquote className="case__said">
        <ForeignText text={text} />
      </blockquote>
      {link !== null && (
        <p>
          <WebLink address={link} />
        </p>
      )}
      <p>
        <Link to={`/ask?url=${encodeURIComponent(address)}`}>{words.ask.title}</Link>
      </p>
      <ActionForm
        action={decide}
        label={words.moderation.decideReport}
        look="filled"
        onSubmit={async () => {
          if (outcome === undefined) return;
          const done = await decide.run({ input: { reportId: id, outcome, ...reasoning } });
          if (done !== undefined) onDone(`${words.moderation.reportDecided} ${address}`);
        }}
      >
        <RadioGroup
          legend={words.moderation.reportFound}
          value={outcome}
          onValue={setOutcome}
          options={OUTCOMES.map((value) => ({ value, label: words.moderation.reportOutcomes[value] }))}
        />
        <ReasoningFields deciding="report" reasoning={reasoning} onReasoning={setReasoning} />
      </ActionForm>
    </section>
  );
}
