import { newAccount } from '../../../src/app/accounts/new-account.js';
import { hashToken, newToken } from '../../../src/app/accounts/secrets.js';
import { mailDigest } from '../../../src/app/organisations/take-members.js';
import type { Claim } from '../../../src/app/ports/claims.js';
import type { Organisation, OrganisationKind } from '../../../src/app/ports/organisations.js';
import type { Registry } from '../../../src/app/registry.js';
import type { Cast } from './cast.js';
import type { Scene } from './scene.js';

/** Organisations that A owns, with a member of whom every field holds something. */
export interface Organised {
  readonly collective: Organisation;
  readonly platform: Organisation;
  readonly member: { readonly id: string; readonly email: string; readonly token: string };
  /** By which the collective speaks for A's own account. */
  readonly mandateOfA: string;
}

/** Puts them straight into the store: they rest on a claim that A has not proven. */
export async function addOrganisations(
  registry: Registry,
  { people: { artistA }, number }: Cast,
  { id: claimId }: Claim,
): Promise<Organised> {
  const { clock, random, sha256, store } = registry;
  const now = clock();
  const add = async (kind: OrganisationKind, since: Date): Promise<Organisation> => {
    const account = newAccount(registry, { email: undefined, role: 'artist' });
    await store.accounts.add(account);
    const organisation = {
      id: random.uuid(),
      accountId: account.id,
      kind,
      name: `${kind} ${number}`,
      claimId,
    };
    const whole = { ...organisation, createdAt: now, pause: undefined, suspendedAt: undefined };
    await store.organisations.add(whole);
    const { id: organisationId } = organisation;
    await store.organisations.putStaff({
      organisationId,
      accountId: artistA.account.id,
      role: 'owner',
      since,
    });
    return whole;
  };
  const collective = await add('collective', now);
  const platform = await add('platform', new Date(now.getTime() + 1_000));
  const member = { id: random.uuid(), email: `member-${number}@example.org`, token: newToken(random) };
  const made = newAccount(registry, { email: undefined, role: 'artist' });
  await store.accounts.add(made);
  await store.members.addAll([
    {
      id: member.id,
      organisationId: collective.id,
      accountId: made.id,
      reference: 'M-1',
      name: 'A member',
      email: member.email,
      emailDigest: mailDigest({ sha256 }, member.email),
      tokenHash: hashToken(sha256, member.token),
      createdAt: now,
      tellAt: undefined,
      toldAt: now,
      leftAt: now,
    },
  ]);
  const mandateOfA = random.uuid();
  const mandate = {
    organisationId: collective.id,
    grantedAt: now,
    revokedAt: undefined,
    revokedBy: undefined,
  };
  await store.members.grantAll([
    {
      ...{ ...mandate, id: random.uuid(), memberId: member.id, principalId: made.id, grade: 'attested' },
      ...{ expiresAt: new Date('2030-01-01T00:00:00.000Z'), revokedAt: now, revokedBy: 'member' },
    },
    {
      ...{ ...mandate, id: mandateOfA, memberId: undefined, principalId: artistA.account.id },
      ...{ grade: 'confirmed', expiresAt: undefined },
    },
  ]);
  await store.organisations.invite({
    organisationId: collective.id,
    email: `invited-${number}@example.org`,
    role: 'editor',
    invitedAt: now,
    expiresAt: new Date('2030-01-01T00:00:00.000Z'),
  });
  return { collective, platform, member, mandateOfA };
}

/** Has A's organisations stand verified. */
export async function verifyOrganisationsOfA({ store }: Registry, { id }: Claim): Promise<void> {
  await store.claims.update(id, { state: 'active', assurance: 'verified' });
}

/** Has somebody besides A own them, so that A can go. */
export async function shareOrganisationsOfA(
  { store }: Registry,
  { people, organised }: Scene,
): Promise<void> {
  for (const { id: organisationId, createdAt: since } of [organised.collective, organised.platform]) {
    const accountId = people.builder.account.id;
    await store.organisations.putStaff({ organisationId, accountId, role: 'owner', since });
  }
}
