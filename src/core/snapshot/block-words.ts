/** The words of blocks and the numbers that stand for them in a snapshot. Words are only ever added at the end. */
import { ASSURANCES } from '../consent/assurance.js';
import { BASES } from '../consent/basis.js';
import { CAPACITIES } from '../consent/capacity.js';
import { MANDATE_GRADES } from '../consent/mandate-grade.js';
import { MATCH_PROBLEMS } from '../consent/match.js';
import { PREFERENCES } from '../consent/preference.js';
import { PLACE_KINDS } from '../consent/subject.js';
import { USES } from '../consent/use.js';

/** A snapshot says something that this program cannot read. Nothing may be answered from it. */
export class UnreadableBlock extends Error {
  override readonly name = 'UnreadableBlock';

  constructor() {
    super(
      'The snapshot holds a record that this program cannot read: update it, or fetch the snapshot again.',
    );
  }
}

/** `0` stands for no word in those that may lack one. */
export const WORDS = {
  assurance: ASSURANCES,
  basis: BASES,
  capacity: CAPACITIES,
  grade: MANDATE_GRADES,
  kind: PLACE_KINDS,
  preference: PREFERENCES,
  problem: MATCH_PROBLEMS,
  use: USES,
} as const;

type Words = typeof WORDS;
type WordOf<List extends keyof Words> = Words[List][number];

/** From 1, in the order of the list. */
export function codeOf<List extends keyof Words>(list: List, word: WordOf<List> | undefined): number {
  const words: readonly string[] = WORDS[list];
  return word === undefined ? 0 : words.indexOf(word) + 1;
}

/** Throws {@link UnreadableBlock} for a number that stands for none of them. */
export function wordOf<List extends keyof Words>(list: List, code: number): WordOf<List> {
  const words: readonly WordOf<List>[] = WORDS[list];
  const word = words[code - 1];
  if (word === undefined) throw new UnreadableBlock();
  return word;
}

/** Undefined for 0. */
export function optionalWordOf<List extends keyof Words>(list: List, code: number): WordOf<List> | undefined {
  return code === 0 ? undefined : wordOf(list, code);
}
