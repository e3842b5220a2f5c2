import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import type { Registry } from '../registry.js';
import type { CloseDisputeInput, CloseDisputeResult } from './closing.js';
import { CLOSED_TOGETHER, closeTogether } from './close-together.js';

export interface CloseDisputesInput extends Omit<CloseDisputeInput, 'disputeId' | 'upheldClaimId'> {
  readonly disputeIds: readonly string[];
}

export type CloseDisputesResult =
  { readonly ok: true; readonly results: readonly CloseDisputeResult[] } | InvalidInput;

/** Decides several disputes between answers alike, each for itself: what takes a second person takes one for each. */
export async function closeDisputes(
  registry: Registry,
  moderator: SignedInActor,
  { disputeIds, ...decision }: CloseDisputesInput,
): Promise<CloseDisputesResult> {
  const ids = [...new Set(disputeIds)];
  if (ids.length === 0 || ids.length > CLOSED_TOGETHER) {
    return invalidInput(
      'disputeIds',
      `1 to ${CLOSED_TOGETHER} disputes can be decided at once.`,
      'Send them in parts.',
    );
  }
  const closings = ids.map((disputeId) => ({ input: { ...decision, disputeId } }));
  return { ok: true, results: await closeTogether(registry, moderator, closings) };
}
