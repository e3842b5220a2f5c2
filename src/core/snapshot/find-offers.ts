/** What offers a snapshot holds, by the ids of their statements. */
import type { Terms } from '../consent/terms.js';
import type { Use } from '../consent/use.js';
import type { KeyBlock, PlaceVoice, WorkVoice } from './key-block.js';

/** What somebody may accept. */
export interface Offer {
  readonly use: Use;
  readonly terms: Terms;
  /** Milliseconds since 1970 UTC; undefined without a term. */
  readonly expiresAt: number | undefined;
}

/** Where blocks are read one after the other. */
interface AllBlocks {
  readonly rows: { readonly count: number };
  blockOf(row: number): KeyBlock;
}

/**
 * The offers among these statements that stand, with their terms. Every block is looked at: accepting is rare, and a table by statement
 * would make each snapshot longer.
 */
export function findOffers(
  blocks: AllBlocks,
  terms: ReadonlyMap<string, Terms>,
  statementIds: readonly string[],
): Map<string, Offer> {
  const wanted = new Set(statementIds.filter((id) => terms.has(id)));
  const found = new Map<string, Offer>();
  for (let row = 0; row < blocks.rows.count && found.size < wanted.size; row += 1) {
    const { places, works } = blocks.blockOf(row);
    const said: readonly Said[] = [...places, ...works];
    for (const voice of said) {
      const { id, preference, use, expiresAt } = voice;
      const told = terms.get(id);
      if (!wanted.has(id) || told === undefined || preference !== 'conditional') continue;
      if (voice.suspended !== true && !said.some((other) => replaces(other, voice))) {
        found.set(id, { use, terms: told, expiresAt });
      }
    }
  }
  return found;
}

type Said = PlaceVoice | WorkVoice;

/** A later word of the same claimant about the same subject and use. */
function replaces(later: Said, voice: Said): boolean {
  const isOfOne = later.claimant === voice.claimant && later.use === voice.use;
  return isOfOne && later.index > voice.index && aboutOf(later) === aboutOf(voice);
}

function aboutOf(voice: Said): string {
  if (voice.accountWide === true) return 'account';
  return 'kind' in voice ? voice.kind : voice.work;
}
