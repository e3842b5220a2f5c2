import { bytesToHex } from '@noble/hashes/utils.js';
import { type Assurance, isAssured } from '../../core/consent/assurance.js';
import { levelToReopen } from '../../core/replay/after-decisions.js';
import { placeKey } from '../../core/replay/subject-name.js';
import { loadReplayOfSome } from '../consent/load-replay.js';
import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { PlaceHolders } from './place-holders.js';

/**
 * Refuses a claim that would contest a place again with less than it was decided by (decision rules v1, no. 5); undefined
 * when nothing stands in its way. Where nobody holds the place a claim contests nothing.
 */
export async function decidedBefore(
  stores: Stores,
  { kind, subjectDigest, subjectKey, claimant, expression }: Claim,
  rivals: PlaceHolders['rivals'],
  assurance: Assurance,
): Promise<Refusal<'ALREADY_DECIDED'> | undefined> {
  if (rivals.length === 0 || kind === 'content') return undefined;
  const size = Number(await stores.log.size());
  const asked = { places: [subjectKey], claimants: [claimant] };
  const { state } = await loadReplayOfSome(stores.log, asked, size);
  const level = levelToReopen(state, placeKey(kind, bytesToHex(subjectDigest)), claimant, size);
  if (level === undefined || isAssured(assurance, level)) return undefined;
  return refuse(
    'ALREADY_DECIDED',
    `A moderator has decided whose ${expression ?? 'this place'} is, and a file does not outweigh that.`,
    'Add evidence to this claim: if it convinces a moderator, the matter is opened again.',
  );
}
