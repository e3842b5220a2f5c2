import { bytesToHex } from '@noble/hashes/utils.js';
import { isAssured } from '../../../core/consent/assurance.js';
import type { Claim } from '../../ports/claims.js';
import type { KeptFinding } from '../../ports/original-findings.js';
import type { OriginalSignature } from '../../ports/signed-originals.js';
import type { Registry } from '../../registry.js';
import { readPlace } from '../read-place.js';
import { heldAssurance } from '../held-assurance.js';

/** A finding with what the registry knows beside it, as it is now. */
export interface SignedOriginal extends KeptFinding {
  /** Whether it is the very file that the work was registered by; undefined for a place, and for a work without a file. */
  readonly isRegisteredFile: boolean | undefined;
  readonly signatures: readonly NamedSignature[];
}

export interface NamedSignature extends OriginalSignature {
  /** Those of the names in a certificate on the list that the claimant has proven to this registry by other means. */
  readonly provenNames: readonly string[];
}

/** What was found in the signed files of each claim, in the order of the claims. Whoever may see a claim may see these. */
export async function signedOriginalsOf(
  registry: Registry,
  claims: readonly Claim[],
): Promise<SignedOriginal[][]> {
  const ids = claims.map(({ id }) => id);
  const found = await registry.store.originalFindings.ofClaims(ids);
  if (found.length === 0) return claims.map(() => []);
  const works = await registry.store.works.byClaims(ids);
  return Promise.all(
    claims.map((claim) => {
      const registered = works.find(({ claimId }) => claimId === claim.id)?.sha256;
      const own = found.filter(({ claimId }) => claimId === claim.id);
      return Promise.all(
        own.map(async (each) => ({
          ...each,
          isRegisteredFile: registered && bytesToHex(registered) === bytesToHex(each.sha256),
          signatures: await Promise.all(each.finding.signatures.map((one) => named(registry, claim, one))),
        })),
      );
    }),
  );
}

async function named(
  registry: Registry,
  { accountId }: Claim,
  signature: OriginalSignature,
): Promise<NamedSignature> {
  const { domains, emails, doubt } = signature;
  // Anybody can write any name into a certificate of their own making.
  if (doubt !== null || accountId === undefined) return { ...signature, provenNames: [] };
  const account = await registry.store.accounts.byId(accountId);
  const mail = account?.emailConfirmedAt === undefined ? undefined : account.email?.toLowerCase();
  const held = await Promise.all(domains.map((domain) => holdsDomain(registry, accountId, domain)));
  return {
    ...signature,
    provenNames: [
      ...domains.filter((_domain, at) => held[at]),
      ...emails.filter((email) => email.toLowerCase() === mail),
    ],
  };
}

async function holdsDomain(registry: Registry, accountId: string, domain: string): Promise<boolean> {
  const place = readPlace('domain', domain, registry.sha256);
  if (!place.ok) return false;
  return isAssured(await heldAssurance(registry, registry.store, accountId, place), 'verified');
}
