/**
 * Names in captions (docs/checking.md, "Names in captions"): whole words, in order, whatever their case and accents. A name is
 * told from the credit line that its holder published with an offer. A short name, or one of a single word, means too much
 * else to be looked for.
 */
import { foldWord } from '../search/fold-word.js';

/** A name that somebody published beside a no, or a no with an offer. */
export interface PublicName {
  /** The credit line, as it was published. */
  readonly credit: string;
  /** Id of the statement that it was published with. */
  readonly statement: string;
}

const LEAST_WORDS = 2;
const LEAST_LETTERS = 8;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** What follows in a credit line is no part of the name: a year, a licence, an address. */
const END = /[,;:|/([]|\s[-–—]\s|\b(?:1[89]|20)\d\d\b|https?\b|@/u;
const BEFORE = new Set(
  'by c copyright photo photograph photography picture image illustration artwork art painting drawing courtesy of credit foto por de obra ilustracion imagen'.split(
    ' ',
  ),
);
/** A line of these alone names nobody. */
const ROLES = new Set(
  'the a an el la los artist artists author authors autor autora artista photographer fotografo fotografa studio unknown anonymous anonimo anonima rights holder owner all reserved'.split(
    ' ',
  ),
);

/** The words by which a credit line names somebody; none where it names nobody that could be told from other words. */
export function nameWords(credit: string): readonly string[] {
  const words = wordsIn(credit.replace(/^[^\p{L}]+/u, '').split(END)[0] ?? '');
  const first = words.findIndex((word) => !BEFORE.has(word));
  const name = first < 0 ? [] : words.slice(first);
  const letters = name.reduce((sum, word) => sum + word.length, 0);
  const isTold = name.length >= LEAST_WORDS && letters >= LEAST_LETTERS;
  return isTold && !name.every((word) => ROLES.has(word)) ? name : [];
}

/** Finds in captions the names that were published. */
export class CaptionNames {
  /** By their first word. */
  readonly #names = new Map<string, { readonly words: readonly string[]; readonly of: PublicName }[]>();

  constructor(names: Iterable<PublicName>) {
    for (const of of names) {
      const words = nameWords(of.credit);
      const [first] = words;
      if (first === undefined) continue;
      const same = this.#names.get(first);
      if (same === undefined) this.#names.set(first, [{ words, of }]);
      else same.push({ words, of });
    }
  }

  /** Each once, in the order in which they come in the caption. */
  namedIn(caption: string): readonly PublicName[] {
    if (this.#names.size === 0) return NOBODY;
    const words = wordsIn(caption);
    const found = new Set<PublicName>();
    for (const [at, word] of words.entries()) {
      for (const { words: name, of } of this.#names.get(word) ?? []) {
        if (name.every((part, nth) => words[at + nth] === part)) found.add(of);
      }
    }
    return found.size === 0 ? NOBODY : [...found];
  }
}

const NOBODY: readonly PublicName[] = [];

function wordsIn(text: string): string[] {
  return (text.match(WORD) ?? []).map(foldWord);
}
