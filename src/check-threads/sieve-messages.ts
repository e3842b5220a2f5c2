/** What a thread that sifts is given when it starts, is asked, and answers: in the order in which it was asked. */
import type { SharedSieve } from './address-sieve.js';

export interface SieveTask {
  readonly sieve: SharedSieve;
  /** Counted from 0. */
  readonly thread: number;
}

/** Texts that lie in a room, which has their verdicts when the thread answers. */
export interface RoomTask {
  readonly room: number;
  readonly count: number;
}

export type SieveAnswer = RoomTask | { readonly failure: string };
