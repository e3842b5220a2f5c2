import type { MandateGrant, MandateLeaf } from '../log/mandate-leaf.js';
import type { LoggedLeaf } from './logged-leaf.js';
import { type MandateRecord, type ReplayState, claimantRecord, reportAnomaly } from './replay-state.js';

export function applyMandate(state: ReplayState, { index, leaf }: LoggedLeaf<MandateLeaf>): void {
  if (leaf.action === 'grant') {
    grant(state, index, leaf);
    return;
  }
  const mandate = state.mandates.get(leaf.mandate);
  if (mandate?.principal.pseudonym !== leaf.principal || mandate.agent.pseudonym !== leaf.agent) {
    reportAnomaly(state, index, 'mandate-unknown');
  } else if (mandate.revokedAt !== undefined) {
    reportAnomaly(state, index, 'mandate-over');
  } else {
    mandate.revokedAt = index;
  }
}

function grant(state: ReplayState, index: number, leaf: MandateGrant): void {
  const principal = claimantRecord(state, leaf.principal);
  const agent = claimantRecord(state, leaf.agent);
  if (state.mandates.has(leaf.mandate)) {
    reportAnomaly(state, index, 'mandate-repeated');
    return;
  }
  if (principal.erasure !== undefined || agent.erasure !== undefined) {
    reportAnomaly(state, index, 'claimant-erased');
    return;
  }
  const { grade, scope } = leaf;
  const mandate: MandateRecord = {
    index,
    principal,
    agent,
    grade,
    scope: scope === 'all' ? scope : new Set(scope.filter((id) => isOfPrincipal(state, index, id, leaf))),
    expiresAt: leaf.expiresAt === undefined ? undefined : Date.parse(leaf.expiresAt),
    revokedAt: undefined,
  };
  state.mandates.set(leaf.mandate, mandate);
  principal.agents.add(agent);
  const earlier = agent.mandates.get(principal);
  if (earlier === undefined) {
    agent.mandates.set(principal, [mandate]);
  } else {
    earlier.push(mandate);
  }
}

/** A claim that is made later under one of these ids must not fall under a mandate that could not mean it. */
function isOfPrincipal(state: ReplayState, index: number, id: string, { principal }: MandateGrant): boolean {
  const claim = state.claims.get(id);
  if (claim?.claimant.pseudonym === principal) {
    return true;
  }
  reportAnomaly(state, index, claim === undefined ? 'claim-unknown' : 'claim-of-another');
  return false;
}
