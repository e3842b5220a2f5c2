import { bytesToHex } from '@noble/hashes/utils.js';
import type { AnswerDispute } from '../ports/disputes.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { disputedPlace } from './disputed-place.js';
import { updateAnswerDisputes } from './update-answer-disputes.js';

/** A dispute between answers, and whose answers have to be looked at where it is about. */
export interface LookedAround {
  readonly dispute: AnswerDispute;
  /** Pseudonyms. */
  readonly claimants: readonly string[];
}

/**
 * Does what `updateAnswerDisputes` does around several disputes. Each address is weighed once, however many of them are about it: that takes
 * as long as many speak about it, and whoever floods an address would otherwise make each of them as slow as all together.
 */
export async function updateAroundDisputes(
  registry: Registry,
  stores: Stores,
  around: readonly LookedAround[],
  at: Date,
): Promise<void> {
  const byAddress = new Map<string, LookedAround[]>();
  for (const one of around) {
    const address = bytesToHex(one.dispute.subjectDigest);
    const others = byAddress.get(address);
    if (others === undefined) byAddress.set(address, [one]);
    else others.push(one);
  }
  for (const there of byAddress.values()) {
    const [{ dispute } = {}] = there;
    const claimant = [...new Set(there.flatMap(({ claimants }) => claimants))];
    const place = dispute && disputedPlace(dispute);
    await updateAnswerDisputes(registry, stores, { claimant, place }, at);
  }
}
