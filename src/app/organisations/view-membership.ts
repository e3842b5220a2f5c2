import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { hasSaidNo } from './answer-membership.js';
import { findMembership, type Membership } from './find-membership.js';

export interface MembershipView extends Membership {
  /** Whether the member says no in their own name. */
  readonly saysNo: boolean;
  readonly refusesMail: boolean;
  /** Of works of theirs that the organisation named, the newest first. */
  readonly addresses: readonly string[];
}

const ADDRESSES_SHOWN = 50;

/** What a member sees by the link that they were sent. */
export async function viewMembership(
  registry: Registry,
  token: string,
): Promise<MembershipView | Refusal<'NOT_FOUND'>> {
  const membership = await findMembership(registry, registry.store, token);
  return membership.ok ? viewOf(registry, membership) : membership;
}

export async function viewOf({ store }: Registry, membership: Membership): Promise<MembershipView> {
  const { accountId, emailDigest } = membership.member;
  const { rows } = await store.claims.ofAccount(accountId, { first: ADDRESSES_SHOWN });
  const refusing = emailDigest === undefined ? [] : await store.members.refusing([emailDigest]);
  return {
    ...membership,
    saysNo: await hasSaidNo(store, accountId),
    refusesMail: refusing.length > 0,
    addresses: rows.flatMap(({ row }) => row.expression ?? []),
  };
}
