import { readFileSync } from 'node:fs';
import type { Preference } from '../../../src/core/consent/preference.js';
import type { Opening } from '../../../src/core/log/opening.js';

/** The language-neutral vectors for openings, as other implementations read them. */
export interface OpeningVectors {
  readonly openings: readonly {
    readonly opening: Opening;
    readonly preference: Preference;
    readonly salt: string;
    readonly commitment: string;
    readonly reason: string;
  }[];
  readonly refused: readonly {
    readonly value: unknown;
    readonly preference: Preference;
    readonly code: string;
    readonly path: string;
    readonly reason: string;
  }[];
}

const FILE = new URL('../../../schema/vectors/opening.v1.json', import.meta.url);

export const OPENING_VECTORS = JSON.parse(readFileSync(FILE, 'utf8')) as OpeningVectors;
