/**
 * From this cosine on between the vectors of two pictures they are nearly the same: clip-retrieval takes them for duplicates there. Below
 * it they are similar and no more, whoever or whatever is in both.
 */
export const NEARLY_SAME = 0.94;

export const MEANING_KINDS = ['nearly-the-same', 'similar'] as const;
export type MeaningKind = (typeof MEANING_KINDS)[number];

/** What may be said of two pictures by their vectors alone. */
export function meaningKind(similarity: number): MeaningKind {
  return similarity >= NEARLY_SAME ? 'nearly-the-same' : 'similar';
}
