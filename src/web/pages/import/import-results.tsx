import { csvLine } from '../../../core/tables/csv-line.js';
import { useLanguage } from '../../language/language-context.js';
import { buttonClass } from '../../parts/button.js';
import { AddressText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import type { ImportedRow } from './use-import.js';

const MOST_SHOWN = 200;

interface ImportResultsProps {
  rows: readonly ImportedRow[];
  isBusy: boolean;
  all: number;
}

/** What became of each address of a list: those that need somebody first. */
export function ImportResults({ rows, isBusy, all }: ImportResultsProps) {
  const { words, formats } = useLanguage();
  if (rows.length === 0) {
    return null;
  }
  const count = (status: ImportedRow['status']): number => rows.filter((row) => row.status === status).length;
  const refused = rows.filter(({ status }) => status === 'REFUSED');
  const shown = [...refused, ...rows.filter(({ status }) => status !== 'REFUSED')].slice(0, MOST_SHOWN);
  return (
    <section className="section stack">
      <Notice tone={refused.length > 0 ? 'care' : 'good'} role="status">
        <p className="notice__title">
          {isBusy
            ? words.bringList.busy(formats.count(rows.length), formats.amount(all))
            : words.bringList.done}
        </p>
        <p>
          {words.bringList.tally(
            formats.amount(count('RECORDED')),
            formats.amount(count('KNOWN')),
            formats.amount(refused.length),
          )}
        </p>
      </Notice>
      <ul className="stack stack--tight">
        {shown.map((row) => (
          <li key={row.address}>
            <AddressText text={row.address} longest={120} />
            <p className="note">
              {words.bringList.statuses[row.status]}
              {row.countsNow === false && ` ${words.done.countsLaterNo}`}
              {row.status === 'REFUSED' && row.message !== null && <span lang="en"> {row.message}</span>}
            </p>
          </li>
        ))}
      </ul>
      {shown.length < rows.length && <p className="note">{words.bringList.more}</p>}
      {!isBusy && (
        <div className="row">
          <a className={buttonClass('outline')} download="assent-answers.csv" href={tableOf(rows)}>
            {words.bringList.download}
          </a>
        </div>
      )}
    </section>
  );
}

/** The results as a table that can be kept. */
function tableOf(rows: readonly ImportedRow[]): string {
  const head = csvLine(['address', 'kind', 'status', 'counts_now', 'message']);
  const lines = rows.map(({ address, kind, status, countsNow, message }) =>
    csvLine([
      address,
      kind.toLowerCase(),
      status.toLowerCase(),
      countsNow === true ? 'yes' : 'no',
      message ?? undefined,
    ]),
  );
  return `data:text/csv;charset=utf-8,${encodeURIComponent(head + lines.join(''))}`;
}
