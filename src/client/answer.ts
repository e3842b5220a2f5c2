import type { Assurance } from '../core/consent/assurance.js';

/**
 * `stale`: an answer that is older than was asked for. `error`: there is none. Only `allowed` is permission; a value that your
 * program does not know is to be treated as `denied`.
 */
export const ANSWER_STATES = ['allowed', 'denied', 'conditional', 'unknown', 'stale', 'error'] as const;

export type AnswerState = (typeof ANSWER_STATES)[number];

/** What a registry answers about one address. */
export interface OnlineAnswer {
  readonly url: string;
  readonly state: AnswerState;
  /** Why there is no answer, where the state is `error` or `stale`. */
  readonly problem: string | undefined;
  readonly assurance: Assurance | undefined;
  /** Ids of the statements that decided. */
  readonly decidedBy: readonly string[];
}
