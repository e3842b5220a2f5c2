/** Rows published in well-known releases, so that a search can say how small a part of one this registry holds. */
const ROWS_PUBLISHED: readonly (readonly [prefix: string, rows: bigint])[] = [
  ['laion-400m', 413_000_000n],
  ['laion-5b', 5_850_000_000n],
  ['laion-2b-en', 2_320_000_000n],
  ['laion-2b-multi', 2_260_000_000n],
  ['laion-1b-nolang', 1_270_000_000n],
  ['laion-high-resolution', 170_000_000n],
  ['laion-aesthetic', 12_000_000n],
  ['relaion', 5_526_641_167n],
  ['coyo-700m', 746_972_269n],
  ['datacomp-1b', 1_400_000_000n],
  ['pd12m', 12_400_000n],
];

/** Rows of the release that a dataset's slug names by its beginning (`laion-400m-sample` is part of LAION-400M). */
export function rowsPublishedOf(slug: string): bigint | undefined {
  return ROWS_PUBLISHED.find(([prefix]) => slug === prefix || slug.startsWith(`${prefix}-`))?.[1];
}
