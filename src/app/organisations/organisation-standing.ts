import type { Claim } from '../ports/claims.js';
import type { Organisation } from '../ports/organisations.js';
import type { ProofMethod } from '../ports/proofs.js';
import type { Stores } from '../ports/registry-store.js';
import { isOnPlace } from '../claims/own-claim.js';

/**
 * `verified`: it may name members, and its noes reach them. In the other three it names none, its noes stay, and what it permits is
 * set aside: the proof of its domain is gone or was never there, its domain is in dispute, or a moderator has suspended it.
 */
export const ORGANISATION_STATES = ['verified', 'unverified', 'disputed', 'suspended'] as const;
export type OrganisationState = (typeof ORGANISATION_STATES)[number];

export interface OrganisationStanding {
  readonly state: OrganisationState;
  /** The domain that it has shown to hold, and how and since when. */
  readonly domain: string | undefined;
  readonly method: ProofMethod | undefined;
  readonly verifiedAt: Date | undefined;
}

/** How each of these organisations stands now, in order. */
export async function organisationStandings(
  stores: Pick<Stores, 'claims' | 'proofs' | 'organisations'>,
  organisations: readonly Organisation[],
): Promise<OrganisationStanding[]> {
  const ids = organisations.flatMap(({ claimId }) => claimId ?? []);
  const claims = new Map((await stores.claims.byIds(ids)).map((claim) => [claim.id, claim]));
  const proofs = new Map((await stores.proofs.ofClaims(ids)).map((proof) => [proof.claimId, proof]));
  return organisations.map((organisation) => {
    const claim = claims.get(organisation.claimId ?? '');
    const isProven = claim !== undefined && claim.assurance !== 'asserted';
    return {
      state: stateOf(organisation, claim),
      domain: claim?.expression,
      method: isProven ? proofs.get(claim.id)?.method : undefined,
      verifiedAt: isProven ? (claim.verifiedAt ?? claim.decidedAt) : undefined,
    };
  });
}

export async function standingOf(
  stores: Pick<Stores, 'claims' | 'proofs' | 'organisations'>,
  organisation: Organisation,
): Promise<OrganisationStanding> {
  const [standing] = await organisationStandings(stores, [organisation]);
  if (standing === undefined) throw new Error('An organisation stands somehow.');
  return standing;
}

/** Whether a claim is on a whole domain that somebody has shown to hold. */
export function verifiesOrganisation(claim: Claim | undefined): boolean {
  return claim !== undefined && isOnPlace(claim) && claim.kind === 'domain' && claim.assurance !== 'asserted';
}

function stateOf({ suspendedAt }: Organisation, claim: Claim | undefined): OrganisationState {
  if (suspendedAt !== undefined) return 'suspended';
  if (claim === undefined || !verifiesOrganisation(claim)) return 'unverified';
  if (claim.state === 'disputed') return 'disputed';
  return claim.state === 'active' ? 'verified' : 'unverified';
}
