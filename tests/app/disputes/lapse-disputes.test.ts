import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { addEvidence } from '../../../src/app/claims/add-evidence.js';
import { lapseDisputes } from '../../../src/app/disputes/lapse-disputes.js';
import { viewStatement } from '../../../src/app/consent/view-statements.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { logged } from '../../support/logged-leaves.js';
import { openedClaim, provenClaim } from '../../support/prove-claim.js';
import { signUp } from '../../support/sign-up.js';
import {
  type AnswersWorld,
  anomaliesOf,
  answerFor,
  openAnswersWorld,
  openDisputesOf,
  say,
  theDisputeOf,
} from './answers-scenario.js';
import { decidedByTwo } from '../../support/decided-by-two.js';

const rejection = { approve: false, reasonCode: 'evidence-missing', note: 'The link leads nowhere.' };

let world: AnswersWorld;
let moderator: SignedInActor;

beforeAll(async () => {
  world = await openAnswersWorld();
  moderator = await signUp(world.registry, 'moderator');
});

afterAll(async () => {
  expect(await anomaliesOf(world.registry)).toEqual([]);
  await world.close();
});

/** A no on Bert's word against Anna's yes, or yes on terms, to her whole site. */
async function inDispute(preference: 'allow' | 'conditional' = 'allow') {
  const host = world.newHost();
  const picture = `https://${host}/work/1.png`;
  const [anna, bert] = [await signUp(world.registry), await signUp(world.registry)];
  await provenClaim(world.registry, world.site, anna, 'domain', host);
  await say(world.registry, anna, preference, host, { kind: 'domain' });
  const no = await say(world.registry, bert, 'deny', picture);
  return { anna, bert, host, picture, no, dispute: await theDisputeOf(world.registry, bert) };
}

async function claimOf(who: SignedInActor) {
  const { rows } = await world.registry.store.claims.ofAccount(who.account.id, { first: 1 });
  return rows[0]?.row.id ?? '';
}

async function endOf(id: string) {
  return world.registry.store.disputes.byId(id);
}

describe('a no that opened a dispute', () => {
  it('lapses when 14 days of the log have passed, and not a second earlier', async () => {
    const { anna, bert, picture, no, dispute } = await inDispute();
    world.clock.advance({ days: 13, hours: 23, minutes: 59, seconds: 59 });
    expect(await lapseDisputes(world.registry)).toBe(0);
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    world.clock.advance({ seconds: 1 });
    const size = await world.registry.store.log.size();
    expect(await lapseDisputes(world.registry)).toBe(1);
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
    expect(await endOf(dispute.id)).toMatchObject({
      outcome: 'yes-stands',
      closingReason: 'no-evidence-in-time',
      closedBy: undefined,
      reason: undefined,
      closedAt: world.clock.now(),
    });
    expect(await logged(world.registry, size)).toEqual([
      expect.objectContaining({
        kind: 'dispute',
        action: 'close',
        cause: 'no-against-yes',
        outcome: 'yes-stands',
        reason: 'no-evidence-in-time',
        suspends: [Buffer.from(no.id).toString('hex')],
      }),
    ]);
    expect(await viewStatement(world.registry, no.id)).toMatchObject({
      isSetAside: true,
      heardFrom: undefined,
    });
    expect([await openDisputesOf(world.registry, anna), await openDisputesOf(world.registry, bert)]).toEqual([
      [],
      [],
    ]);
  });

  it('lapses against a yes on terms as well, of which the terms stay', async () => {
    const { anna, picture, dispute } = await inDispute('conditional');
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    world.clock.advance({ days: 14 });
    expect(await lapseDisputes(world.registry)).toBe(1);
    expect(await answerFor(world.registry, picture)).toBe('CONDITIONAL');
    expect(await endOf(dispute.id)).toMatchObject({ outcome: 'yes-stands' });
    const carl = await signUp(world.registry);
    await say(world.registry, carl, 'deny', picture);
    expect(await answerFor(world.registry, picture)).toBe('CONDITIONAL');
    expect(await openDisputesOf(world.registry, anna)).toEqual([]);
  });

  it('lapses once, however often, however late, and by however many servers it is looked at', async () => {
    await inDispute();
    await inDispute();
    world.clock.advance({ days: 400 });
    const other = makeTestRegistry(world.registry.store, { ...world.registry });
    const counts = await Promise.all([
      lapseDisputes(world.registry),
      lapseDisputes(other),
      lapseDisputes(world.registry),
    ]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await lapseDisputes(world.registry)).toBe(0);
  });

  it('lapses by the time of the log where the clock is behind it', async () => {
    const { dispute } = await inDispute();
    world.clock.advance({ days: 14 });
    await say(world.registry, await signUp(world.registry), 'deny', 'https://elsewhere.test/1.png');
    world.clock.advance({ days: -3 });
    // Nothing is due by this clock, so that nothing is done: late is no harm.
    expect(await lapseDisputes(world.registry)).toBe(0);
    world.clock.advance({ days: 3 });
    expect(await lapseDisputes(world.registry)).toBe(1);
    const closed = await endOf(dispute.id);
    expect((closed?.closedAt?.getTime() ?? 0) - dispute.openedAt.getTime()).toBe(14 * 86_400_000);
  });

  it('lapses with what was said before it, which would come back in its place', async () => {
    const { bert, picture } = await inDispute();
    await say(world.registry, bert, 'deny', picture);
    await say(world.registry, bert, 'conditional', picture);
    await say(world.registry, bert, 'deny', picture, { use: 'search' });
    world.clock.advance({ days: 14 });
    expect(await lapseDisputes(world.registry)).toBe(1);
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
    // About another use nobody opposed it.
    expect(await answerFor(world.registry, picture, 'search')).toBe('DENIED');
  });

  it('lapses against everybody at once, and ends their disputes too', async () => {
    const { bert, host, picture } = await inDispute();
    world.clock.advance({ days: 7 });
    const cara = await signUp(world.registry);
    await provenClaim(world.registry, world.site, cara, 'path', `https://${host}/work/`);
    await say(world.registry, cara, 'allow', `https://${host}/work/`, { kind: 'path' });
    const [, later] = await openDisputesOf(world.registry, bert);
    world.clock.advance({ days: 7 });
    expect(await lapseDisputes(world.registry)).toBe(1);
    expect(await endOf(later?.id ?? '')).toMatchObject({
      outcome: 'settled',
      closingReason: 'claimant-withdrew',
    });
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
  });

  it('does not lapse where the yes has run out meanwhile', async () => {
    const host = world.newHost();
    const [anna, bert] = [await signUp(world.registry), await signUp(world.registry)];
    await provenClaim(world.registry, world.site, anna, 'domain', host);
    const expiresAt = new Date(world.clock.now().getTime() + 5 * 86_400_000);
    await say(world.registry, anna, 'allow', host, { kind: 'domain', expiresAt });
    await say(world.registry, bert, 'deny', `https://${host}/1.png`);
    const dispute = await theDisputeOf(world.registry, bert);
    world.clock.advance({ days: 14 });
    expect(await lapseDisputes(world.registry)).toBe(0);
    expect(await endOf(dispute.id)).toMatchObject({ outcome: 'settled' });
    expect(await answerFor(world.registry, `https://${host}/1.png`)).toBe('DENIED');
  });

  it.each([
    ['the yes', 'anna'],
    ['the no', 'bert'],
  ])('is in dispute no longer once %s has run out, long before it would have lapsed', async (_, whose) => {
    const host = world.newHost();
    const [anna, bert] = [await signUp(world.registry), await signUp(world.registry)];
    await provenClaim(world.registry, world.site, anna, 'domain', host);
    const until = new Date(world.clock.now().getTime() + 5 * 86_400_000);
    const term = (who: string) => (who === whose ? { expiresAt: until } : {});
    await say(world.registry, anna, 'allow', host, { kind: 'domain', ...term('anna') });
    await say(world.registry, bert, 'deny', `https://${host}/1.png`, term('bert'));
    const { id } = await theDisputeOf(world.registry, bert);
    world.clock.advance({ days: 4, hours: 23 });
    await lapseDisputes(world.registry);
    expect(await endOf(id)).toMatchObject({ closedAt: undefined });
    world.clock.advance({ hours: 1 });
    expect(await lapseDisputes(world.registry)).toBe(0);
    expect(await endOf(id)).toMatchObject({ outcome: 'settled', closedAt: until });
  });

  it('goes on with what is left once a part of it has run out, and with the no of an offer', async () => {
    const { bert, picture, dispute } = await inDispute();
    const expiresAt = new Date(world.clock.now().getTime() + 5 * 86_400_000);
    await say(world.registry, bert, 'deny', picture, { use: 'train-generative-ai', expiresAt });
    await say(world.registry, bert, 'conditional', picture, { use: 'text-and-data-mining', expiresAt });
    world.clock.advance({ days: 6 });
    const size = await world.registry.store.log.size();
    expect(await lapseDisputes(world.registry)).toBe(0);
    expect(await endOf(dispute.id)).toMatchObject({ closedAt: undefined });
    expect(await world.registry.store.answerDisputes.dueBy(world.clock.now(), undefined, 9)).toEqual([]);
    expect(await world.registry.store.log.size()).toBe(size);
    world.clock.advance({ days: 8 });
    expect(await lapseDisputes(world.registry)).toBe(1);
  });

  it('of an account that is gone lapses like every other: nobody can show anything any more', async () => {
    const { bert, picture, dispute } = await inDispute();
    const account = await world.registry.store.accounts.byId(bert.account.id);
    if (account) await world.registry.store.transact(({ erasures }) => erasures.account(account));
    world.clock.advance({ days: 14 });
    expect(await lapseDisputes(world.registry)).toBe(1);
    expect(await endOf(dispute.id)).toMatchObject({ outcome: 'yes-stands', expression: undefined });
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
  });

  it('does not lapse while the log takes no leaves', async () => {
    await inDispute();
    world.clock.advance({ days: 14 });
    const troubled = { ...world.registry, log: { ...world.registry.log, trouble: () => 'stopped' as const } };
    expect(await lapseDisputes(troubled)).toBe(0);
    expect(await lapseDisputes(world.registry)).toBe(1);
  });
});

describe('evidence', () => {
  it('that waits for a moderator keeps a no alive, until it was looked at', async () => {
    const { bert, picture, dispute } = await inDispute();
    const claimId = await claimOf(bert);
    await addEvidence(world.registry, bert, { claimId, text: 'The sketches for it.' });
    world.clock.advance({ days: 30 });
    expect(await lapseDisputes(world.registry)).toBe(0);
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    await decidedByTwo(world.registry, moderator, { claimId, ...rejection });
    expect(await lapseDisputes(world.registry)).toBe(1);
    expect(await endOf(dispute.id)).toMatchObject({ outcome: 'yes-stands' });
  });

  it('that comes after 14 days counts as long as nothing was decided', async () => {
    const { bert } = await inDispute();
    world.clock.advance({ days: 15 });
    await addEvidence(world.registry, bert, { claimId: await claimOf(bert), text: 'Here it is at last.' });
    expect(await lapseDisputes(world.registry)).toBe(0);
    expect(await openDisputesOf(world.registry, bert)).toHaveLength(1);
  });

  it('for a wider place counts for the addresses in it, and for one elsewhere it does not', async () => {
    const { bert, host, dispute } = await inDispute();
    const other = await inDispute();
    const folder = await openedClaim(world.registry, bert, 'path', `https://${host}/work/`);
    await addEvidence(world.registry, bert, { claimId: folder.id, text: 'My folder.' });
    const elsewhere = await openedClaim(world.registry, other.bert, 'domain', world.newHost());
    await addEvidence(world.registry, other.bert, { claimId: elsewhere.id, text: 'My other site.' });
    world.clock.advance({ days: 14 });
    expect(await lapseDisputes(world.registry)).toBe(1);
    expect(await endOf(dispute.id)).toMatchObject({ closedAt: undefined });
    expect(await endOf(other.dispute.id)).toMatchObject({ outcome: 'yes-stands' });
  });

  it('does not keep others from lapsing, however many wait before them', async () => {
    const host = world.newHost();
    const [anna, waiting, silent] = [
      await signUp(world.registry),
      await signUp(world.registry),
      await signUp(world.registry),
    ];
    await provenClaim(world.registry, world.site, anna, 'domain', host);
    await say(world.registry, anna, 'allow', host, { kind: 'domain' });
    for (let index = 0; index < 52; index += 1) {
      await say(world.registry, waiting, 'deny', `https://${host}/${index}.png`);
    }
    const site = await openedClaim(world.registry, waiting, 'domain', host);
    await addEvidence(world.registry, waiting, { claimId: site.id, text: 'All of it.' });
    world.clock.advance({ seconds: 1 });
    await say(world.registry, silent, 'deny', `https://${host}/last.png`);
    world.clock.advance({ days: 14 });
    expect(await lapseDisputes(world.registry)).toBe(1);
    expect(await openDisputesOf(world.registry, anna)).toHaveLength(52);
  });
});
