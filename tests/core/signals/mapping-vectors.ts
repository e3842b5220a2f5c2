import { readFileSync } from 'node:fs';
import type { Use } from '../../../src/core/consent/use.js';
import type { UseAnswers } from '../../../src/core/signals/use-answers.js';

/** What a case says beside words and answers: the version of a vocabulary, a prefix, where the terms are. */
export type MappingOptions = Readonly<Record<string, unknown>>;

export interface MappingVectors {
  readonly read: readonly (MappingOptions & {
    readonly words: unknown;
    readonly answers: UseAnswers;
    readonly reason: string;
  })[];
  readonly write: readonly (MappingOptions & {
    readonly answers: UseAnswers;
    readonly words: unknown;
    readonly unsaid: readonly Use[];
    readonly partly: readonly Use[];
    readonly stricter: readonly Use[];
    readonly reason: string;
  })[];
}

/** The language-neutral vectors of one mapping table, as other implementations read them. */
export function mappingVectors(name: string): MappingVectors {
  const file = new URL(`../../../schema/vectors/mapping-${name}.v1.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as MappingVectors;
}
