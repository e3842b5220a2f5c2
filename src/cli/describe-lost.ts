import type { LostLeaves } from '../core/log/lost-leaves.js';

/** What it means that leaves are lost, as a sentence. */
export function describeLost({ origin, from, to }: LostLeaves): string {
  const lost = from === to ? `Leaf ${from} of ${origin} is` : `Leaves ${from} to ${to} of ${origin} are`;
  return `${lost} lost: no yes and no offer counts in this registry, since one of them may have been a no.`;
}
