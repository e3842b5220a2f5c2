import type { Answer } from '../../../core/consent/decision.js';
import { consentForEntries } from '../../consent/consent-for-entries.js';
import type { Entry } from '../../ports/catalogue.js';
import type { Registry } from '../../registry.js';
import { formatEntryId } from '../entries/entry-id.js';
import type { InvalidSearch } from './explain-search-problem.js';
import type { SearchInput } from './read-search.js';
import { searchEntries } from './search-entries.js';
import type { ConsentFilter } from './search-with-consent.js';

/** Columns of an export, with the type that Parquet has for each. */
export const EXPORT_COLUMNS = {
  id: 'text',
  dataset: 'text',
  url: 'text',
  caption: 'text',
  author: 'text',
  host: 'text',
  width: 'integer',
  height: 'integer',
  similarity: 'real',
  aesthetic: 'real',
  unsafe_probability: 'real',
  watermark_probability: 'real',
  language: 'text',
  licence: 'text',
  train_ai: 'text',
} as const;
type ExportColumn = keyof typeof EXPORT_COLUMNS;

/** A found row as exports have it. `train_ai` is what the registry answered then; only `ALLOWED` is permission. */
export type ExportedRow = Readonly<Record<ExportColumn, string | number | undefined>>;

/** Rows in batches, in the order of the search; each batch is read when it is asked for. */
export interface ExportedRows {
  readonly ok: true;
  readonly batches: AsyncGenerator<readonly ExportedRow[]>;
}

const BATCH = 1_000;

/** Goes through what a search finds, page by page, up to `most` rows. What was found by its spelling only is exported too. */
export async function exportSearch(
  registry: Registry,
  input: SearchInput,
  consent: ConsentFilter | undefined,
  most: number,
): Promise<ExportedRows | InvalidSearch> {
  const size = (left: number): number => Math.min(BATCH, left);
  const first = await searchEntries(registry, input, { first: size(most) }, consent);
  if (!first.ok) return first;
  const slugs = new Map(first.searched.datasets.map(({ id, slug }) => [id, slug]));
  async function* batches(): AsyncGenerator<readonly ExportedRow[]> {
    let answer = first;
    let left = most;
    while (answer.ok) {
      const rows = answer.page.rows.map(({ row }) => row).filter(({ datasetId }) => slugs.has(datasetId));
      yield await exportedRows(registry, rows, slugs);
      left -= answer.page.rows.length;
      const after = answer.page.rows.at(-1)?.cursor;
      if (!answer.page.hasNextPage || left <= 0 || after === undefined) return;
      answer = await searchEntries(registry, input, { first: size(left), after }, consent);
    }
    throw new Error('A dataset that the search named is gone.');
  }
  return { ok: true, batches: batches() };
}

async function exportedRows(
  registry: Registry,
  rows: readonly Entry[],
  slugs: ReadonlyMap<number, string>,
): Promise<ExportedRow[]> {
  const addresses = rows.map(({ canonical }) => canonical);
  const checked = rows.length === 0 ? [] : await consentForEntries(registry, addresses, ['train-ai']);
  return rows.map((row, at) =>
    exportedRow(row, slugs.get(row.datasetId) ?? '', checked[at]?.decisions[0]?.answer),
  );
}

/** An answer that is missing is no permission. */
function exportedRow(row: Entry, slug: string, answer: Answer = 'UNKNOWN'): ExportedRow {
  const { url, caption, author, host, width, height, similarity, aesthetic, language, licence } = row;
  return {
    id: formatEntryId(slug, row.rowId),
    dataset: slug,
    url,
    caption,
    author,
    host,
    width,
    height,
    similarity,
    aesthetic,
    unsafe_probability: row.punsafe,
    watermark_probability: row.pwatermark,
    language,
    licence,
    train_ai: answer,
  };
}
