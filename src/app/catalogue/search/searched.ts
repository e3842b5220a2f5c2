import type { Dataset } from '../../ports/catalogue.js';

/** What a search looked through: rows held here of rows published, so that nothing found is not taken for nothing there. */
export interface Searched {
  readonly datasets: readonly Dataset[];
  readonly rowsHeld: bigint;
  /** Absent when the size of a dataset's release is not known. */
  readonly rowsPublished: bigint | undefined;
  /** rowsHeld / rowsPublished. */
  readonly share: number | undefined;
}

export function describeSearched(datasets: readonly Dataset[]): Searched {
  const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);
  const rowsHeld = sum(datasets.map((dataset) => dataset.rowsHeld));
  const published = datasets.map((dataset) => (dataset.isDemo ? dataset.rowsHeld : dataset.rowsPublished));
  const isKnown = datasets.length > 0 && published.every((rows) => rows !== undefined);
  const rowsPublished = isKnown ? sum(published) : undefined;
  return {
    datasets,
    rowsHeld,
    rowsPublished,
    share: rowsPublished ? Number(rowsHeld) / Number(rowsPublished) : undefined,
  };
}
