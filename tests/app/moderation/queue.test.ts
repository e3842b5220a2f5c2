import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Actor, SignedInActor } from '../../../src/app/actor.js';
import { verifyAuditTrail } from '../../../src/app/audit/verify-audit-trail.js';
import { addEvidence } from '../../../src/app/claims/add-evidence.js';
import { closeDispute } from '../../../src/app/moderation/close-dispute.js';
import { decideClaim } from '../../../src/app/moderation/decide-claim.js';
import { decideClaims } from '../../../src/app/moderation/decide-claims.js';
import { answerProposal } from '../../../src/app/moderation/four-eyes/answer-proposal.js';
import { addCaseNote } from '../../../src/app/moderation/queue/add-case-note.js';
import { describeCases } from '../../../src/app/moderation/queue/describe-cases.js';
import { HOLD_TIME, holdCase } from '../../../src/app/moderation/queue/hold-case.js';
import { caseOf, readQueue, readQueueLoad } from '../../../src/app/moderation/queue/read-queue.js';
import { readDecisions } from '../../../src/app/moderation/queue/read-decisions.js';
import { decideReport } from '../../../src/app/moderation/reports/decide-report.js';
import { makeReport, type MakeReportInput } from '../../../src/app/moderation/reports/make-report.js';
import { letSpeak } from '../../../src/app/moderation/suspensions/let-speak.js';
import { setAside } from '../../../src/app/moderation/suspensions/set-aside.js';
import type { Mail } from '../../../src/app/ports/surroundings.js';
import { openedClaim, provenClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import { anomaliesOf, answerFor, pseudonymOf, say, theDisputeOf } from '../disputes/answers-scenario.js';

const hosts = Array.from({ length: 30 }, (_, index) => `host-${index}.test`);
let nextHost = 0;
const newHost = (): string => hosts[nextHost++] ?? 'out-of-hosts.test';

const grounds = { reasonCode: 'evidence-convincing', note: 'Looked at it with care.' };
const rejection = { approve: false, reasonCode: 'abuse', note: 'Made against better knowledge.' };
const abuse = { reasonCode: 'abuse', note: 'Made against better knowledge.' };
const visitor: Actor = { kind: 'anonymous', address: '192.0.2.7' };
const mails: Mail[] = [];

let world: RegistryWithSite;
let [one, two]: SignedInActor[] = [];

beforeAll(async () => {
  const mailer = { isEnabled: true, send: (mail: Mail) => Promise.resolve(void mails.push(mail)) };
  world = await openRegistryWithSite(hosts, { mailer });
  [one, two] = [await signUp(world.registry, 'moderator'), await signUp(world.registry, 'moderator')];
});

afterAll(async () => {
  expect(await anomaliesOf(world.registry)).toEqual([]);
  expect(await verifyAuditTrail(world.registry)).toMatchObject({ unknown: [], missing: [] });
  await world.close();
});

const first = (): SignedInActor => one as SignedInActor;
const second = (): SignedInActor => two as SignedInActor;

/** A claim by somebody new, with evidence. */
async function asking(text = 'See the imprint.'): Promise<string> {
  const artist = await signUp(world.registry);
  const claim = await openedClaim(
    world.registry,
    artist,
    'url',
    `https://platform.test/${artist.account.id}`,
  );
  await addEvidence(world.registry, artist, { claimId: claim.id, text });
  return claim.id;
}

function report(change: Partial<MakeReportInput> = {}, actor: Actor = visitor) {
  return makeReport(world.registry, actor, {
    kind: 'objection',
    placeKind: 'url',
    address: 'https://stock.test/1.jpg',
    text: 'This picture is mine, and I never said no to anything.',
    ...change,
  });
}

const stateOf = async (claimId: string) => (await world.registry.store.claims.byId(claimId))?.state;

describe('the queue', () => {
  it('shows what waits page by page, with how much of what it is and since when', async () => {
    const claims = [await asking(), await asking(), await asking()];
    const seen: string[] = [];
    let after: string | undefined;
    for (let hasNextPage = true; hasNextPage;) {
      const page = await readQueue(world.registry, { first: 2, ...(after === undefined ? {} : { after }) });
      seen.push(...page.rows.flatMap(({ row }) => row.items.map(({ key }) => key)));
      after = page.rows.at(-1)?.cursor;
      hasNextPage = page.hasNextPage;
    }
    expect(seen).toEqual(expect.arrayContaining(claims.map((id) => `claim:${id}`)));
    const [no] = (await readQueueLoad(world.registry)).filter(({ harm }) => harm === 'no');
    expect(no).toEqual({
      harm: 'no',
      cases: seen.length,
      items: seen.length,
      since: expect.any(Date),
      ages: expect.any(Array),
    });
    expect(no?.ages.reduce((sum, count) => sum + count, 0)).toBe(no?.cases);
  });

  it('puts a claim before others under which somebody says yes', async () => {
    const claimId = await asking();
    const claim = await world.registry.store.claims.byId(claimId);
    const account = await world.registry.store.accounts.byId(claim?.accountId ?? '');
    if (account === undefined) throw new Error('Nobody claimed it.');
    await say(world.registry, { ...first(), account }, 'allow', `https://${claim?.expression ?? ''}`);
    expect(await caseOf(world.registry, `claim:${claimId}`)).toMatchObject({ harm: 'yes' });
  });

  it('gives a case to one moderator of many who take it at once, until it is given back or time is up', async () => {
    const claimId = await asking();
    const caseId = `claim:${claimId}`;
    const moderators = await Promise.all(
      Array.from({ length: 16 }, () => signUp(world.registry, 'moderator')),
    );
    const taken = await Promise.all(
      moderators.map((moderator) => holdCase(world.registry, moderator, { caseId, hold: true })),
    );
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
    const holder = moderators[taken.findIndex(({ ok }) => ok)] ?? first();
    const decide = (moderator: SignedInActor) =>
      decideClaim(world.registry, moderator, { claimId, approve: true, ...grounds });
    expect(await decide(first())).toMatchObject({ code: 'INVALID_INPUT', field: 'claimId' });
    world.clock.advance({ seconds: HOLD_TIME / 1_000 });
    expect(await holdCase(world.registry, first(), { caseId, hold: true })).toMatchObject({ ok: true });
    expect(await decide(holder)).toMatchObject({ code: 'INVALID_INPUT' });
    await holdCase(world.registry, first(), { caseId, hold: false });
    expect(await decide(holder)).toMatchObject({ ok: true, claim: { state: 'active' } });
    expect(await holdCase(world.registry, first(), { caseId, hold: true })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('keeps what moderators write for one another with the case', async () => {
    const claimId = await asking();
    const note = { caseId: `claim:${claimId}`, text: '  Third account from this studio. ' };
    expect(await addCaseNote(world.registry, first(), note)).toMatchObject({ ok: true });
    expect(await addCaseNote(world.registry, first(), { ...note, text: ' ' })).toMatchObject({
      field: 'text',
    });
    const found = await caseOf(world.registry, note.caseId);
    const [described] = await describeCases(world.registry, found ? [found] : []);
    expect(described?.notes).toMatchObject([
      { text: 'Third account from this studio.', authorId: first().account.id },
    ]);
  });

  it('is told apart by what was decided, by days and by weeks, with those in which nothing was', async () => {
    const rejected = await asking();
    await decideClaim(world.registry, first(), { claimId: rejected, ...rejection });
    for (const [by, length] of [
      ['day', 14],
      ['week', 12],
    ] as const) {
      const [latest, ...before] = await readDecisions(world.registry, by);
      const day = world.clock.now().toISOString().slice(0, 10);
      expect(before).toHaveLength(length - 1);
      expect(latest?.from.localeCompare(day)).toBeLessThanOrEqual(0);
      expect(latest?.reasons).toContainEqual(expect.objectContaining({ reason: 'abuse' }));
      expect(latest?.reasons.reduce((sum, { count }) => sum + count, 0)).toBe(latest?.count);
      expect(before.at(-1)).toMatchObject({ count: 0, reasons: [] });
    }
  });

  it('makes one case of a ring, which is decided at once, each claim for itself', async () => {
    const text = (name: string) =>
      `I am ${name} and I made all of these pictures myself for a series that I have worked on since 2012, as everybody in my town knows.`;
    const ring = [await asking(text('Ann')), await asking(text('Bob')), await asking(text('Eve'))];
    const found = await caseOf(world.registry, `claim:${ring[1] ?? ''}`);
    expect(found?.ties).toEqual(['wording']);
    expect(found?.items.map(({ key }) => key).sort()).toEqual(ring.map((id) => `claim:${id}`).sort());
    const decided = await decideClaims(world.registry, first(), {
      claimIds: [...ring, 'nonsense'],
      ...rejection,
    });
    expect(decided.ok && decided.results.map(({ ok }) => ok)).toEqual([true, true, true, false]);
    expect(await Promise.all(ring.map(stateOf))).toEqual(['rejected', 'rejected', 'rejected']);
  });
});

describe('a report', () => {
  it('is taken from anybody without an account, waits, and is decided once, telling whoever left an address', async () => {
    const made = await report({ email: ' Someone@Example.org ' });
    if (!made.ok) throw new Error(made.message);
    const { id } = made.report;
    expect(await caseOf(world.registry, `report:${id}`)).toMatchObject({ harm: 'report' });
    const decision = { reportId: id, outcome: 'upheld', ...grounds } as const;
    expect(await decideReport(world.registry, first(), decision)).toMatchObject({ ok: true });
    expect(mails.at(-1)).toMatchObject({ to: 'someone@example.org' });
    expect(mails.at(-1)?.text).toContain(grounds.note);
    expect(await world.registry.store.reports.byIds([id])).toMatchObject([
      { email: undefined, outcome: 'upheld' },
    ]);
    expect(await decideReport(world.registry, second(), decision)).toMatchObject({ field: 'reportId' });
  });

  it('comes first where it is about something illegal', async () => {
    await report();
    const made = await report({ kind: 'illegal', address: 'https://stock.test/2.jpg' });
    const { rows } = await readQueue(world.registry, { first: 1 });
    expect(rows[0]?.row.id).toBe(made.ok ? `report:${made.report.id}` : made.message);
  });

  it.each([
    ['no address', { address: 'my picture' }, 'INVALID_ADDRESS'],
    ['a text that says nothing', { text: 'Wrong!' }, 'INVALID_INPUT'],
    ['a link that a browser would run', { link: 'javascript:alert(1)' }, 'INVALID_INPUT'],
    ['a mail address that is none', { email: 'someone' }, 'INVALID_EMAIL'],
  ])('is refused with %s', async (_, change, code) => {
    expect(await report(change)).toMatchObject({ ok: false, code });
  });

  it('is refused to whoever has made too many', async () => {
    const attempts = { take: () => Promise.resolve(60) };
    const registry = { ...world.registry, attempts };
    const input = { kind: 'objection', placeKind: 'url', address: 'a.test/1', text: 'x'.repeat(30) } as const;
    expect(await makeReport(registry, visitor, input)).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      retryAfterSeconds: 60,
    });
  });

  it("is nobody's to decide who made it", async () => {
    const made = await report({}, first());
    const decision = { reportId: made.ok ? made.report.id : '', outcome: 'dismissed', ...grounds } as const;
    expect(await decideReport(world.registry, first(), decision)).toMatchObject({ field: 'reportId' });
  });
});

describe('a decision that takes two', () => {
  it('takes a claim down only when another moderator confirms it', async () => {
    const artist = await signUp(world.registry);
    const { id: claimId } = await provenClaim(world.registry, world.site, artist, 'domain', newHost());
    const proposed = await decideClaim(world.registry, first(), { claimId, ...rejection });
    if (!proposed.ok || proposed.proposal === undefined) throw new Error('Nothing was proposed.');
    const proposalId = proposed.proposal.id;
    expect(await stateOf(claimId)).toBe('active');
    expect(await caseOf(world.registry, `proposal:${proposalId}`)).toMatchObject({ harm: 'confirmation' });
    const confirm = (moderator: SignedInActor) =>
      answerProposal(world.registry, moderator, { proposalId, confirm: true });
    expect(await confirm(first())).toMatchObject({ code: 'INVALID_INPUT', field: 'proposalId' });
    expect(await stateOf(claimId)).toBe('active');
    const confirmed = await Promise.all([confirm(second()), confirm(second()), confirm(second())]);
    expect(confirmed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stateOf(claimId)).toBe('rejected');
    const { rows } = await world.registry.store.audit.page(
      { first: 9 },
      { action: 'claim.rejected', target: `claim:${claimId}` },
    );
    expect(rows[0]?.row).toMatchObject({
      actorId: second().account.id,
      details: { proposedBy: first().account.id },
    });
  });

  it('overrides a no only when another moderator confirms it; until then the no holds, and it can be dropped', async () => {
    const host = newHost();
    const [anna, bert] = [await signUp(world.registry), await signUp(world.registry)];
    await provenClaim(world.registry, world.site, anna, 'domain', host);
    await say(world.registry, anna, 'allow', host, { kind: 'domain' });
    const picture = `https://${host}/1.png`;
    await say(world.registry, bert, 'deny', picture);
    const { id: disputeId } = await theDisputeOf(world.registry, bert);
    const propose = async () => {
      const closed = await closeDispute(world.registry, first(), {
        disputeId,
        outcome: 'yes-stands',
        ...grounds,
      });
      return closed.ok ? (closed.proposal?.id ?? '') : closed.message;
    };
    const dropped = { proposalId: await propose(), confirm: false };
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    expect(await answerProposal(world.registry, first(), dropped)).toMatchObject({ ok: true });
    expect(await answerProposal(world.registry, second(), dropped)).toMatchObject({ code: 'NOT_FOUND' });
    const proposalId = await propose();
    expect(await answerProposal(world.registry, second(), { proposalId, confirm: true })).toMatchObject({
      ok: true,
    });
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
  });

  it('sets single noes aside, and lets them be heard again', async () => {
    const artist = await signUp(world.registry);
    const picture = `https://${newHost()}/1.png`;
    const { id } = await say(world.registry, artist, 'deny', picture);
    const statementIds = [bytesToHex(id)];
    const proposed = await setAside(world.registry, first(), { statementIds, ...abuse });
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    const proposalId = proposed.ok ? proposed.proposal.id : proposed.message;
    await answerProposal(world.registry, second(), { proposalId, confirm: true });
    expect(await answerFor(world.registry, picture)).toBe('UNKNOWN');
    const [suspension] = await world.registry.store.suspensions.inForce([], [id]);
    const lifted = await letSpeak(world.registry, first(), {
      suspensionId: suspension?.id ?? '',
      ...grounds,
    });
    expect(await answerFor(world.registry, picture)).toBe('UNKNOWN');
    const lift = { proposalId: lifted.ok ? lifted.proposal.id : lifted.message, confirm: true };
    expect(await answerProposal(world.registry, second(), lift)).toMatchObject({ ok: true });
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
  });

  it('shuts an account out at once, lets it in again where that is dropped, and hears nothing of it once it is confirmed', async () => {
    const artist = await signUp(world.registry);
    const host = newHost();
    await provenClaim(world.registry, world.site, artist, 'domain', host);
    await say(world.registry, artist, 'allow', host, { kind: 'domain' });
    const picture = `https://${host}/1.png`;
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
    const propose = async () => {
      const proposed = await setAside(world.registry, first(), { claimant: pseudonymOf(artist), ...abuse });
      return proposed.ok ? proposed.proposal.id : proposed.message;
    };
    const isShutOut = async () =>
      (await world.registry.store.accounts.byId(artist.account.id))?.suspendedAt !== undefined;
    const proposalId = await propose();
    expect(await isShutOut()).toBe(true);
    await answerProposal(world.registry, second(), { proposalId, confirm: false });
    expect(await isShutOut()).toBe(false);
    await answerProposal(world.registry, second(), { proposalId: await propose(), confirm: true });
    expect(await answerFor(world.registry, picture)).toBe('UNKNOWN');
    await answerProposal(world.registry, second(), { proposalId: await propose(), confirm: false });
    expect(await isShutOut()).toBe(true);
  });

  it('is refused about moderators, about oneself, and about nothing', async () => {
    const claimant = pseudonymOf(second());
    expect(await setAside(world.registry, first(), { claimant, ...abuse })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const { id } = await say(world.registry, first(), 'deny', `https://${newHost()}/1.png`);
    const statementIds = [bytesToHex(id)];
    expect(await setAside(world.registry, first(), { statementIds, ...abuse })).toMatchObject({
      field: 'claimant',
    });
    expect(await setAside(world.registry, first(), { ...abuse })).toMatchObject({ field: 'statementIds' });
  });
});
