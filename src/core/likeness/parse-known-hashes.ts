/** `address`: SHA-256 of a canonical address, whatever lies there. The others are of the picture, or of its file. */
export const KNOWN_HASH_ALGORITHMS = ['sha256', 'md5', 'pdq', 'address'] as const;

export interface KnownHash {
  readonly algorithm: (typeof KNOWN_HASH_ALGORITHMS)[number];
  /** Lower case. */
  readonly hex: string;
}

export type ParsedKnownHashes =
  | { readonly ok: true; readonly hashes: readonly KnownHash[] }
  /** `line` counts from 1. */
  | { readonly ok: false; readonly line: number };

const DIGITS: Readonly<Record<KnownHash['algorithm'], number>> = {
  sha256: 64,
  md5: 32,
  pdq: 64,
  address: 64,
};

/**
 * Reads a list of hashes, one a line: `sha256:`, `md5:`, `pdq:` or `address:` and hexadecimal digits; a comma or blanks do as well as the colon. Empty
 * lines and what follows a `#` are passed over. Anything else is refused: a line that is not understood would let a picture through.
 */
export function parseKnownHashes(text: string): ParsedKnownHashes {
  const hashes: KnownHash[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const [told = ''] = line.replace(/^\uFEFF/, '').split('#');
    if (told.trim() === '') continue;
    const [, name = '', hex = ''] = /^\s*(\w+)[\s:,]+([0-9a-f]+)\s*$/i.exec(told) ?? [];
    const algorithm = KNOWN_HASH_ALGORITHMS.find((known) => known === name.toLowerCase());
    if (algorithm === undefined || hex.length !== DIGITS[algorithm]) return { ok: false, line: at + 1 };
    hashes.push({ algorithm, hex: hex.toLowerCase() });
  }
  return { ok: true, hashes };
}
