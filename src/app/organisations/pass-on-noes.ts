import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import { placeHost } from '../claims/claimable-place.js';
import type { StatementRow } from '../ports/log.js';
import type { Organisation } from '../ports/organisations.js';
import type { Stores } from '../ports/registry-store.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { listProblem, notVerified } from './add-members.js';
import { type GivenMember, type ReadMember, type RefusedMember, readMember, refused } from './member-row.js';
import { standingOf } from './organisation-standing.js';
import { sayForAccount } from './say-for-account.js';
import { staffedOrganisation } from './staffed-organisation.js';
import { type TakenMember, takeMembers } from './take-members.js';

export interface PassOnNoesInput {
  readonly organisationId: string;
  /** Who said no there, and about which address on the platform. */
  readonly members: readonly Omit<GivenMember, 'name' | 'email'>[];
}

export type PassOnNoesResult =
  | { readonly ok: true; readonly members: readonly TakenMember[] }
  | InvalidInput
  | Refusal<'NOT_FOUND'>
  | Refusal<'ORGANISATION_UNVERIFIED'>;

/**
 * Passes on that members of a platform said no there, about addresses on its own domain. A platform can never pass on a yes: there is no way to
 * say one, and the grade of its mandates lends nothing to any.
 */
export async function passOnNoes(
  registry: Registry,
  actor: SignedInActor,
  { organisationId, members }: PassOnNoesInput,
): Promise<PassOnNoesResult> {
  const problem = listProblem(registry, members, undefined);
  if (problem !== undefined) return problem;
  return registry.log.sequence(async (stores, at) => {
    const staffed = await staffedOrganisation(stores, actor, organisationId, 'editor');
    if (!staffed.ok) return staffed;
    const { organisation } = staffed;
    if (organisation.kind !== 'platform') return onlyForPlatforms();
    const { state, domain } = await standingOf(stores, organisation);
    if (state !== 'verified' || domain === undefined) return notVerified(organisation);
    const rows = members.map((given) => onPlatform(readMember(given, registry.sha256), domain));
    await sayNoOnce(registry, stores, organisation, at);
    const taking = { organisation, grade: 'passed-on', expiresAt: undefined, tells: false } as const;
    return { ok: true as const, members: await takeMembers(registry, stores, taking, rows, at) };
  });
}

function onPlatform(row: ReadMember | RefusedMember, domain: string): ReadMember | RefusedMember {
  if (!row.ok) return row;
  if (row.place === undefined) return refused('address', 'Give the address that the no is about.');
  const host = placeHost(row.place.expression);
  const isOwn = host === domain || host.endsWith(`.${domain}`);
  return isOwn ? row : refused('address', `A platform passes on noes about addresses on ${domain} alone.`);
}

/** The one answer of a platform, which reaches whomever it speaks for. */
async function sayNoOnce(
  registry: Registry,
  stores: Stores,
  { accountId }: Organisation,
  at: Date,
): Promise<void> {
  const account = await stores.accounts.byId(accountId);
  if (account === undefined) throw new Error('An organisation lost the account in whose name it speaks.');
  const { rows } = await stores.statements.ofAccount(accountId, { first: 1 });
  const isSaid = (row: StatementRow) => row.preference === 'deny' && row.withdrawnIndex === undefined;
  if (rows.some(({ row }) => isSaid(row))) return;
  const answer = { use: 'train-ai', preference: 'deny', basis: 'mandate', capacity: 'agent' } as const;
  await sayForAccount(registry, stores, account, answer, at);
}

function onlyForPlatforms(): InvalidInput {
  return invalidInput(
    'organisationId',
    'Only a platform passes on what its members said there.',
    'A collective names its members with addMembers.',
  );
}
