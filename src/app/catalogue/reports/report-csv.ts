import { csvLine } from '../../../core/tables/csv-line.js';
import type { CatalogueReport, ReportCount } from './report-on.js';

const COLUMNS = [
  'subject',
  'kind',
  'counted',
  'dataset',
  'release',
  'rows',
  'pictures',
  'estimated',
  'rows_held',
  'rows_published',
  'asked_at',
];

/**
 * A line for each subject, each of the three counts and each dataset that has any; a subject that no dataset has gets one line with zeros.
 */
export function reportCsv({ lines, askedAt }: CatalogueReport): string {
  const time = askedAt.toISOString();
  const rows = lines.flatMap(({ subject, kind, counts, claimed, matched }) => {
    const linesOf = (counted: string, of: readonly ReportCount[]) =>
      of.map((count) => csvLine([subject, kind, counted, ...cellsOf(count), time]));
    const named = kind === 'name' ? 'named' : 'at the place';
    return [
      ...(counts.length === 0
        ? [csvLine([subject, kind, named, '', '', 0, 0, 'no', '', '', time])]
        : linesOf(named, counts)),
      ...linesOf('at proven places', claimed),
      ...linesOf('matched to works', matched),
    ];
  });
  return [csvLine(COLUMNS), ...rows].join('');
}

function cellsOf({ dataset, rows, pictures, areEstimates }: ReportCount): (string | number | undefined)[] {
  const { slug, release, rowsHeld, rowsPublished } = dataset;
  return [
    slug,
    release,
    rows,
    pictures,
    areEstimates ? 'yes' : 'no',
    String(rowsHeld),
    rowsPublished?.toString(),
  ];
}
