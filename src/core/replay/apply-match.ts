import type { MatchProblem } from '../consent/match.js';
import { FINGERPRINT_BITS } from '../log/leaf-fingerprint.js';
import type { MatchAddition, MatchLeaf } from '../log/match-leaf.js';
import type { LoggedLeaf } from './logged-leaf.js';
import { type ClaimRecord, type ReplayState, reportAnomaly, subjectRecord } from './replay-state.js';
import { likenessDistance, subjectName } from './subject-name.js';

/** Farther than any distance that was measured. */
const UNMEASURED_DISTANCE = FINGERPRINT_BITS + 2;

export function applyMatch(state: ReplayState, { index, leaf }: LoggedLeaf<MatchLeaf>): void {
  const match = state.matches.get(leaf.match);
  if (leaf.action === 'add') {
    if (match === undefined) {
      add(state, index, leaf);
    } else {
      reportAnomaly(state, index, 'match-repeated');
    }
  } else if (match?.name !== subjectName(leaf.subject) || match.claim.id !== leaf.claim) {
    reportAnomaly(state, index, 'match-unknown');
  } else if (match.removedAt !== undefined) {
    reportAnomaly(state, index, 'match-over');
  } else {
    match.removedAt = index;
  }
}

function add(state: ReplayState, index: number, leaf: MatchAddition): void {
  const claim = state.claims.get(leaf.claim);
  if (claim === undefined) {
    reportAnomaly(state, index, 'claim-unknown');
  } else if (claim.claimant.pseudonym !== leaf.claimant) {
    reportAnomaly(state, index, 'claim-of-another');
  } else if (claim.subject.kind !== 'content') {
    reportAnomaly(state, index, 'claim-on-other-subject');
  } else {
    keep(state, index, leaf, claim);
  }
}

function keep(state: ReplayState, index: number, leaf: MatchAddition, claim: ClaimRecord): void {
  const name = subjectName(leaf.subject);
  const match = {
    index,
    name,
    claim,
    distance: distanceOf(leaf),
    carriesNoYes: problemOf(leaf),
    removedAt: undefined,
  };
  state.matches.set(leaf.match, match);
  const place = subjectRecord(state, name);
  place.matches ??= [];
  place.matches.push(match);
}

function distanceOf({ method, distance }: MatchAddition): number {
  if (distance !== undefined) {
    return likenessDistance(distance);
  }
  return method === 'sha256' || method === 'md5' ? 0 : UNMEASURED_DISTANCE;
}

/**
 * A claimant's word that a work lies at an address must not let them give away what lies there; and what only a machine
 * found must not let anybody: it forbids at once, and permits nothing until whoever gives it away has seen it.
 */
function problemOf({ method, confirmedBy }: MatchAddition): MatchProblem | undefined {
  if (method === 'md5') {
    return 'md5-carries-no-yes';
  }
  const isHearsay = method === 'declared' || method === 'embedding';
  const isSeen = confirmedBy === 'moderator' || (confirmedBy === 'claimant' && !isHearsay);
  return isSeen ? undefined : 'match-needs-review';
}
