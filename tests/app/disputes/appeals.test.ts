import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { forgetAccount } from '../../../src/app/accounts/forget-account.js';
import { verifyAuditTrail } from '../../../src/app/audit/verify-audit-trail.js';
import { APPEAL_PERIOD } from '../../../src/app/disputes/appeals/appeal-period.js';
import { makeAppeal } from '../../../src/app/disputes/appeals/make-appeal.js';
import { addExhibit, type AddExhibitInput } from '../../../src/app/disputes/exchange/add-exhibit.js';
import { viewDispute } from '../../../src/app/disputes/exchange/view-dispute.js';
import { lapseDisputes } from '../../../src/app/disputes/lapse-disputes.js';
import { decideAppeal, type DecideAppealInput } from '../../../src/app/moderation/appeals/decide-appeal.js';
import { closeDispute } from '../../../src/app/moderation/close-dispute.js';
import type { CloseDisputeInput } from '../../../src/app/moderation/closing.js';
import { answerProposal } from '../../../src/app/moderation/four-eyes/answer-proposal.js';
import { describeCases } from '../../../src/app/moderation/queue/describe-cases.js';
import { caseOf } from '../../../src/app/moderation/queue/read-queue.js';
import { provenClaim } from '../../support/prove-claim.js';
import { signUp } from '../../support/sign-up.js';
import {
  type AnswersWorld,
  anomaliesOf,
  answerFor,
  openAnswersWorld,
  openDisputesOf,
  pseudonymOf,
  say,
  theDisputeOf,
} from './answers-scenario.js';

const grounds = { reasonCode: 'evidence-convincing', note: 'Looked at both with care.' };
const WHAT = { text: 'The layers of the file, with dates.' };

let world: AnswersWorld;
/** The first two decide, the other two decide appeals. */
let moderators: readonly SignedInActor[] = [];
const judge = (index: number): SignedInActor => moderators[index] as SignedInActor;

beforeAll(async () => {
  world = await openAnswersWorld();
  moderators = await Promise.all([0, 1, 2, 3].map(() => signUp(world.registry, 'moderator')));
});

afterAll(async () => {
  expect(await anomaliesOf(world.registry)).toEqual([]);
  expect(await verifyAuditTrail(world.registry)).toMatchObject({ unknown: [], missing: [] });
  await world.close();
});

/** Bert's no on his word against Anna's yes to her whole site, or to the address itself. */
async function inDispute(kind: 'domain' | 'url' = 'domain') {
  const host = world.newHost();
  const picture = `https://${host}/work/1.png`;
  const [anna, bert] = [await signUp(world.registry), await signUp(world.registry)];
  const place = kind === 'domain' ? host : picture;
  await provenClaim(world.registry, world.site, anna, kind, place);
  await say(world.registry, anna, 'allow', place, { kind });
  await say(world.registry, bert, 'deny', picture);
  return { anna, bert, host, picture, dispute: await theDisputeOf(world.registry, bert) };
}

/** Two accounts that proved one site, of which one said yes and the other no. */
async function rivals() {
  const host = world.newHost();
  const [anna, bert] = [await signUp(world.registry), await signUp(world.registry)];
  const annas = await provenClaim(world.registry, world.site, anna, 'domain', host);
  const berts = await provenClaim(world.registry, world.site, bert, 'domain', host);
  await say(world.registry, anna, 'allow', host, { kind: 'domain' });
  await say(world.registry, bert, 'deny', host, { kind: 'domain' });
  const dispute = await world.registry.store.disputes.openOn('domain', annas.subjectDigest);
  if (dispute === undefined) throw new Error('The two are not in dispute.');
  return { anna, bert, annas, berts, dispute, picture: `https://${host}/work/1.png` };
}

async function close(disputeId: string, how: Partial<CloseDisputeInput>): Promise<void> {
  const closed = await closeDispute(world.registry, judge(0), { disputeId, ...how, ...grounds });
  if (!closed.ok) throw new Error(closed.message);
  if (closed.proposal === undefined) return;
  await answerProposal(world.registry, judge(1), { proposalId: closed.proposal.id, confirm: true });
}

const appeal = (who: SignedInActor, disputeId: string) =>
  makeAppeal(world.registry, who, { disputeId, ...WHAT });

async function appealed(who: SignedInActor, disputeId: string): Promise<string> {
  const made = await appeal(who, disputeId);
  if (!made.ok) throw new Error(made.message);
  return made.appeal.id;
}

async function decide(appealId: string, how: Partial<DecideAppealInput>, confirmer = judge(3)) {
  const input = { appealId, outcome: 'upheld', ...how, ...grounds } as const;
  world.clock.advance({ seconds: 1 });
  const decided = await decideAppeal(world.registry, judge(2), input);
  if (!decided.ok || decided.proposal === undefined) return decided;
  return answerProposal(world.registry, confirmer, { proposalId: decided.proposal.id, confirm: true });
}

const show = (who: SignedInActor, disputeId: string, more: Partial<AddExhibitInput> = {}) =>
  addExhibit(world.registry, who, { disputeId, ...WHAT, ...more });

describe('What a side shows in a dispute', () => {
  it('is seen by the other side and by moderators under a pseudonym, and by nobody else', async () => {
    const { anna, bert, dispute } = await inDispute();
    const file = { name: 'layers.psd', sha256: 'ab'.repeat(32), bytes: 12_345 };
    expect(await show(bert, dispute.id, { link: 'https://host.test/sketches', file })).toMatchObject({
      ok: true,
    });
    world.clock.advance({ seconds: 1 });
    await show(anna, dispute.id, { text: 'I painted it in 2012.' });
    for (const viewer of [anna, bert, judge(0)]) {
      const view = await viewDispute(world.registry, viewer, dispute.id);
      expect(view?.exhibits.map(({ text }) => text)).toEqual([WHAT.text, 'I painted it in 2012.']);
      expect(view?.exhibits[0]).toMatchObject({
        claimant: pseudonymOf(bert),
        link: 'https://host.test/sketches',
        file: { name: 'layers.psd', bytes: 12_345 },
      });
    }
    expect(await viewDispute(world.registry, await signUp(world.registry), dispute.id)).toBeUndefined();
    expect(await show(await signUp(world.registry), dispute.id)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('puts the dispute before a moderator when it is of whoever says no, who then does not lapse', async () => {
    const { bert, anna, dispute, picture } = await inDispute();
    await show(anna, dispute.id);
    expect(await caseOf(world.registry, `dispute:${dispute.id}`)).toBeUndefined();
    await show(bert, dispute.id);
    expect(await caseOf(world.registry, `dispute:${dispute.id}`)).toMatchObject({ harm: 'dispute' });
    world.clock.advance({ seconds: 15 * 86_400 });
    await lapseDisputes(world.registry);
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
  });

  it('is bounded, and is taken only while somebody will look at it', async () => {
    const { bert, dispute } = await inDispute();
    for (let count = 0; count < 20; count += 1) await show(bert, dispute.id);
    expect(await show(bert, dispute.id)).toMatchObject({ field: 'text' });
    await close(dispute.id, { outcome: 'yes-stands' });
    const { anna } = { anna: await signUp(world.registry) };
    expect(await show(anna, dispute.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await show(bert, dispute.id)).toMatchObject({ field: 'disputeId' });
  });

  it.each([
    ['no text', { text: ' ' }, 'text'],
    ['a link that is none', { link: 'javascript:alert(1)' }, 'link'],
    ['a link with a password', { link: 'https://name:word@host.test/' }, 'link'],
    ['a file without a name', { file: { name: ' ', sha256: 'ab'.repeat(32), bytes: 1 } }, 'file'],
    ['a file with another digest', { file: { name: 'a', sha256: 'AB', bytes: 1 } }, 'file'],
  ])('is refused with %s', async (_, more, field) => {
    const { bert, dispute } = await inDispute();
    expect(await show(bert, dispute.id, more)).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  it('goes with the account of whoever showed it, and leaves that they appealed', async () => {
    const { anna, bert, dispute } = await inDispute();
    await show(bert, dispute.id);
    await close(dispute.id, { outcome: 'yes-stands' });
    await appealed(bert, dispute.id);
    await forgetAccount(world.registry, bert.account.id, 'keep');
    const view = await viewDispute(world.registry, anna, dispute.id);
    expect(view?.exhibits).toEqual([]);
    expect(view?.appeals).toMatchObject([{ text: '', accountId: undefined }]);
  });
});

describe('An appeal', () => {
  it('against a yes that stands brings the no back, checked by a person, and is decided by another', async () => {
    const { bert, picture, dispute } = await inDispute();
    await close(dispute.id, { outcome: 'yes-stands' });
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
    const appealId = await appealed(bert, dispute.id);
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
    const found = await caseOf(world.registry, `appeal:${appealId}`);
    const [described] = await describeCases(world.registry, found ? [found] : []);
    expect(described?.appeals).toMatchObject([{ appeal: { id: appealId, text: WHAT.text } }]);
    for (const decider of [judge(0), judge(1)]) {
      const input = { appealId, outcome: 'upheld', ...grounds } as const;
      expect(await decideAppeal(world.registry, decider, input)).toMatchObject({ field: 'appealId' });
    }
    expect(await decide(appealId, {})).toMatchObject({ ok: true, appeal: { outcome: 'upheld' } });
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    expect(await openDisputesOf(world.registry, bert)).toEqual([]);
    const claims = await world.registry.store.claims.ofAccount(bert.account.id, { first: 5 });
    expect(claims.rows.map(({ row: { state, assurance } }) => [state, assurance])).toEqual([
      ['active', 'reviewed'],
      ['rejected', 'asserted'],
    ]);
  });

  it('against a no that stands brings the yes back, once two have found so', async () => {
    const { anna, picture, dispute } = await inDispute('url');
    await show(anna, dispute.id);
    await close(dispute.id, { outcome: 'no-stands' });
    // The two have claimed the very address, so that whose it is became a dispute of its own.
    const rival = await world.registry.store.disputes.openOn('url', dispute.subjectDigest);
    expect(rival).toBeDefined();
    const appealId = await appealed(anna, dispute.id);
    const input = { appealId, outcome: 'upheld', ...grounds } as const;
    expect(await decideAppeal(world.registry, judge(2), input)).toMatchObject({ field: 'appealId' });
    const annas = await world.registry.store.claims.standing(anna.account.id, 'url', dispute.subjectDigest);
    await close(rival?.id ?? '', { upheldClaimId: annas?.id });
    const proposed = await decideAppeal(world.registry, judge(2), input);
    const proposalId = proposed.ok ? (proposed.proposal?.id ?? '') : '';
    expect(await answerFor(world.registry, picture)).toBe('UNKNOWN');
    for (const nobody of [judge(2), judge(0)]) {
      expect(await answerProposal(world.registry, nobody, { proposalId, confirm: true })).toMatchObject({
        ok: false,
      });
    }
    expect(await answerProposal(world.registry, judge(3), { proposalId, confirm: true })).toMatchObject({
      ok: true,
    });
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
  });

  it('against a no that stands to one address of a site brings the yes back there', async () => {
    const { anna, bert, picture, dispute } = await inDispute();
    await show(bert, dispute.id);
    await close(dispute.id, { outcome: 'no-stands' });
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    await decide(await appealed(anna, dispute.id), {});
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
    const [instead] = await ownDisputes(anna);
    expect(instead).toMatchObject({ outcome: 'yes-stands', appealedFrom: dispute.id });
    // The other side has one left, and nobody of those before may decide it.
    const last = await appealed(bert, instead?.id ?? '');
    expect(await decide(last, {})).toMatchObject({ field: 'appealId' });
    expect(await appeal(anna, instead?.id ?? '')).toMatchObject({ field: 'disputeId' });
  });

  it('about whose a place is gives it to the other, whose answers are heard again', async () => {
    const { anna, bert, annas, berts, dispute, picture } = await rivals();
    await close(dispute.id, { upheldClaimId: annas.id });
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
    const appealId = await appealed(bert, dispute.id);
    expect(await decide(appealId, { upheldClaimId: annas.id })).toMatchObject({ field: 'upheldClaimId' });
    expect(await decide(appealId, { upheldClaimId: berts.id })).toMatchObject({ ok: true });
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    const standing = await world.registry.store.claims.heldOn('domain', annas.subjectDigest);
    expect(standing.map(({ claimant, state }) => [claimant, state])).toEqual([[pseudonymOf(bert), 'active']]);
    expect(await appeal(anna, dispute.id)).toMatchObject({ field: 'disputeId' });
  });

  it('may leave a place to nobody, where what was decided took it for somebody', async () => {
    const { bert, annas, dispute } = await rivals();
    await close(dispute.id, { upheldClaimId: annas.id });
    await decide(await appealed(bert, dispute.id), {});
    expect(await world.registry.store.claims.heldOn('domain', annas.subjectDigest)).toEqual([]);
  });

  it('that is dismissed by one changes nothing', async () => {
    const { bert, picture, dispute } = await inDispute();
    await close(dispute.id, { outcome: 'yes-stands' });
    const appealId = await appealed(bert, dispute.id);
    expect(await decide(appealId, { outcome: 'dismissed' })).toMatchObject({ ok: true });
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
    expect(await decide(appealId, {})).toMatchObject({ field: 'appealId' });
    expect(await appeal(bert, dispute.id)).toMatchObject({ field: 'disputeId' });
  });

  it('is made by a side, once, within 14 days, from what a moderator decided', async () => {
    const { anna, bert, dispute } = await inDispute();
    expect(await appeal(bert, dispute.id)).toMatchObject({ field: 'disputeId' });
    await close(dispute.id, { outcome: 'yes-stands' });
    expect(await appeal(await signUp(world.registry), dispute.id)).toMatchObject({ code: 'NOT_FOUND' });
    const both = await Promise.all([appeal(bert, dispute.id), appeal(bert, dispute.id)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    world.clock.advance({ seconds: APPEAL_PERIOD / 1_000 + 1 });
    expect(await appeal(anna, dispute.id)).toMatchObject({ field: 'disputeId' });
  });

  it('says where nobody is there who could decide it', async () => {
    const { bert, dispute } = await inDispute();
    await close(dispute.id, { outcome: 'yes-stands' });
    const { accounts } = world.registry.store;
    const others = [judge(2), judge(3)].map(({ account }) => account.id);
    for (const id of others) await accounts.update(id, { role: 'artist' });
    expect(await appeal(bert, dispute.id)).toMatchObject({ ok: true, lacksDecider: true });
    expect(await viewDispute(world.registry, bert, dispute.id)).toMatchObject({ lacksDecider: true });
    for (const id of others) await accounts.update(id, { role: 'moderator' });
    expect(await viewDispute(world.registry, bert, dispute.id)).toMatchObject({ lacksDecider: false });
  });
});

async function ownDisputes({ account }: SignedInActor) {
  const own = { id: account.id, claimants: [account.pseudonym.replaceAll('-', '')] };
  return (await world.registry.store.disputes.ofAccount(own, { first: 5 })).rows.map(({ row }) => row);
}
