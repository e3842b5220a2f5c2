import { readBuilderName } from '../../core/receipt/builder-name.js';
import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import { claimablePlace } from '../claims/claimable-place.js';
import { claimedPlace } from '../claims/claimed-place.js';
import { coveringPlaces, covers } from '../claims/covering-places.js';
import { isHeld } from '../claims/is-held.js';
import { placeDigest } from '../claims/place-digest.js';
import type { Account } from '../ports/accounts.js';
import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import type { Sha256 } from '../ports/surroundings.js';

/** A name by which an account may be shown. */
export interface EntitledName {
  readonly ok: true;
  readonly name: string;
  /** Of a domain: the claim by which the account holds it. */
  readonly claimId: string | undefined;
}

/**
 * Whether an account may be shown by a name. A domain is for whoever has proved that it is theirs. Words prove nothing: they are shown as
 * what somebody calls themselves, take a confirmed address, and stay away once a moderator hid them.
 */
export async function entitledName(
  { sha256 }: { readonly sha256: Sha256 },
  stores: Pick<Stores, 'claims' | 'namedRuns'>,
  account: Account,
  text: string,
): Promise<EntitledName | InvalidInput> {
  const read = readBuilderName(text);
  if (read.kind === 'refused') return badName(read.message, 'Give another name.');
  const { name } = read;
  if (await stores.namedRuns.isHidden(account.id, name)) {
    return badName(
      'A moderator took this name out of sight.',
      'Give another name, or write to whoever runs this registry.',
    );
  }
  if (read.kind === 'words') {
    if (account.emailConfirmedAt !== undefined) return { ok: true, name, claimId: undefined };
    return badName(
      'A name in words takes an account whose e-mail address is confirmed.',
      'Confirm it on your account page, or give a domain that you have proved.',
    );
  }
  const claim = await holdingClaim({ sha256 }, stores, account.id, name);
  if (claim !== undefined) return { ok: true, name, claimId: claim.id };
  return badName(
    `This account has not proved that ${name} is its own.`,
    'Claim the domain and prove it, or give a name in words.',
  );
}

/** The claim by which an account has proved this host, or one above it, to be its own; the closest. */
async function holdingClaim(
  { sha256 }: { readonly sha256: Sha256 },
  { claims }: Pick<Stores, 'claims'>,
  accountId: string,
  host: string,
): Promise<Claim | undefined> {
  const place = claimablePlace('domain', host, sha256);
  if (!place.ok || place.expression !== host) return undefined;
  const digests = coveringPlaces(place).map(({ expression }) => placeDigest(expression, sha256));
  const held = (await claims.holding(digests, [accountId])).filter((claim) => {
    const claimed = claimedPlace(claim);
    const isProven = isHeld(claim) && claim.assurance !== 'asserted';
    return isProven && claimed?.kind === 'domain' && covers(claimed, place);
  });
  return held.sort((a, b) => (b.expression?.length ?? 0) - (a.expression?.length ?? 0))[0];
}

function badName(message: string, nextStep: string): InvalidInput {
  return invalidInput('name', message, nextStep);
}
