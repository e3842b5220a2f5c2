import type { NearestAnswer } from '../catalogue/meaning/nearest-entries.js';

type Matches = NearestAnswer['matches'];

/**
 * Of rows with one address, or with one known picture, the nearest. clip-retrieval drops rows whose vectors are alike; two
 * rows of one picture have one SHA-256 or MD5 where the dataset has it, which takes no comparing of all with all.
 */
export function withoutDuplicates(matches: Matches): Matches {
  const seen = new Set<string>();
  return matches.filter(({ entry, similarity }) => {
    const names = [
      `url ${entry.canonical}`,
      ...(entry.sha256 ? [`sha256 ${entry.sha256.toString()}`] : []),
      ...(entry.md5 ? [`md5 ${entry.md5.toString()}`] : []),
      // The same picture under two addresses has the same vector, to the last bit.
      `vector ${similarity}`,
    ];
    const isKnown = names.some((name) => seen.has(name));
    for (const name of names) seen.add(name);
    return !isKnown;
  });
}
