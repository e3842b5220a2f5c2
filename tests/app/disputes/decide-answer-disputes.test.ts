import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { addEvidence } from '../../../src/app/claims/add-evidence.js';
import { verifyClaim } from '../../../src/app/claims/proofs/verify-claim.js';
import { withdrawClaim } from '../../../src/app/claims/withdraw-claim.js';
import { lapseDisputes } from '../../../src/app/disputes/lapse-disputes.js';
import type { CloseDisputeInput } from '../../../src/app/moderation/closing.js';
import { readQueue } from '../../../src/app/moderation/queue/read-queue.js';
import { logged } from '../../support/logged-leaves.js';
import { openedClaim, provenClaim, putLine } from '../../support/prove-claim.js';
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
import { closedByTwo, decidedByTwo } from '../../support/decided-by-two.js';

const grounds = { reasonCode: 'evidence-convincing', note: 'Looked at both with care.' };

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

/** A no on Bert's word, with evidence, against Anna's yes to her whole site or to the address itself. */
async function inDispute(kind: 'domain' | 'url' = 'domain') {
  const host = world.newHost();
  const picture = `https://${host}/work/1.png`;
  const [anna, bert] = [await signUp(world.registry), await signUp(world.registry)];
  const place = kind === 'domain' ? host : picture;
  const annas = await provenClaim(world.registry, world.site, anna, kind, place);
  const yes = await say(world.registry, anna, 'allow', place, { kind });
  const no = await say(world.registry, bert, 'deny', picture);
  const dispute = await theDisputeOf(world.registry, bert);
  const { rows } = await world.registry.store.claims.ofAccount(bert.account.id, { first: 1 });
  const berts = rows[0]?.row.id ?? '';
  await addEvidence(world.registry, bert, { claimId: berts, text: 'The sketches for it.' });
  return { anna, bert, host, picture, annas, berts, yes, no, dispute };
}

async function decide(disputeId: string, outcome: CloseDisputeInput['outcome']) {
  return closedByTwo(world.registry, moderator, { disputeId, outcome, ...grounds });
}

const hex = (id: Uint8Array) => Buffer.from(id).toString('hex');

describe('a moderator who decides between two answers', () => {
  it('for the no makes its claim reviewed, so that no further yes contests it', async () => {
    const { anna, bert, host, picture, berts, dispute } = await inDispute();
    const size = await world.registry.store.log.size();
    expect(await decide(dispute.id, 'no-stands')).toMatchObject({
      ok: true,
      dispute: {
        outcome: 'no-stands',
        closingReason: 'evidence-reviewed',
        closedBy: moderator.account.id,
        reason: 'evidence-convincing: Looked at both with care.',
      },
    });
    expect(await logged(world.registry, size)).toEqual([
      expect.objectContaining({ kind: 'audit' }),
      // The yes is about the whole site, of which one address was in dispute.
      expect.objectContaining({
        kind: 'dispute',
        outcome: 'no-stands',
        reason: 'evidence-reviewed',
        suspends: [],
      }),
      expect.objectContaining({ kind: 'assurance', claim: berts.replaceAll('-', ''), level: 'reviewed' }),
    ]);
    expect(await world.registry.store.claims.byId(berts)).toMatchObject({
      state: 'active',
      assurance: 'reviewed',
      decidedBy: moderator.account.id,
    });
    await say(world.registry, anna, 'allow', host, { kind: 'domain' });
    expect(await openDisputesOf(world.registry, bert)).toEqual([]);
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    expect(await answerFor(world.registry, `https://${host}/work/2.png`)).toBe('ALLOWED');
  });

  it('for the no sets a yes to the very address aside, and leaves whose it is to a dispute of its own', async () => {
    const { annas, berts, yes, dispute, picture } = await inDispute('url');
    const size = await world.registry.store.log.size();
    await decide(dispute.id, 'no-stands');
    const leaves = await logged(world.registry, size);
    expect(leaves[1]).toMatchObject({ outcome: 'no-stands', suspends: [hex(yes.id)] });
    const rival = await world.registry.store.disputes.openOn('url', dispute.subjectDigest);
    expect(new Set(rival?.claimIds)).toEqual(new Set([annas.id, berts]));
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
  });

  it('for the yes sets the no aside, and rejects the claim that had shown nothing', async () => {
    const { picture, berts, no, dispute } = await inDispute();
    const size = await world.registry.store.log.size();
    await decide(dispute.id, 'yes-stands');
    expect(await logged(world.registry, size)).toEqual([
      expect.objectContaining({ kind: 'audit' }),
      expect.objectContaining({ kind: 'audit' }),
      expect.objectContaining({
        kind: 'dispute',
        outcome: 'yes-stands',
        reason: 'evidence-reviewed',
        suspends: [hex(no.id)],
      }),
      expect.objectContaining({ kind: 'assurance', claim: berts.replaceAll('-', ''), state: 'rejected' }),
    ]);
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
    const waiting = await readQueue(world.registry, { first: 100 });
    const items = waiting.rows.flatMap(({ row }) => row.items.map(({ key }) => key));
    expect(items).not.toContain(`claim:${berts}`);
  });

  it('is put on record with the outcome, and with a note that can be erased', async () => {
    const { dispute } = await inDispute();
    await decide(dispute.id, 'yes-stands');
    const audit = await world.registry.store.audit.page({ first: 100 });
    const event = audit.rows
      .map(({ row }) => row)
      .find(({ target, action }) => target === `dispute:${dispute.id}` && action === 'dispute.closed');
    expect(event).toMatchObject({
      reason: 'evidence-convincing',
      details: { outcome: 'yes-stands', claims: expect.arrayContaining([...dispute.claimIds]) as unknown },
    });
    expect(JSON.stringify(event)).not.toContain('care');
  });

  it.each([
    ['an outcome that is for claims', { outcome: 'claim-upheld' }, 'outcome'],
    ['no outcome', {}, 'outcome'],
    ['what only the two can agree on', { outcome: 'settled' }, 'outcome'],
  ] as const)('is refused for %s', async (_, given, field) => {
    const { dispute } = await inDispute();
    const refused = await closedByTwo(world.registry, moderator, {
      disputeId: dispute.id,
      ...given,
      ...grounds,
    });
    expect(refused).toMatchObject({ ok: false, code: 'INVALID_INPUT', field });
    expect(await openDisputesOf(world.registry, (await sidesOf(dispute)).bert)).toHaveLength(1);
  });

  it('is refused for a claim to uphold, for a dispute that ended, and for one of their own', async () => {
    const { dispute, annas, bert } = await inDispute();
    const upheld = { disputeId: dispute.id, upheldClaimId: annas.id, ...grounds };
    expect(await closedByTwo(world.registry, moderator, upheld)).toMatchObject({ field: 'upheldClaimId' });
    await withdrawClaim(world.registry, bert, { claimId: dispute.claimIds[0] ?? '' });
    expect(await decide(dispute.id, 'no-stands')).toMatchObject({ ok: true });
    expect(await decide(dispute.id, 'yes-stands')).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'disputeId',
    });
    const host = world.newHost();
    await provenClaim(world.registry, world.site, moderator, 'domain', host);
    await say(world.registry, moderator, 'allow', host, { kind: 'domain' });
    await say(world.registry, bert, 'deny', `https://${host}/1.png`);
    const own = await theDisputeOf(world.registry, moderator);
    expect(await decide(own.id, 'yes-stands')).toMatchObject({ code: 'INVALID_INPUT', field: 'disputeId' });
  });

  it('cannot decide between two of whom one has said nothing for a while', async () => {
    const { anna, bert, host } = await (async () => {
      const opposed = {
        host: world.newHost(),
        anna: await signUp(world.registry),
        bert: await signUp(world.registry),
      };
      await provenClaim(world.registry, world.site, opposed.anna, 'domain', opposed.host);
      return opposed;
    })();
    const expiresAt = new Date(world.clock.now().getTime() + 3_600_000);
    await say(world.registry, anna, 'allow', host, { kind: 'domain', expiresAt });
    await say(world.registry, bert, 'deny', `https://${host}/1.png`);
    const dispute = await theDisputeOf(world.registry, bert);
    world.clock.advance({ hours: 1 });
    expect(await decide(dispute.id, 'yes-stands')).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'disputeId',
    });
    expect(await world.registry.store.disputes.byId(dispute.id)).toMatchObject({ outcome: 'settled' });
  });
});

async function sidesOf({ noBy }: { noBy: string }): Promise<{ bert: SignedInActor }> {
  const id = await world.registry.store.accounts.idOf(noBy);
  const account = id === undefined ? undefined : await world.registry.store.accounts.byId(id);
  if (account === undefined) throw new Error('Nobody says no.');
  return { bert: { ...moderator, account } };
}

describe('a no that a moderator found to stand', () => {
  it('is not contested again by the same side, even where its claim is over', async () => {
    const { anna, bert, host, dispute, berts, picture } = await inDispute();
    await withdrawClaim(world.registry, bert, { claimId: berts });
    await decide(dispute.id, 'no-stands');
    await say(world.registry, anna, 'allow', host, { kind: 'domain' });
    expect(await openDisputesOf(world.registry, bert)).toEqual([]);
    // What is said anew was never looked at.
    await say(world.registry, bert, 'deny', picture);
    expect(await openDisputesOf(world.registry, bert)).toHaveLength(1);
  });
});

describe('after a no has lapsed', () => {
  async function lapsed() {
    const host = world.newHost();
    const picture = `https://${host}/work/1.png`;
    const [anna, bert] = [await signUp(world.registry), await signUp(world.registry)];
    await provenClaim(world.registry, world.site, anna, 'domain', host);
    await say(world.registry, anna, 'allow', host, { kind: 'domain' });
    await say(world.registry, bert, 'deny', picture);
    world.clock.advance({ days: 14 });
    await lapseDisputes(world.registry);
    expect(await openDisputesOf(world.registry, anna)).toEqual([]);
    return { anna, bert, host, picture };
  }

  it('nobody’s mere word reopens the matter, and it is told what would', async () => {
    const { bert, picture } = await lapsed();
    for (const who of [bert, await signUp(world.registry)]) {
      const said = await say(world.registry, who, 'deny', picture);
      expect(said.countsNow).toBe(false);
      expect(said.nextStep).toMatch(/decided before.+once you show that you control/);
      expect(said.view).toMatchObject({ isSetAside: true, heardFrom: 'verified' });
      expect(await openDisputesOf(world.registry, who)).toEqual([]);
    }
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
  });

  it('proof as good as that of the yes makes a new no heard, which then needs no dispute', async () => {
    const { bert, picture, host } = await lapsed();
    await provenClaim(world.registry, world.site, bert, 'path', `https://${host}/work/`);
    // The old one was set aside for good.
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
    const said = await say(world.registry, bert, 'deny', picture);
    expect(said).toMatchObject({ countsNow: true, view: { isSetAside: false } });
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    expect(await openDisputesOf(world.registry, bert)).toEqual([]);
  });

  it('other addresses of the same site are as open as before', async () => {
    const { bert, host } = await lapsed();
    await say(world.registry, bert, 'deny', `https://${host}/work/2.png`);
    expect(await openDisputesOf(world.registry, bert)).toHaveLength(1);
  });
});

describe('after a moderator decided for a yes that was reviewed', () => {
  it('whoever lost needs a moderator to be heard again, and is told so', async () => {
    const { anna, bert, picture, dispute, annas } = await inDispute();
    await decidedByTwo(world.registry, moderator, { claimId: annas.id, approve: true, ...grounds });
    expect(await openDisputesOf(world.registry, anna)).toHaveLength(1);
    await decide(dispute.id, 'yes-stands');
    const claim = await provenClaim(world.registry, world.site, bert, 'url', picture);
    const said = await say(world.registry, bert, 'deny', picture);
    expect(said.view).toMatchObject({ isSetAside: true, heardFrom: 'reviewed', assurance: 'verified' });
    expect(said.nextStep).toMatch(/once a moderator has looked/);
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
    await decidedByTwo(world.registry, moderator, { claimId: claim.id, approve: true, ...grounds });
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
  });
});

describe('after a moderator decided whose a place is', () => {
  async function decided() {
    const host = world.newHost();
    const [anna, bert] = [await signUp(world.registry), await signUp(world.registry)];
    const won = await provenClaim(world.registry, world.site, anna, 'domain', host);
    await provenClaim(world.registry, world.site, bert, 'domain', host);
    const rival = await world.registry.store.disputes.openOn('domain', won.subjectDigest);
    const input = { disputeId: rival?.id ?? '', upheldClaimId: won.id, ...grounds };
    expect(await closedByTwo(world.registry, moderator, input)).toMatchObject({ ok: true });
    return { anna, bert, host, won };
  }

  it('a file reopens it for nobody, neither for whoever lost nor for a newcomer: a moderator has to look', async () => {
    const { bert, host, won } = await decided();
    for (const who of [bert, await signUp(world.registry)]) {
      const claim = await openedClaim(world.registry, who, 'domain', host);
      await putLine(world.registry, world.site, claim);
      const size = await world.registry.store.log.size();
      expect(await verifyClaim(world.registry, who, { claimId: claim.id })).toMatchObject({
        ok: false,
        code: 'ALREADY_DECIDED',
        nextStep: expect.stringContaining('Add evidence') as unknown,
      });
      expect(await world.registry.store.log.size()).toBe(size);
      expect(await world.registry.store.claims.byId(claim.id)).toMatchObject({
        state: 'open',
        assurance: 'asserted',
      });
      expect(await world.registry.store.claims.byId(won.id)).toMatchObject({ state: 'active' });
      await withdrawClaim(world.registry, who, { claimId: claim.id });
    }
  });

  it('a moderator who is convinced reopens it', async () => {
    const { bert, host, won } = await decided();
    const claim = await openedClaim(world.registry, bert, 'domain', host);
    const approved = await decidedByTwo(world.registry, moderator, {
      claimId: claim.id,
      approve: true,
      ...grounds,
    });
    expect(approved).toMatchObject({ ok: true, claim: { state: 'disputed', assurance: 'reviewed' } });
    expect(await world.registry.store.claims.byId(won.id)).toMatchObject({ state: 'disputed' });
  });

  it('a file is enough again once whoever won has given the place up', async () => {
    const { anna, bert, host, won } = await decided();
    await withdrawClaim(world.registry, anna, { claimId: won.id });
    expect(await provenClaim(world.registry, world.site, bert, 'domain', host)).toMatchObject({
      state: 'active',
    });
  });

  it('folders and addresses in it can be proven as before', async () => {
    const { bert, host } = await decided();
    const folder = await provenClaim(world.registry, world.site, bert, 'path', `https://${host}/bert/`);
    expect(folder.state).toBe('active');
  });
});
