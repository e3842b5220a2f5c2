/** How CLIP's tokenizers mark the end of a word. */
const END_OF_WORD = '</w>';

/**
 * Learns byte-pair merges (Sennrich et al. 2016) until every word of the list is one token. Words are of a–z.
 * @returns the merges in the order in which they apply, and every token there is
 */
export function learnMerges(words: readonly string[]): { merges: string[]; tokens: string[] } {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const tokens = [...letters, ...letters.map((letter) => letter + END_OF_WORD)];
  const merges: string[] = [];
  let spelled = words.map((word) => [...Array.from(word.slice(0, -1)), word.slice(-1) + END_OF_WORD]);
  for (;;) {
    const best = mostFrequentPair(spelled);
    if (!best) return { merges, tokens };
    merges.push(best.join(' '));
    tokens.push(best.join(''));
    spelled = spelled.map((parts) => merged(parts, best));
  }
}

function mostFrequentPair(spelled: readonly (readonly string[])[]): [string, string] | undefined {
  const counts = new Map<string, number>();
  for (const parts of spelled) {
    for (const [at, part] of parts.slice(0, -1).entries()) {
      const pair = `${part} ${parts[at + 1] ?? ''}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  return best?.[0].split(' ') as [string, string] | undefined;
}

function merged(parts: readonly string[], [left, right]: readonly [string, string]): string[] {
  const result: string[] = [];
  for (const part of parts) {
    if (part === right && result.at(-1) === left) result[result.length - 1] = left + right;
    else result.push(part);
  }
  return result;
}
