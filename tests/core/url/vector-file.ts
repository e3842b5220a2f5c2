import { readFileSync } from 'node:fs';

/** A file of language-neutral vectors, as other implementations read it. */
export interface VectorFile<Case> {
  version: number;
  description: string;
  cases: Case[];
}

export function readVectors(name: string): unknown {
  const path = new URL(`../../../schema/vectors/${name}`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8'));
}
