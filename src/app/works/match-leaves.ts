import { bytesToHex } from '@noble/hashes/utils.js';
import { keyInLeaf, type PlaceInLeaf } from '../../core/log/leaf-subject.js';
import { buildMatchLeaf, type MatchLeaf, type MatchMethod } from '../../core/log/match-leaf.js';
import { idInLeaf } from '../claims/claim-leaves.js';
import type { Claim } from '../ports/claims.js';
import type { WorkMatch } from '../ports/works.js';

/** Says that the address of a match holds the work; the match has an id for the log. */
export function matchAddition(match: WorkMatch, claim: Claim, at: Date): MatchLeaf {
  if (match.confirmedBy === undefined) throw new Error('Nobody has said that the match is one.');
  return buildMatchLeaf({
    ...matchedPlace(match, claim, at),
    action: 'add',
    ...methodOf(match),
    confirmedBy: match.confirmedBy,
  });
}

/** Says that it does not, or that somebody else says so from now on. */
export function matchRemoval(match: WorkMatch, claim: Claim, at: Date): MatchLeaf {
  return buildMatchLeaf({ ...matchedPlace(match, claim, at), action: 'remove' });
}

function matchedPlace(
  { leafMatch, subjectDigest, subjectKey, canon }: WorkMatch,
  { id, claimant }: Claim,
  at: Date,
): PlaceInLeaf<'url'> & { match: string; claim: string; claimant: string; time: string } {
  if (leafMatch === undefined) throw new Error('The log knows nothing of this match.');
  return {
    subject: { kind: 'url', sha256: bytesToHex(subjectDigest), xxh64: keyInLeaf(subjectKey) },
    canon,
    match: idInLeaf(leafMatch),
    claim: idInLeaf(id),
    claimant,
    time: at.toISOString(),
  };
}

/** What was no measured likeness of wholes is in the end the word of whoever confirms it. */
function methodOf({ method, distance }: WorkMatch): { method: MatchMethod; distance?: number } {
  switch (method) {
    case 'sha256':
    case 'md5':
    case 'embedding':
      return { method };
    case 'pdq':
    case 'chromaprint':
    case 'text':
      return distance === undefined ? { method: 'declared' } : { method, distance };
    default:
      return { method: 'declared' };
  }
}
