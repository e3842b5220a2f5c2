import type { OriginalsClaim, SignedOriginalData } from './signed-originals-query.js';

/** Where the answer that a file gives can be given here, about what is claimed; undefined where it gives none. Nothing is said before it is confirmed there. */
export function sameAnswerPath(
  { kind, address, work }: Pick<OriginalsClaim, 'kind' | 'address' | 'work'>,
  { answers }: Pick<SignedOriginalData, 'answers'>,
): string | undefined {
  const subject =
    work !== null
      ? { work: work.id, title: work.title ?? '' }
      : address === null || kind === 'CONTENT'
        ? undefined
        : { address, kind };
  if (answers.length === 0 || subject === undefined) return undefined;
  const says = answers.map(({ use, preference }) => `${use}.${preference}`).join(',');
  return `/say-no?${new URLSearchParams({ ...subject, says }).toString()}`;
}
