import type { WitnessResponse } from '../../core/tlog/add-checkpoint-answer.js';

/** Requests to witnesses, at addresses that the operator wrote into the policy; see src/fetch/operator-fetch.ts. */
export interface WitnessRequests {
  /** Sends a POST. Rejects when no answer came in time, or when `signal` ended it. */
  post(url: string, body: Uint8Array, signal: AbortSignal): Promise<WitnessResponse>;
}
