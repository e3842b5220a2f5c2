import type { Claim } from '../../ports/claims.js';
import type { Stores } from '../../ports/registry-store.js';
import { type ProofFailure, proofFailure } from './proof-check.js';
import type { Seen, Sighting } from './sighting.js';

/** Says why what was seen does not prove a claim: first what is nearest to a proof, then what is wrong at each place. */
export async function explainSightings(
  { challenges, claims }: Pick<Stores, 'challenges' | 'claims'>,
  claim: Claim,
  token: string,
  sightings: readonly Sighting[],
): Promise<ProofFailure> {
  const seen = sightings.filter((sighting): sighting is Seen => sighting.met === undefined);
  const near = seen.flatMap(({ misplaced }) => misplaced).find((each) => each.token === token);
  if (near !== undefined) {
    const nextStep = seen[0]?.nextStep ?? 'Put it where this claim says.';
    return proofFailure('wrong-place', near.problem, nextStep);
  }
  const withTokens = seen.find(({ tokens }) => tokens.length > 0);
  if (withTokens !== undefined) {
    const known = await challenges.withTokens(withTokens.tokens);
    const owners = await claims.byIds(known.map(({ claimId }) => claimId));
    return foreignTokens(withTokens.where, claim, owners);
  }
  return together(sightings);
}

/** A token of the claim itself that is not the one asked for was replaced when the challenge was renewed. */
function foreignTokens(where: string, claim: Claim, owners: readonly Claim[]): ProofFailure {
  if (owners.some(({ id }) => id === claim.id)) {
    return proofFailure(
      'replaced',
      `${where} holds an earlier line of this claim, which was replaced when the challenge was renewed.`,
      'Put the line that is shown with this claim now in its place.',
    );
  }
  const own = owners.find(({ accountId }) => accountId !== undefined && accountId === claim.accountId);
  if (own !== undefined) {
    return proofFailure(
      'other-claim',
      `${where} holds the line of your claim on ${own.expression ?? 'another place'}, but not the one of this claim.`,
      'A line proves one claim: add the line that is shown with this one.',
    );
  }
  return owners.length > 0
    ? proofFailure(
        'other-account',
        `${where} holds the line of another account, but not the one of this claim.`,
        'A line proves a claim of the account that it was made for: sign in with that account, or add the line shown here.',
      )
    : proofFailure(
        'other-claim',
        `${where} holds lines of other claims, but not the one of this claim.`,
        'A line proves one claim of one account: add the line shown with this claim.',
      );
}

function together(sightings: readonly Sighting[]): ProofFailure {
  const failures = sightings.map((sighting) =>
    sighting.met === undefined
      ? proofFailure('absent', `${sighting.where} holds no line or mark of a challenge.`, sighting.nextStep)
      : sighting,
  );
  // That a site lets nobody look has a way out of its own, so it is told first.
  const first = failures.find(({ reason }) => reason === 'site-refuses') ?? failures[0];
  return proofFailure(
    first?.reason ?? 'absent',
    failures.map(({ problem }) => problem).join(' '),
    first?.nextStep ?? '',
  );
}
