/**
 * The vocabularies in which sites and files speak about AI, each with the versions whose words are known here. What a
 * word means has changed between versions, so a signal is never kept without its version.
 */

/** Where a specification has no version of its own, `1` is what it said when its table was written. */
export const VOCABULARY_VERSIONS = {
  'ai-txt': ['1'],
  aipref: ['01', '02', '03', '04', '05', '06', '07'],
  c2pa: ['1'],
  cawg: ['1.1'],
  'content-signal': ['1'],
  noai: ['1'],
  plus: ['1'],
  rsl: ['1.0'],
  tdmrep: ['1'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Vocabulary = keyof typeof VOCABULARY_VERSIONS;

export const VOCABULARIES = Object.keys(VOCABULARY_VERSIONS) as readonly Vocabulary[];
