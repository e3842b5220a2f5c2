import { readFileSync } from 'node:fs';
import type { AiprefStatement } from '../../../src/core/signals/aipref-statement.js';

/** The language-neutral vectors for AIPREF statements and the rules that carry them. */
export interface AiprefStatementVectors {
  readonly parse: readonly {
    readonly text: string;
    readonly statement: AiprefStatement;
    readonly reason: string;
  }[];
  readonly combine: readonly {
    readonly statements: readonly AiprefStatement[];
    readonly combined: AiprefStatement;
    readonly reason: string;
  }[];
  readonly rules: readonly {
    readonly value: string;
    readonly path: string;
    readonly statement: AiprefStatement;
    readonly reason: string;
  }[];
  readonly paths: readonly {
    readonly rules: readonly string[];
    readonly path: string;
    readonly statement: AiprefStatement;
    readonly reason: string;
  }[];
}

const FILE = new URL('../../../schema/vectors/aipref-statement.v1.json', import.meta.url);

export const AIPREF_STATEMENT_VECTORS = JSON.parse(readFileSync(FILE, 'utf8')) as AiprefStatementVectors;
