import type { ClaimLeaf } from '../log/claim-leaf.js';
import type { LoggedLeaf } from './logged-leaf.js';
import {
  type ClaimRecord,
  type ReplayState,
  claimantRecord,
  reportAnomaly,
  subjectRecord,
} from './replay-state.js';
import { subjectInReplay } from './subject-in-replay.js';
import { recognitionKeys, subjectName } from './subject-name.js';
import { noteChange } from './timeline.js';

/** A claim begins as the claimant's word. */
export function applyClaim(state: ReplayState, { index, leaf }: LoggedLeaf<ClaimLeaf>): void {
  const claimant = claimantRecord(state, leaf.claimant);
  const subject = subjectInReplay(leaf.subject, leaf.claimant);
  if (claimant.erasure !== undefined) {
    reportAnomaly(state, index, 'claimant-erased');
    return;
  }
  // The reader of leaves lets nobody claim a whole account.
  if (subject === undefined || state.claims.has(leaf.claim)) {
    reportAnomaly(state, index, 'claim-repeated');
    return;
  }
  const name = subjectName(leaf.subject);
  const claim: ClaimRecord = {
    id: leaf.claim,
    index,
    claimant,
    capacity: leaf.capacity,
    subject,
    name,
    recognitions: recognitionKeys(leaf.subject),
    standings: [],
  };
  noteChange(claim.standings, index, { own: 'asserted', told: 'asserted' });
  state.claims.set(claim.id, claim);
  for (const key of [name, ...claim.recognitions]) {
    subjectRecord(state, key).claims.push(claim);
  }
}
