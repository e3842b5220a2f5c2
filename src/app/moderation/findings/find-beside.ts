import type { Registry } from '../../registry.js';
import { agreeingEntries, type AgreeingEntries } from './agreeing-entries.js';
import { earliestHolding, type EarliestHolding } from './earliest-holding.js';
import { largestOriginal, type LargestOriginal } from './largest-original.js';
import { lookAtSide } from './look-at-side.js';
import { namesFound, type NamesFound } from './names-found.js';
import type { LookedSide } from './side.js';
import { sidesOf } from './sides-of.js';

/** What machines find beside a claim. It informs a moderator and decides nothing; each is undefined where there is nothing to say. */
export interface SideFindings {
  readonly side: LookedSide;
  readonly earliest: EarliestHolding | undefined;
  readonly names: NamesFound | undefined;
  readonly largest: LargestOriginal | undefined;
  /** Whether no other side of the matter, and no entry, has it as large as this one's work. */
  readonly holdsLargest: boolean;
  readonly agreeing: AgreeingEntries | undefined;
}

/**
 * What there is to see and to find beside something that waits, side by side.
 * @param item its kind, a colon, and its id
 */
export async function findBeside(registry: Registry, item: string): Promise<SideFindings[]> {
  const findings: Omit<SideFindings, 'holdsLargest'>[] = [];
  for (const side of await sidesOf(registry, item)) {
    const looked = await lookAtSide(registry, side);
    findings.push({
      side: looked,
      earliest: earliestHolding(looked),
      names: await namesFound(registry, looked),
      largest: await largestOriginal(registry, looked),
      agreeing: agreeingEntries(looked),
    });
  }
  return findings.map((one) => ({ ...one, holdsLargest: holdsLargest(one, findings) }));
}

type Sized = Pick<SideFindings, 'largest'>;

function holdsLargest(one: Sized, all: readonly Sized[]): boolean {
  const { own } = one.largest ?? {};
  if (own === undefined) return false;
  const others = all.flatMap((other) => [
    ...(other === one ? [] : [other.largest?.own]),
    other.largest?.held,
  ]);
  const pixels = own.width * own.height;
  return others.every((size) => size === undefined || size.width * size.height < pixels);
}
