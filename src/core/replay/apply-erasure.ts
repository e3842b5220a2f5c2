import type { ErasureLeaf, OpeningErasure } from '../log/erasure-leaf.js';
import type { LoggedLeaf } from './logged-leaf.js';
import { type ReplayState, claimantRecord, reportAnomaly } from './replay-state.js';

/** What follows from an erasure is read off when statements are looked up (statement-as-of.ts). */
export function applyErasure(state: ReplayState, { index, leaf }: LoggedLeaf<ErasureLeaf>): void {
  // Whoever asked is no part of any answer.
  if (leaf.scope === 'run') return;
  const claimant = claimantRecord(state, leaf.claimant);
  if (leaf.scope === 'opening') {
    eraseOpening(state, index, leaf);
  } else if (claimant.erasure === undefined) {
    claimant.erasure = { index, noes: leaf.noes };
  } else {
    reportAnomaly(state, index, 'claimant-erased');
  }
}

function eraseOpening(state: ReplayState, index: number, { claimant, statement: id }: OpeningErasure): void {
  const statement = state.statements.get(id);
  if (statement === undefined) {
    reportAnomaly(state, index, 'statement-unknown');
  } else if (statement.claimant.pseudonym !== claimant) {
    reportAnomaly(state, index, 'statement-of-another');
  } else {
    statement.openingErasedAt ??= index;
  }
}
