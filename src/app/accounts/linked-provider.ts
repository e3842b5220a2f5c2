import { bytesToHex } from '@noble/hashes/utils.js';
import type { Account } from '../ports/accounts.js';
import type { Identity } from '../ports/identities.js';
import type { Registry } from '../registry.js';
import { hasOtherWayIn } from './has-other-way-in.js';

/** A provider by which somebody can come in, as its holder sees it. */
export interface LinkedProvider {
  /** Of issuer and subject; tells neither. */
  readonly id: string;
  /** Undefined where the operator does not let people come by it any more. */
  readonly name: string | undefined;
  readonly identity: Identity;
  /** Whether nothing else is left to come in by, so that it cannot be unlinked. */
  readonly isOnlyWay: boolean;
}

/** The providers that are linked to an account, in the order in which they were. */
export async function linkedProviders(registry: Registry, account: Account): Promise<LinkedProvider[]> {
  const { store, providers, sha256 } = registry;
  const identities = await store.identities.ofAccount(account.id);
  return identities.map((identity) => ({
    id: linkId(sha256, identity),
    name: providers.list.find(({ issuer }) => issuer === identity.issuer)?.name,
    identity,
    isOnlyWay: !hasOtherWayIn(
      registry,
      account,
      identities.filter((other) => other !== identity),
    ),
  }));
}

export function linkId(sha256: Registry['sha256'], { issuer, subject }: Identity): string {
  return bytesToHex(sha256(new TextEncoder().encode(JSON.stringify([issuer, subject])))).slice(0, 32);
}
