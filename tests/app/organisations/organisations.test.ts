import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addMembers } from '../../../src/app/organisations/add-members.js';
import { answerInvitation } from '../../../src/app/organisations/answer-invitation.js';
import { answerMembership } from '../../../src/app/organisations/answer-membership.js';
import { changeStaff } from '../../../src/app/organisations/change-staff.js';
import { inviteStaff } from '../../../src/app/organisations/invite-staff.js';
import { standingOf } from '../../../src/app/organisations/organisation-standing.js';
import { passOnNoes } from '../../../src/app/organisations/pass-on-noes.js';
import { removeMember } from '../../../src/app/organisations/remove-member.js';
import { revokeMandate } from '../../../src/app/organisations/revoke-mandate.js';
import { sayForMembers } from '../../../src/app/organisations/say-for-members.js';
import { suspendOrganisation } from '../../../src/app/organisations/suspend-organisation.js';
import { tellMembers } from '../../../src/app/organisations/tell-members.js';
import { watchOrganisations } from '../../../src/app/organisations/watch-organisations.js';
import { withdrawClaim } from '../../../src/app/claims/withdraw-claim.js';
import { forgetAccount } from '../../../src/app/accounts/forget-account.js';
import type { SignedInActor } from '../../../src/app/actor.js';
import type { Organisation } from '../../../src/app/ports/organisations.js';
import { provenClaim } from '../../support/prove-claim.js';
import { signUp } from '../../support/sign-up.js';
import {
  answerFor,
  answered,
  named,
  openOrganisationWorld,
  type OrganisationWorld,
  saidForAll,
  tokenIn,
  verifiedOrganisation,
} from './organisations-scenario.js';

let world: OrganisationWorld;
let owner: SignedInActor;
let organisation: Organisation;
let claimId: string;
let turn = 0;
/** An address of a work that nobody has named yet. */
let address: string;
let member: { reference: string; name: string; email: string; address: string };

beforeAll(async () => {
  world = await openOrganisationWorld([
    'makers.test',
    'others.test',
    'platform.test',
    'own.test',
    'fading.test',
  ]);
  ({ owner, organisation, claimId } = await verifiedOrganisation(world, 'makers.test'));
  await saidForAll(world.registry, owner, organisation, 'deny');
});
afterAll(() => world.close());
beforeEach(async () => {
  await tellMembers(world.registry);
  turn += 1;
  address = `https://shop.example/${turn}.png`;
  member = { reference: `M-${turn}`, name: 'A member', email: `member-${turn}@example.org`, address };
  world.mails.length = 0;
});

async function told(): Promise<string> {
  await tellMembers(world.registry);
  return tokenIn(world.mails.at(-1));
}

describe('an organisation that names its members', () => {
  it('says no for them at once, on its word that it has a contract', async () => {
    expect(await answerFor(world.registry, address)).toBe('UNKNOWN');
    expect(await named(world.registry, owner, organisation, [member])).toEqual(['added']);
    expect(await answerFor(world.registry, address)).toBe('DENIED attested');
  });

  it('answers every line, and does nothing twice when a list is sent again', async () => {
    const rows = [member, { ...member, address: `${address}?2` }, { ...member, address: 'nonsense' }, member];
    const first = await named(world.registry, owner, organisation, rows);
    expect(first).toEqual(['added', 'added', expect.stringContaining('address'), 'known']);
    const size = await world.registry.store.log.size();
    const again = await named(world.registry, owner, organisation, rows);
    expect([again[0], again[1], again[3]]).toEqual(['known', 'known', 'known']);
    expect(await world.registry.store.log.size()).toBe(size);
  });

  it('tells each of them once, in a calm mail with a link, and puts no name or address into the log', async () => {
    await named(world.registry, owner, organisation, [member]);
    expect(await tellMembers(world.registry)).toBe(1);
    expect(await tellMembers(world.registry)).toBe(0);
    expect(world.mails[0]).toMatchObject({ to: member.email });
    expect(world.mails[0]?.subject).toContain(organisation.name);
    const leaves = await world.registry.store.log.byIndex(0n, 10_000);
    const text = leaves.map(({ leaf }) => new TextDecoder().decode(leaf)).join('\n');
    for (const secret of [member.reference, member.name, member.email, address]) {
      expect(text).not.toContain(secret);
    }
  });

  it('refuses whoever has no address by which to be told, and everybody where no mail can be sent', async () => {
    const [problem] = await named(world.registry, owner, organisation, [{ reference: 'nobody', address }]);
    expect(problem).toContain('e-mail');
    const mailer = { ...world.registry.mailer, isEnabled: false };
    const input = { organisationId: organisation.id, members: [member] };
    expect(await addMembers({ ...world.registry, mailer }, owner, input)).toMatchObject({
      code: 'MAIL_DISABLED',
    });
    expect(await answerFor(world.registry, address)).toBe('UNKNOWN');
  });

  it('speaks until the contract ends', async () => {
    const expiresAt = new Date(world.clock.now().getTime() + 86_400_000);
    await named(world.registry, owner, organisation, [member], expiresAt);
    expect(await answerFor(world.registry, address)).toBe('DENIED attested');
    world.clock.advance({ days: 1 });
    expect(await answerFor(world.registry, address)).toBe('UNKNOWN');
  });
});

describe('a member', () => {
  it('leaves by the link, without an account, and is not added again', async () => {
    await named(world.registry, owner, organisation, [member]);
    const token = await told();
    await answered(world.registry, token, 'leave');
    expect(await answerFor(world.registry, address)).toBe('UNKNOWN');
    const [same, other] = await named(world.registry, owner, organisation, [
      member,
      { ...member, reference: `${member.reference} again` },
    ]);
    expect([same, other]).toEqual([expect.stringContaining('left'), expect.stringContaining('left')]);
    const kept = await world.registry.store.members.byReferences(organisation.id, [member.reference]);
    expect(kept[0]).toMatchObject({ name: undefined, email: undefined });
  });

  it('says no themself, which holds also once they have left', async () => {
    await named(world.registry, owner, organisation, [member]);
    const token = await told();
    await answered(world.registry, token, 'say-no');
    await answered(world.registry, token, 'leave');
    expect(await answerFor(world.registry, address)).toBe('DENIED');
  });

  it('confirms, so that a yes could count; until a work is proven to be theirs none does', async () => {
    await named(world.registry, owner, organisation, [member]);
    const token = await told();
    await answered(world.registry, token, 'confirm');
    await answered(world.registry, token, 'confirm');
    expect(await answerFor(world.registry, address)).toBe('DENIED confirmed');
    const [kept] = await world.registry.store.members.byReferences(organisation.id, [member.reference]);
    const mandates = await world.registry.store.members.mandatesOf(kept?.id ?? '');
    expect(mandates.map(({ grade }) => grade).sort()).toEqual(['attested', 'confirmed']);
  });

  it('gets no more mails of the kind once they have said so', async () => {
    await named(world.registry, owner, organisation, [member]);
    await answered(world.registry, await told(), 'no-more-mail');
    const others = await verifiedOrganisation(world, 'others.test');
    world.mails.length = 0;
    await named(world.registry, others.owner, others.organisation, [{ ...member, reference: 'of others' }]);
    expect(await tellMembers(world.registry)).toBe(0);
    expect(world.mails).toEqual([]);
  });

  it('is let go by the organisation too, and a link that nobody was sent leads nowhere', async () => {
    await named(world.registry, owner, organisation, [member]);
    const [kept] = await world.registry.store.members.byReferences(organisation.id, [member.reference]);
    const input = { organisationId: organisation.id, memberId: kept?.id ?? '' };
    expect(await removeMember(world.registry, owner, input)).toMatchObject({ ok: true });
    expect(await answerFor(world.registry, address)).toBe('UNKNOWN');
    const guess = { token: 'guess', answer: 'leave' } as const;
    expect(await answerMembership(world.registry, owner, guess)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('with an account lets it say yes where they have proven a place, and takes that back', async () => {
    const { registry, site } = world;
    const artist = await signUp(registry);
    await provenClaim(registry, site, artist, 'domain', 'own.test');
    const collective = await verifiedOrganisation(world, 'fading.test');
    await saidForAll(registry, collective.owner, collective.organisation, 'allow');
    await named(registry, collective.owner, collective.organisation, [member]);
    const own = 'https://own.test/a.png';
    expect(await answerFor(registry, own)).toBe('UNKNOWN');
    await answerMembership(registry, artist, { token: await told(), answer: 'confirm' });
    expect(await answerFor(registry, own)).toBe('ALLOWED confirmed');

    await withdrawClaim(registry, collective.owner, { claimId: collective.claimId });
    await watchOrganisations(registry);
    expect(await answerFor(registry, own)).toBe('UNKNOWN');

    const [mandate] = await registry.store.members.mandatesFor(artist.account.id);
    expect(await revokeMandate(registry, owner, mandate?.id ?? '')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await revokeMandate(registry, artist, mandate?.id ?? '')).toMatchObject({
      mandate: { revokedBy: 'member' },
    });
  });
});

describe('an organisation that is suspended', () => {
  it('names nobody and answers nothing, and what it said no to stays denied', async () => {
    const { registry } = world;
    await named(registry, owner, organisation, [member]);
    const moderator = await signUp(registry, 'moderator');
    const { id: organisationId } = organisation;
    await suspendOrganisation(registry, moderator, { organisationId, reason: 'abuse' });
    expect(await answerFor(registry, address)).toBe('DENIED attested');
    const input = { organisationId, members: [{ ...member, reference: 'later' }] };
    expect(await addMembers(registry, owner, input)).toMatchObject({ code: 'ORGANISATION_UNVERIFIED' });
    const yes = { organisationId, use: 'train-ai', preference: 'allow' } as const;
    expect(await sayForMembers(registry, owner, yes)).toMatchObject({ code: 'ORGANISATION_UNVERIFIED' });
    await suspendOrganisation(registry, moderator, { organisationId, reason: undefined });
    expect((await standingOf(registry.store, organisation)).state).toBe('verified');
    expect((await registry.store.organisations.byId(organisationId))?.pause).toBeUndefined();
    expect(claimId).toBe(organisation.claimId);
  });
});

describe('a platform', () => {
  it('passes on noes about its own addresses, marked as that, and never a yes', async () => {
    const { registry } = world;
    const platform = await verifiedOrganisation(world, 'platform.test', 'platform');
    const { id: organisationId } = platform.organisation;
    const own = 'https://pictures.platform.test/1.png';
    const members = [
      { reference: '17', address: own },
      { reference: '17', address },
    ];
    const result = await passOnNoes(registry, platform.owner, { organisationId, members });
    expect(result).toMatchObject({ ok: true, members: [{ status: 'added' }, { ok: false }] });
    expect([await answerFor(registry, own), await answerFor(registry, address)]).toEqual([
      'DENIED passed-on',
      'UNKNOWN',
    ]);
    for (const preference of ['allow', 'conditional'] as const) {
      const terms = preference === 'conditional' ? { terms: { credit: 'By name' } } : {};
      const input = { organisationId, use: 'train-ai', preference, ...terms } as const;
      expect(await sayForMembers(registry, platform.owner, input)).toMatchObject({ code: 'INVALID_INPUT' });
    }
    expect(await addMembers(registry, platform.owner, { organisationId, members: [member] })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('who works for an organisation', () => {
  it('is invited by address, does what the role lets them, and leaves; the last owner stays', async () => {
    const { registry } = world;
    const { id: organisationId } = organisation;
    const stranger = await signUp(registry);
    const account = { ...stranger.account, email: 'new@makers.test', emailConfirmedAt: world.clock.now() };
    await registry.store.accounts.update(account.id, account);
    const editor: SignedInActor = { ...stranger, account };
    const rows = { organisationId, members: [member] };
    expect(await addMembers(registry, editor, rows)).toMatchObject({ code: 'NOT_FOUND' });

    await inviteStaff(registry, owner, { organisationId, email: 'New@makers.test', role: 'viewer' });
    const accept = { organisationId, accept: true };
    expect(await answerInvitation(registry, owner, accept)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await answerInvitation(registry, editor, accept)).toMatchObject({ ok: true });
    expect(await addMembers(registry, editor, rows)).toMatchObject({ code: 'NOT_FOUND' });
    await changeStaff(registry, owner, { organisationId, accountId: account.id, role: 'editor' });
    expect(await addMembers(registry, editor, rows)).toMatchObject({ ok: true });

    const ownerLeaves = { organisationId, accountId: owner.account.id, role: undefined };
    expect(await changeStaff(registry, owner, ownerLeaves)).toMatchObject({ code: 'LAST_OWNER' });
    expect(await forgetAccount(registry, owner.account.id, 'keep')).toMatchObject({ code: 'ROLE_HELD' });
    const editorLeaves = { organisationId, accountId: account.id, role: undefined };
    expect(await changeStaff(registry, editor, editorLeaves)).toMatchObject({ ok: true });
    expect(await addMembers(registry, editor, rows)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
