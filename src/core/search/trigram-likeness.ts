const WORDS = /[\p{L}\p{N}]+/gu;

/** The trigrams of folded text, as pg_trgm (PostgreSQL 15) cuts them: each word with two blanks before and one after. */
function trigramsOf(folded: string): Set<string> {
  const trigrams = new Set<string>();
  for (const word of folded.match(WORDS) ?? []) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
}

/** How much alike two folded texts are spelt: the trigrams that they share, of all that they have; 0 to 1. */
export function trigramLikeness(a: string, b: string): number {
  const left = trigramsOf(a);
  const right = trigramsOf(b);
  let shared = 0;
  for (const trigram of left) if (right.has(trigram)) shared += 1;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}
