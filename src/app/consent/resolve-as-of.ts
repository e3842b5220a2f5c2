import type { Registry } from '../registry.js';

/** A size of the log, or a time: the last size that the log had at it. */
export type AsOf = { readonly size: number } | { readonly time: Date };

/** A question about leaves that are not signed yet, or a time yet to come. */
export class AsOfNotReached extends Error {
  override readonly name = 'AsOfNotReached';
}

/**
 * The size and the moment that a question is about. The size says which leaves are heard; the moment, by which an expiry
 * is measured, is the time that was asked about, and now where a size was. Throws `AsOfNotReached`.
 */
export async function resolveAsOf(
  { store, clock }: Registry,
  asOf: AsOf | undefined,
): Promise<{ readonly size: number; readonly at: Date }> {
  const signed = (await store.logTree.latest())?.size ?? 0;
  const now = clock();
  if (asOf === undefined) return { size: signed, at: now };
  if ('size' in asOf) {
    if (!Number.isSafeInteger(asOf.size) || asOf.size < 0 || asOf.size > signed) {
      throw new AsOfNotReached(`The log has ${signed} signed leaves: ask about a size from 0 to that.`);
    }
    return { size: asOf.size, at: now };
  }
  if (asOf.time > now) {
    throw new AsOfNotReached(
      'The answer at a time yet to come is not known: ask about a time that has passed.',
    );
  }
  return { size: Math.min(Number(await store.log.sizeAt(asOf.time)), signed), at: asOf.time };
}
