import { Link } from 'react-router';
import type { EnumValue } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { AnswerLine } from '../../parts/answer-line.js';
import { Bars } from '../../parts/bars.js';
import { AddressText } from '../../parts/foreign-text.js';
import { TableFrame } from '../../parts/table-frame.js';
import type { AnsweredRow } from './answered-rows.js';
import './build.css';
import type { CheckReport } from './operations.js';

/** The only permission first. */
const ANSWERS = ['ALLOWED', 'CONDITIONAL', 'DENIED', 'UNKNOWN'] as const;

interface CheckAnswersProps {
  use: EnumValue<'Use'>;
  report: CheckReport;
  rows: readonly AnsweredRow[];
}

/** What was answered, counted and address by address, each with what decided. */
export function CheckAnswers({ use, report, rows }: CheckAnswersProps) {
  const { words, formats } = useLanguage();
  const bars = ANSWERS.map((answer) => ({
    key: answer,
    label: words.decisions[answer],
    count: String(rows.filter(({ decision }) => decision.decision === answer).length),
  }));
  return (
    <div className="stack stack--loose">
      <div className="reading">
        <Bars title={words.build.counted(words.uses[use].name, formats.amount(rows.length))} bars={bars} />
      </div>
      <p>{words.notPermission}</p>
      <TableFrame label={words.build.answers}>
        <thead>
          <tr>
            <th scope="col">{words.build.address}</th>
            <th scope="col">{words.build.answer}</th>
            <th scope="col">{words.build.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.url}>
              <th scope="row" className="build__address">
                <AddressText text={row.url} longest={120} />
              </th>
              <td className="build__answer">
                <AnswerLine answer={row.decision} />
              </td>
              <td className="build__why">
                <Why row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <p className="note">
        {words.ask.madeAt(
          formats.moment(report.answeredAt),
          formats.amount(report.logSize),
          formats.count(report.rulesVersion),
        )}
      </p>
    </div>
  );
}

function Why({ row: { url, notAnswered, decision } }: { row: AnsweredRow }) {
  const { words, formats } = useLanguage();
  const refusals: Readonly<Record<string, string>> = words.addressRefusals;
  const vias: Readonly<Record<string, string>> = words.vias;
  if (notAnswered !== null) return <>{refusals[notAnswered] ?? notAnswered}</>;
  const [deciding] = decision.decidedBy;
  return (
    <>
      {deciding !== undefined && (
        <>
          {vias[deciding.via] ?? deciding.via}{' '}
          <Link to={`/statements/${deciding.statement.id}`}>
            {words.build.line(formats.count(deciding.statement.logIndex))}
          </Link>
          {' · '}
        </>
      )}
      <Link to={`/ask?url=${encodeURIComponent(url)}`} aria-label={words.build.wholeAnswerOf(url)}>
        {words.build.wholeAnswer}
      </Link>
    </>
  );
}
