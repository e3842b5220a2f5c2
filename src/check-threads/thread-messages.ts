/** What a thread that answers is given when it starts, is asked, and answers: in the order in which it was asked. */
import type { CheckedItem, ConsentQuestions } from '../app/ports/consent-answers.js';
import type { PackedTexts } from '../app/ports/tables.js';
import type { SharedSieve } from './address-sieve.js';

/** Everything that answers rest on, in memory that all threads share. */
export interface ThreadTask {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly questions: ConsentQuestions;
  readonly moment: Date;
  readonly sieve: SharedSieve;
  /** Counted from 0. */
  readonly thread: number;
}

export type ThreadAnswer =
  | { readonly texts: PackedTexts; readonly places: Uint32Array; readonly told: readonly CheckedItem[] }
  | { readonly failure: string };
