import type { ReactNode } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { type RowCounts, shareHeld } from '../../search/share-held.js';

/** How many rows there are here, of how many: the facts without which no result can be judged. */
export function useHeldFacts(dataset: RowCounts): (readonly [term: string, value: ReactNode])[] {
  const { words, formats } = useLanguage();
  const { rowsHeld, rowsPublished } = dataset;
  const share = shareHeld(dataset);
  return [
    [words.datasets.held, formats.count(rowsHeld)],
    [
      words.datasets.published,
      rowsPublished === null ? words.datasets.unknown : formats.count(rowsPublished),
    ],
    [words.datasets.share, share === undefined ? null : formats.share(share)],
  ];
}
