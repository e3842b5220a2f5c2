import { bytesToHex } from '@noble/hashes/utils.js';
import type { Identity } from '../ports/identities.js';
import type { Registry } from '../registry.js';

/** A provider by which somebody can come in, as its holder sees it. */
export interface LinkedProvider {
  /** Of issuer and subject; tells neither. */
  readonly id: string;
  /** Undefined where the operator does not let people come by it any more. */
  readonly name: string | undefined;
  readonly identity: Identity;
}

/** The providers that are linked to an account, in the order in which they were. */
export async function linkedProviders(
  { store, providers, sha256 }: Registry,
  accountId: string,
): Promise<LinkedProvider[]> {
  const identities = await store.identities.ofAccount(accountId);
  return identities.map((identity) => ({
    id: linkId(sha256, identity),
    name: providers.list.find(({ issuer }) => issuer === identity.issuer)?.name,
    identity,
  }));
}

export function linkId(sha256: Registry['sha256'], { issuer, subject }: Identity): string {
  return bytesToHex(sha256(new TextEncoder().encode(JSON.stringify([issuer, subject])))).slice(0, 32);
}
