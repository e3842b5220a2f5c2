import type { AsOf } from '../ports/consent-answers.js';
import type { Registry } from '../registry.js';

/** A question about leaves that are not signed yet, or about a time yet to come. */
export class AsOfNotReached extends Error {
  override readonly name = 'AsOfNotReached';

  constructor(
    /** Which of the two ways of asking it came by. */
    readonly askedBy: 'size' | 'time',
    message: string,
    readonly nextStep: string,
  ) {
    super(message);
  }
}

/** What an answer speaks of: so many leaves, heard at a moment. */
export interface ResolvedAsOf {
  readonly size: number;
  /** Decides what has expired, and nothing else. */
  readonly moment: Date;
}

/**
 * The size and the moment that a question is about. A size says which leaves are heard, and not when: what has expired is
 * measured now, so that nobody gets a yes that has run out by naming the size it was said at. A time says both. Throws
 * `AsOfNotReached`.
 */
export async function resolveAsOf({ store, clock }: Registry, asOf: AsOf | undefined): Promise<ResolvedAsOf> {
  const signed = (await store.logTree.latest())?.size ?? 0;
  const now = clock();
  if (asOf === undefined) return { size: signed, moment: now };
  if ('size' in asOf) {
    if (!Number.isSafeInteger(asOf.size) || asOf.size < 0 || asOf.size > signed) throw sizeNotReached(signed);
    return { size: asOf.size, moment: now };
  }
  if (asOf.time > now) throw timeNotReached(now);
  return { size: Math.min(Number(await store.log.sizeAt(asOf.time)), signed), moment: asOf.time };
}

function sizeNotReached(signed: number): AsOfNotReached {
  return new AsOfNotReached(
    'size',
    `The size asked about is none that the log has signed: it has reached ${signed}.`,
    `Ask about a size from 0 to ${signed}, or about none for the answer of today.`,
  );
}

function timeNotReached(now: Date): AsOfNotReached {
  return new AsOfNotReached(
    'time',
    `The time asked about is yet to come: it is ${now.toISOString()} here.`,
    'Ask about a time that has passed, or about none for the answer of today.',
  );
}
