import { csvLine } from '../../../core/tables/csv-line.js';
import type { CatalogueReport, ReportCount } from './report-on.js';

const COLUMNS = [
  'subject',
  'kind',
  'dataset',
  'release',
  'rows',
  'pictures',
  'estimated',
  'rows_held',
  'rows_published',
  'asked_at',
];

/** A line for each subject and dataset that has any; a subject that no dataset has gets one line with zeros. */
export function reportCsv({ lines, askedAt }: CatalogueReport): string {
  const rows = lines.flatMap(({ subject, kind, counts }) => {
    const begin = [subject, kind];
    return counts.length === 0
      ? [csvLine([...begin, '', '', 0, 0, 'no', '', '', askedAt.toISOString()])]
      : counts.map((count) => csvLine([...begin, ...cellsOf(count), askedAt.toISOString()]));
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
