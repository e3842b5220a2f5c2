import { readFileSync } from 'node:fs';

/** The language-neutral vectors for JSON: what is written how, and what must not be read. */
export interface CanonicalJsonVectors {
  readonly numbers: readonly {
    readonly ieee754: string;
    readonly canonical: string;
    readonly reason: string;
  }[];
  readonly texts: readonly { readonly text: string; readonly canonical: string; readonly reason: string }[];
  readonly refused: readonly {
    readonly text: string;
    readonly code: string;
    readonly path: string;
    readonly reason: string;
  }[];
}

const FILE = new URL('../../../schema/vectors/canonical-json.json', import.meta.url);

export const CANONICAL_JSON_VECTORS = JSON.parse(readFileSync(FILE, 'utf8')) as CanonicalJsonVectors;
