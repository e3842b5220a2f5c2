import type { Actor } from '../actor.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { Account } from '../ports/accounts.js';
import type { Mandate } from '../ports/organisations.js';
import type { Stores } from '../ports/registry-store.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { endMandates } from './end-mandates.js';
import { findMembership, type Membership } from './find-membership.js';
import { mandateGrantLeaf } from './mandate-leaves.js';
import { sayForAccount } from './say-for-account.js';

/**
 * `confirm`: the organisation may also say yes for me. `say-no`: I say no myself, whatever it says. `leave`: it speaks for me no more.
 * `no-more-mail`: nobody writes to this address about memberships again.
 */
export const MEMBERSHIP_ANSWERS = ['confirm', 'say-no', 'leave', 'no-more-mail'] as const;
export type MembershipAnswer = (typeof MEMBERSHIP_ANSWERS)[number];

export type AnswerMembershipResult = Membership | Refusal<'NOT_FOUND'>;

/**
 * What a member does by the link that they were sent, with no account. Whoever is signed in and confirms lets the organisation speak for
 * their own account too. Every answer can be given again, and does nothing twice.
 */
export async function answerMembership(
  registry: Registry,
  actor: Actor,
  { token, answer }: { readonly token: string; readonly answer: MembershipAnswer },
): Promise<AnswerMembershipResult> {
  return registry.log.sequence(async (stores, at) => {
    const membership = await findMembership(registry, stores, token);
    if (!membership.ok) return membership;
    if (answer === 'confirm') await confirm(registry, stores, membership, actor, at);
    else if (answer === 'say-no') await sayNo(registry, stores, membership, at);
    else if (answer === 'leave') await leave(registry, stores, membership, at);
    else await refuseMail(stores, membership, at);
    return findMembership(registry, stores, token);
  });
}

async function confirm(
  registry: Registry,
  stores: Stores,
  { member, organisation, mandates }: Membership,
  actor: Actor,
  at: Date,
): Promise<void> {
  const agent = await stores.accounts.byId(organisation.accountId);
  const made = await stores.accounts.byId(member.accountId);
  if (agent === undefined || made === undefined || member.leftAt !== undefined) return;
  const own = actor.kind === 'account' ? [actor.account] : [];
  const isConfirmed = ({ id }: Account) =>
    mandates.some(
      (one) => one.principalId === id && one.grade === 'confirmed' && one.revokedAt === undefined,
    );
  const attested = mandates.find(({ grade }) => grade === 'attested');
  const principals = [made, ...own].filter((principal) => !isConfirmed(principal));
  const granted = principals.map((principal) => ({
    principal,
    mandate: {
      id: registry.random.uuid(),
      organisationId: organisation.id,
      memberId: member.id,
      principalId: principal.id,
      grade: 'confirmed',
      grantedAt: at,
      expiresAt: attested?.expiresAt,
      revokedAt: undefined,
      revokedBy: undefined,
    } satisfies Mandate,
  }));
  const isOver = attested?.expiresAt !== undefined && attested.expiresAt <= at;
  if (isOver) return;
  const leaves = granted.map(({ principal, mandate }) => mandateGrantLeaf(mandate, { principal, agent }, at));
  await stores.members.grantAll(granted.map(({ mandate }) => mandate));
  await appendLeaves(registry, stores, leaves, at);
}

/** Holds in their own name from now on, also once they have left, and beside whatever the organisation says. */
async function sayNo(registry: Registry, stores: Stores, { member }: Membership, at: Date): Promise<void> {
  const account = await stores.accounts.byId(member.accountId);
  if (account === undefined || (await hasSaidNo(stores, member.accountId))) return;
  const answer = { use: 'train-ai', preference: 'deny', basis: 'own-right', capacity: 'author' } as const;
  await sayForAccount(registry, stores, account, answer, at);
}

/** Whether somebody has said no about everything of theirs. */
export async function hasSaidNo(stores: Pick<Stores, 'statements'>, accountId: string): Promise<boolean> {
  const { rows } = await stores.statements.ofAccount(accountId, { first: 1 });
  return rows.some(({ row }) => row.preference === 'deny' && row.withdrawnIndex === undefined);
}

async function leave(
  registry: Registry,
  stores: Stores,
  { member, organisation, mandates }: Membership,
  at: Date,
): Promise<void> {
  await endMandates(registry, stores, organisation, mandates, { by: 'member', at });
  const left = { leftAt: member.leftAt ?? at, name: undefined, email: undefined, tellAt: undefined };
  await stores.members.update(member.id, left);
}

async function refuseMail(stores: Stores, { member }: Membership, at: Date): Promise<void> {
  if (member.emailDigest !== undefined) await stores.members.refuseMail(member.emailDigest, at);
}
