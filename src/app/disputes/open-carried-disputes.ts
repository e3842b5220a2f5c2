import { bytesToHex } from '@noble/hashes/utils.js';
import type { MetAddress, YesSayersClaim } from '../ports/disputes.js';
import type { Registry } from '../registry.js';
import { updateAnswerDisputes } from './update-answer-disputes.js';

/** Places and works of those who say yes, looked at by one query. */
const TOGETHER = 200;
/** Addresses weighed in one transition: whoever declares meanwhile waits for it. */
const ADDRESSES = 100;

/**
 * Opens the disputes between yeses and noes that were carried to their places: by a match of a work, or by somebody who speaks for many; and between
 * yeses to a work and noes about an address where it is. Such a no
 * reaches thousands of addresses by one leaf, so that they are looked for beside the transition that wrote it, from the side of the few who say yes. The
 * no holds meanwhile: being late is no harm. What is in dispute already, or was found to stand, is not weighed again.
 * @returns how many addresses were weighed
 */
export async function openCarriedDisputes(registry: Registry): Promise<number> {
  if (registry.log.trouble() !== undefined) return 0;
  const { answerDisputes } = registry.store;
  let weighed = 0;
  for (let after: string | undefined; ;) {
    const held = await answerDisputes.heldByYesSayers(after, TOGETHER);
    if (held.length > 0) weighed += await openWithin(registry, held);
    if (held.length < TOGETHER) return weighed;
    after = held.at(-1)?.claimId;
  }
}

async function openWithin(registry: Registry, held: readonly YesSayersClaim[]): Promise<number> {
  let weighed = 0;
  for (let after: MetAddress | undefined; ;) {
    const met = await registry.store.answerDisputes.carriedWithin(held, after, ADDRESSES);
    if (met.length > 0) await weigh(registry, met);
    weighed += met.length;
    if (met.length < ADDRESSES) return weighed;
    after = met.at(-1);
  }
}

/** Together, since many may be carried to one address, and each address is weighed once. */
async function weigh(registry: Registry, met: readonly MetAddress[]): Promise<void> {
  const claimant = [...new Set(met.map(({ speaker }) => speaker))];
  const addresses = [...new Map(met.map((one) => [bytesToHex(one.subjectDigest), one])).values()];
  await registry.log.sequence((stores, at) =>
    updateAnswerDisputes(registry, stores, { claimant, addresses }, at),
  );
}
