import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import type { CloseDisputeInput } from '../../../src/app/moderation/closing.js';
import { claimsOfDisputes, listDisputes } from '../../../src/app/moderation/list-disputes.js';
import type { Claim } from '../../../src/app/ports/claims.js';
import type { Dispute } from '../../../src/app/ports/disputes.js';
import { logged } from '../../support/logged-leaves.js';
import { openedClaim, provenClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import { closedByTwo, decidedByTwo } from '../../support/decided-by-two.js';

const hosts = Array.from({ length: 30 }, (_, index) => `host-${index}.test`);
let nextHost = 0;
const newHost = (): string => hosts[nextHost++] ?? 'out-of-hosts.test';

const approval = { approve: true, reasonCode: 'evidence-convincing', note: 'Signed originals were shown.' };
const rejection = { approve: false, reasonCode: 'someone-else', note: 'The captions name another painter.' };

let world: RegistryWithSite;
let anna: SignedInActor;
let bert: SignedInActor;
let moderator: SignedInActor;

beforeAll(async () => {
  world = await openRegistryWithSite(hosts);
  anna = await signUp(world.registry);
  bert = await signUp(world.registry);
  moderator = await signUp(world.registry, 'moderator');
});

afterAll(() => world.close());

async function now(claim: Claim): Promise<Claim | undefined> {
  return world.registry.store.claims.byId(claim.id);
}

async function disputed(): Promise<{ first: Claim; second: Claim; dispute: Dispute }> {
  const host = newHost();
  const first = await provenClaim(world.registry, world.site, anna, 'domain', host);
  const second = await provenClaim(world.registry, world.site, bert, 'domain', host);
  const dispute = await world.registry.store.disputes.openOn('domain', first.subjectDigest);
  if (dispute === undefined) throw new Error('No dispute was opened.');
  return { first, second, dispute };
}

function closing(dispute: Dispute, upheldClaimId?: string): CloseDisputeInput {
  return {
    disputeId: dispute.id,
    upheldClaimId,
    reasonCode: 'evidence-convincing',
    note: 'Their archive goes back to 1998.',
  };
}

describe('a decision on a claim', () => {
  it('by approval makes it active and reviewed, without any file', async () => {
    const claim = await openedClaim(world.registry, anna, 'url', 'https://platform.test/art/1');
    world.clock.advance({ seconds: 1 });
    const size = await world.registry.store.log.size();
    expect(await decidedByTwo(world.registry, moderator, { claimId: claim.id, ...approval })).toMatchObject({
      ok: true,
      claim: {
        state: 'active',
        assurance: 'reviewed',
        decidedBy: moderator.account.id,
        decisionReason: 'evidence-convincing: Signed originals were shown.',
      },
    });
    expect(await logged(world.registry, size)).toEqual([
      expect.objectContaining({ kind: 'audit' }),
      expect.objectContaining({ kind: 'assurance', level: 'reviewed', method: 'moderator' }),
    ]);
    const audit = await world.registry.store.audit.page({ first: 1 });
    const event = audit.rows[0]?.row;
    expect(event).toMatchObject({
      actorId: moderator.account.id,
      action: 'claim.approved',
      target: `claim:${claim.id}`,
      reason: 'evidence-convincing',
      details: { previousState: 'open', rivals: [] },
    });
    // Apart from the trail, from which it could never be deleted.
    expect(JSON.stringify(event)).not.toContain('originals');
    expect(await world.registry.store.decisionNotes.ofEvents([event?.id ?? ''])).toEqual([
      { eventId: event?.id, claimIds: [claim.id], note: 'Signed originals were shown.' },
    ]);
  });

  it('by rejection ends it, so that the place can be claimed again', async () => {
    const host = newHost();
    const claim = await provenClaim(world.registry, world.site, anna, 'domain', host);
    const size = await world.registry.store.log.size();
    expect(await decidedByTwo(world.registry, moderator, { claimId: claim.id, ...rejection })).toMatchObject({
      ok: true,
      claim: { state: 'rejected' },
    });
    expect(await logged(world.registry, size)).toEqual([
      expect.objectContaining({ kind: 'audit' }),
      expect.objectContaining({ kind: 'audit' }),
      expect.objectContaining({ kind: 'assurance', state: 'rejected', method: 'moderator' }),
    ]);
    expect(await openedClaim(world.registry, anna, 'domain', host)).toMatchObject({ state: 'open' });
  });

  it('by approval opens a dispute where somebody else holds the place, and overwrites nothing', async () => {
    const host = newHost();
    const holder = await provenClaim(world.registry, world.site, anna, 'domain', host);
    const rival = await openedClaim(world.registry, bert, 'domain', host);
    expect(await decidedByTwo(world.registry, moderator, { claimId: rival.id, ...approval })).toMatchObject({
      ok: true,
      claim: { state: 'disputed', assurance: 'reviewed' },
    });
    expect(await now(holder)).toMatchObject({ state: 'disputed', assurance: 'verified' });
  });

  it.each([
    ['a reason that is not on the list', 'reasonCode', { ...approval, reasonCode: 'because' }],
    ['a reason to reject, for an approval', 'reasonCode', { ...approval, reasonCode: 'evidence-missing' }],
    [
      'a reason to approve, for a rejection',
      'reasonCode',
      { ...rejection, reasonCode: 'evidence-convincing' },
    ],
    ['a note that says nothing', 'note', { ...approval, note: 'Fine.' }],
    ['a note of blanks', 'note', { ...approval, note: '             ' }],
    ['a note that nobody would read', 'note', { ...approval, note: 'x'.repeat(2_001) }],
  ])('is refused for %s', async (_, field, grounds) => {
    const claim = await openedClaim(
      world.registry,
      await signUp(world.registry),
      'url',
      'platform.test/art/2',
    );
    expect(await decidedByTwo(world.registry, moderator, { claimId: claim.id, ...grounds })).toMatchObject({
      ok: false,
      code: 'INVALID_INPUT',
      field,
    });
    expect(await now(claim)).toMatchObject({ state: 'open' });
  });

  it("is nobody's on an own claim", async () => {
    const own = await openedClaim(world.registry, moderator, 'domain', newHost());
    expect(await decidedByTwo(world.registry, moderator, { claimId: own.id, ...approval })).toMatchObject({
      ok: false,
      code: 'INVALID_INPUT',
      field: 'claimId',
    });
  });

  it('is made once: a claim that ended or is in dispute is not decided', async () => {
    const claim = await openedClaim(world.registry, anna, 'domain', newHost());
    const { first } = await disputed();
    await decidedByTwo(world.registry, moderator, { claimId: claim.id, ...rejection });
    for (const claimId of [claim.id, first.id]) {
      expect(await decidedByTwo(world.registry, moderator, { claimId, ...approval })).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'claimId',
      });
    }
    expect(await decidedByTwo(world.registry, moderator, { claimId: 'nonsense', ...approval })).toMatchObject(
      {
        code: 'NOT_FOUND',
      },
    );
  });
});

describe('a decision on a dispute', () => {
  it('for one claim makes it active and reviewed, and rejects the other', async () => {
    const { first, second, dispute } = await disputed();
    world.clock.advance({ seconds: 1 });
    const size = await world.registry.store.log.size();
    expect(await closedByTwo(world.registry, moderator, closing(dispute, second.id))).toMatchObject({
      ok: true,
      dispute: { outcome: 'claim-upheld', closedBy: moderator.account.id, closedAt: world.clock.now() },
    });
    expect(await now(second)).toMatchObject({ state: 'active', assurance: 'reviewed' });
    expect(await now(first)).toMatchObject({ state: 'rejected', decidedBy: moderator.account.id });
    expect(await logged(world.registry, size)).toEqual([
      expect.objectContaining({ kind: 'audit' }),
      expect.objectContaining({ kind: 'audit' }),
      expect.objectContaining({ claim: first.id.replaceAll('-', ''), state: 'rejected' }),
      expect.objectContaining({ claim: second.id.replaceAll('-', ''), level: 'reviewed' }),
      expect.objectContaining({
        kind: 'dispute',
        action: 'close',
        cause: 'rival-claims',
        outcome: 'claim-upheld',
        upheld: second.id.replaceAll('-', ''),
        reason: 'evidence-reviewed',
      }),
    ]);
    const closed = { action: 'dispute.closed', target: `dispute:${dispute.id}` };
    const audit = await world.registry.store.audit.page({ first: 1 }, closed);
    expect(audit.rows[0]?.row).toMatchObject({
      action: 'dispute.closed',
      target: `dispute:${dispute.id}`,
      details: { upheld: second.id },
    });
  });

  it('for none of them leaves the place to nobody', async () => {
    const { first, second, dispute } = await disputed();
    const size = await world.registry.store.log.size();
    expect(await closedByTwo(world.registry, moderator, closing(dispute))).toMatchObject({
      ok: true,
      dispute: { outcome: 'none-upheld' },
    });
    expect([(await now(first))?.state, (await now(second))?.state]).toEqual(['rejected', 'rejected']);
    const leaf = (await logged(world.registry, size)).at(-1);
    expect(leaf).toMatchObject({ kind: 'dispute', outcome: 'none-upheld', reason: 'evidence-reviewed' });
    expect(leaf).not.toHaveProperty('upheld');
  });

  it('is made once, by 16 moderators at the same time', async () => {
    const { first, second, dispute } = await disputed();
    const results = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        closedByTwo(world.registry, moderator, closing(dispute, index % 2 === 0 ? first.id : second.id)),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const states = [(await now(first))?.state, (await now(second))?.state];
    expect(new Set(states)).toEqual(new Set(['active', 'rejected']));
  });

  it('is refused to whoever is part of it, for a claim outside it, and for no dispute', async () => {
    const host = newHost();
    const own = await provenClaim(world.registry, world.site, moderator, 'domain', host);
    await provenClaim(world.registry, world.site, anna, 'domain', host);
    const ownDispute = await world.registry.store.disputes.openOn('domain', own.subjectDigest);
    const { dispute } = await disputed();
    expect(ownDispute && (await closedByTwo(world.registry, moderator, closing(ownDispute)))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'disputeId',
    });
    expect(await closedByTwo(world.registry, moderator, closing(dispute, own.id))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'upheldClaimId',
    });
    expect(
      await closedByTwo(world.registry, moderator, closing({ ...dispute, id: 'nonsense' })),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is listed with its claims, open ones before closed ones', async () => {
    const { first, second, dispute } = await disputed();
    const page = await listDisputes(world.registry, { first: 50 });
    const disputes = page.rows.map(({ row }) => row);
    const closedFrom = disputes.findIndex(({ closedAt }) => closedAt !== undefined);
    expect(disputes.slice(closedFrom).every(({ closedAt }) => closedAt !== undefined)).toBe(true);
    const listed = disputes.filter(({ id }) => id === dispute.id);
    const [claims] = await claimsOfDisputes(world.registry, listed);
    expect(new Set(claims?.map(({ id }) => id))).toEqual(new Set([first.id, second.id]));
  });
});
