import { canonicalUrl } from '../../../core/url/canonical-url.js';
import { hostOf } from '../../../core/url/url-expressions.js';
import type { Identity } from '../../ports/identities.js';
import type { Registry } from '../../registry.js';
import type { OwnClaim } from '../own-claim.js';
import { type ProofCheck, proofFailure } from './proof-check.js';

/** A profile may have been given up since: what was said longer ago is asked for again. */
const FRESH_MS = 60 * 60 * 1_000;

/**
 * Whether a provider has said lately that the claimed profile is the claimant's. Each speaks for the hosts that the operator
 * has named, and for the very profile: the address, and the folder below it.
 */
export async function checkIdentity(
  { store, clock, providers }: Registry,
  claim: OwnClaim,
): Promise<ProofCheck> {
  const names = providers.list.map(({ name }) => name).join(', ');
  const matching = await identitiesOn({ store, providers }, claim);
  if (matching.length === 0) {
    return proofFailure(
      'absent',
      'No provider that you have signed in with says that this profile is yours.',
      `Sign in with the site of the profile (${names || 'none is set up here'}), then claim the address that it shows.`,
    );
  }
  return matching.some(({ seenAt }) => clock().getTime() - seenAt.getTime() <= FRESH_MS)
    ? { met: true }
    : proofFailure(
        'replaced',
        'You signed in there more than an hour ago.',
        'Sign in there once more, then check again.',
      );
}

/** The linked identities of a claimant whose profile is what is claimed. */
export async function identitiesOn(
  { store, providers }: Pick<Registry, 'store' | 'providers'>,
  claim: OwnClaim,
): Promise<Identity[]> {
  const identities = await store.identities.ofAccount(claim.accountId);
  return identities.filter(({ issuer, profile }) => {
    const provider = providers.list.find((each) => each.issuer === issuer);
    return provider !== undefined && isProfile(claim, profile, provider.profileHosts);
  });
}

function isProfile(claim: OwnClaim, profile: string | undefined, hosts: readonly string[]): boolean {
  const canonical = profile === undefined ? undefined : canonicalUrl(profile);
  if (canonical?.ok !== true) return false;
  const address = canonical.url.replace(/\/$/, '');
  const [host = ''] = address.split('/', 1);
  // The first page of a host would be the whole of it.
  if (!address.includes('/') || !hosts.includes(hostOf(host))) return false;
  if (claim.kind === 'path') return claim.expression === `${address}/`;
  return claim.kind === 'url' && [address, `${address}/`].includes(claim.expression);
}
