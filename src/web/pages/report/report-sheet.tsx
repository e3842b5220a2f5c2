import { Link, useSearchParams } from 'react-router';
import { readFragment, type ResultOf } from '../../../client/graphql.js';
import { useLanguage, useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { SearchedNote } from '../../parts/searched-note.js';
import { TableFrame } from '../../parts/table-frame.js';
import { ReportCountParts, type ReportQuery } from './operations.js';

type Report = Extract<ResultOf<typeof ReportQuery>['catalogueReport'], { lines: unknown }>;
type Line = Report['lines'][number];

/** The counts as a table that can be printed and taken along, with what was looked through and when. */
export function ReportSheet({ report }: { report: Report }) {
  const { words, formats } = useLanguage();
  const [params] = useSearchParams();
  const areSomeEstimates = report.lines.some(({ areEstimates }) => areEstimates);
  return (
    <section className="stack">
      <SearchedNote searched={report.searched} />
      <TableFrame label={words.report.title}>
        <thead>
          <tr>
            <th scope="col">{words.report.subject}</th>
            <th scope="col" className="figure">
              {words.report.rows}
            </th>
            <th scope="col" className="figure">
              {words.report.pictures}
            </th>
          </tr>
        </thead>
        {report.lines.map((line) => (
          <LineRows key={line.subject} line={line} />
        ))}
      </TableFrame>
      <p className="note">
        {words.report.counted(formats.moment(report.askedAt))} {areSomeEstimates && words.report.about}{' '}
        {words.report.means}
      </p>
      <p className="note on-paper-only">
        {words.report.askAgain} <code>{globalThis.location.href}</code>
      </p>
      <p className="report__along">
        <a href={`/exports/report.csv?${params.toString()}`} download>
          CSV
        </a>
        <Button
          look="plain"
          onClick={() => {
            window.print();
          }}
        >
          {words.report.print}
        </Button>
      </p>
    </section>
  );
}

function LineRows({ line }: { line: Line }) {
  const { words, formats } = useLanguage();
  const about = (count: string, isEstimate: boolean) => `${isEstimate ? '≈ ' : ''}${formats.count(count)}`;
  const query = line.kind === 'NAME' ? `"${line.subject.replaceAll('"', ' ')}"` : line.subject;
  return (
    <tbody>
      <tr className="report__subject">
        <th scope="row">
          <Link to={`/search?q=${encodeURIComponent(query)}`}>
            <ForeignText text={line.subject} longest={120} />
          </Link>
          <span className="note report__held">
            {words.report.kinds[line.kind]}. {words.report.inAll}
          </span>
        </th>
        <td className="figure">{about(line.rows, line.areEstimates)}</td>
        <td className="figure">{about(line.pictures, line.areEstimates)}</td>
      </tr>
      <CountRows counts={line.counts} />
      {line.artists > 0 && (
        <>
          <GroupRow
            name={words.report.claimed(formats.amount(line.artists))}
            isEmpty={line.claimed.length === 0}
          />
          <CountRows counts={line.claimed} />
          <GroupRow name={words.report.matched} isEmpty={line.matched.length === 0} />
          <CountRows counts={line.matched} />
        </>
      )}
    </tbody>
  );
}

/** What is counted apart from what the captions say. */
function GroupRow({ name, isEmpty }: { name: string; isEmpty: boolean }) {
  const words = useWords();
  return (
    <tr className="report__group">
      <th scope="rowgroup" colSpan={3}>
        {name} {isEmpty && <span className="note">{words.report.none}</span>}
      </th>
    </tr>
  );
}

function CountRows({ counts }: { counts: Line['counts'] }) {
  const { words, formats } = useLanguage();
  const about = (count: string, isEstimate: boolean) => `${isEstimate ? '≈ ' : ''}${formats.count(count)}`;
  return (
    <>
      {readFragment(ReportCountParts, counts).map(({ dataset, rows, pictures, areEstimates }) => (
        <tr key={dataset.slug}>
          <td className="report__part">
            <Link to={`/datasets/${encodeURIComponent(dataset.slug)}`}>
              <ForeignText text={dataset.title} longest={60} />
            </Link>
            {dataset.release !== null && (
              <span className="note">
                {' '}
                <ForeignText text={dataset.release} longest={40} />
              </span>
            )}
            <span className="note report__held">
              {words.report.held(
                formats.count(dataset.rowsHeld),
                dataset.rowsPublished === null ? undefined : formats.count(dataset.rowsPublished),
              )}
            </span>
          </td>
          <td className="figure">{about(rows, areEstimates)}</td>
          <td className="figure">{about(pictures, areEstimates)}</td>
        </tr>
      ))}
    </>
  );
}
