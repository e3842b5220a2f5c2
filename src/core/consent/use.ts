/** Uses of a work that a statement can speak about (product vocabulary v1, "Use"). */
export const USES = [
  'text-and-data-mining',
  'train-ai',
  'train-generative-ai',
  'ai-inference',
  'search',
] as const;

export type Use = (typeof USES)[number];

/** The uses that contain one another, widest first; every other use stands beside them, alone. */
const NESTED_USES: readonly Use[] = ['text-and-data-mining', 'train-ai', 'train-generative-ai'];

/** Whether `outer` is the same use as `inner` or contains it. */
export function containsUse(outer: Use, inner: Use): boolean {
  if (outer === inner) {
    return true;
  }
  const outerPlace = NESTED_USES.indexOf(outer);
  return outerPlace !== -1 && outerPlace < NESTED_USES.indexOf(inner);
}

/** Whether an answer about one of the two says anything about the other. */
export function areRelatedUses(a: Use, b: Use): boolean {
  return containsUse(a, b) || containsUse(b, a);
}
