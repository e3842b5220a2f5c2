import type { Dataset, Entry } from '../ports/catalogue.js';
import type { Page, PageRequest } from '../ports/page.js';
import type { WorkMatch, WorkMatchState } from '../ports/works.js';
import type { Registry } from '../registry.js';

/** A match with the entry that has its address, where the catalogue still holds one. */
export interface MatchView {
  readonly match: WorkMatch;
  readonly entry: Entry | undefined;
  readonly dataset: Dataset | undefined;
}

/** A page of the matches of a work, the newest first. Throws `InvalidCursor`. */
export async function listMatches(
  registry: Registry,
  workId: string,
  states: readonly WorkMatchState[],
  page: PageRequest,
): Promise<Page<MatchView>> {
  const { rows, hasNextPage } = await registry.store.works.matchesOf(workId, states, page);
  const views = await describeMatches(
    registry,
    rows.map(({ row }) => row),
  );
  return {
    rows: rows.flatMap(({ cursor }, at) => {
      const row = views[at];
      return row === undefined ? [] : [{ cursor, row }];
    }),
    hasNextPage,
  };
}

/** In the order of the matches. */
export async function describeMatches(
  { store }: Registry,
  matches: readonly WorkMatch[],
): Promise<MatchView[]> {
  const named = matches.flatMap(({ datasetId, rowId }) =>
    datasetId === undefined || rowId === undefined ? [] : [{ datasetId, rowId }],
  );
  const found = await store.entries.byNames(named);
  const datasets = await store.datasets.byIds([...new Set(named.map(({ datasetId }) => datasetId))]);
  const byKey = new Map(found.flatMap((entry) => (entry ? [[nameOf(entry), entry] as const] : [])));
  return matches.map((match) => {
    const entry = byKey.get(nameOf(match));
    return { match, entry, dataset: datasets.find(({ id }) => id === entry?.datasetId) };
  });
}

function nameOf({ datasetId, rowId = new Uint8Array() }: Pick<WorkMatch, 'datasetId' | 'rowId'>): string {
  return `${datasetId}/${Buffer.from(rowId).toString('hex')}`;
}
