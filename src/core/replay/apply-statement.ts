import { bytesToHex } from '@noble/hashes/utils.js';
import type { StatementLeaf } from '../log/statement-leaf.js';
import type { LoggedLeaf } from './logged-leaf.js';
import { isMandated } from './mandate-in-force.js';
import {
  type ClaimRecord,
  type ReplayState,
  type StatementRecord,
  claimantRecord,
  reportAnomaly,
  subjectRecord,
} from './replay-state.js';
import { subjectInReplay } from './subject-in-replay.js';
import { recognitionKeys, subjectName } from './subject-name.js';

/**
 * A statement is heard whatever claim it names: what it rests on is derived from all claims of its claimant, so that a
 * wrong name gives it nothing.
 */
export function applyStatement(state: ReplayState, entry: LoggedLeaf<StatementLeaf>): void {
  const { index, leaf } = entry;
  const id = bytesToHex(entry.leafHash);
  const claimant = claimantRecord(state, leaf.claimant);
  if (claimant.erasure !== undefined) {
    reportAnomaly(state, index, 'claimant-erased');
    return;
  }
  if (state.statements.has(id)) {
    reportAnomaly(state, index, 'statement-repeated');
    return;
  }
  const name = subjectName(leaf.subject);
  const statement: StatementRecord = {
    id,
    index,
    claimant,
    capacity: leaf.capacity,
    subject: subjectInReplay(leaf.subject, leaf.claimant),
    name,
    recognitions: recognitionKeys(leaf.subject),
    use: leaf.use,
    preference: leaf.preference,
    basis: leaf.basis,
    ownWorks: leaf.ownWorks,
    expiresAt: leaf.expiresAt === undefined ? undefined : Date.parse(leaf.expiresAt),
    previous: claimant.latest.get(name),
    endedAt: undefined,
    openingErasedAt: undefined,
    suspensions: undefined,
    pauses: undefined,
  };
  claimant.latest.set(name, statement);
  state.statements.set(id, statement);
  if (leaf.subject.kind === 'account') {
    claimant.accountStatements.push(statement);
    return;
  }
  for (const key of [name, ...statement.recognitions]) {
    subjectRecord(state, key).statements.push(statement);
  }
  reportNamedClaim(state, index, statement, state.claims.get(leaf.claim ?? ''));
}

function reportNamedClaim(
  state: ReplayState,
  index: number,
  statement: StatementRecord,
  claim: ClaimRecord | undefined,
): void {
  if (claim === undefined) {
    reportAnomaly(state, index, 'claim-unknown');
  } else if (claim.name !== statement.name) {
    reportAnomaly(state, index, 'claim-on-other-subject');
  } else if (claim.claimant !== statement.claimant && !isMandated(statement.claimant, claim, index)) {
    reportAnomaly(state, index, 'claim-of-another');
  }
}
