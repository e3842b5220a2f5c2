import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { forgetAccount } from '../../../src/app/accounts/forget-account.js';
import { addEvidence } from '../../../src/app/claims/add-evidence.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import { makeAppeal } from '../../../src/app/disputes/appeals/make-appeal.js';
import { addExhibit } from '../../../src/app/disputes/exchange/add-exhibit.js';
import { listOwnDisputes } from '../../../src/app/disputes/exchange/view-dispute.js';
import { lapseDisputes } from '../../../src/app/disputes/lapse-disputes.js';
import { openCarriedDisputes } from '../../../src/app/disputes/open-carried-disputes.js';
import { decideAppeal } from '../../../src/app/moderation/appeals/decide-appeal.js';
import { refillLog } from '../../../src/app/log/refill-log.js';
import type { Work } from '../../../src/app/ports/works.js';
import { recordMatches } from '../../../src/app/works/record-matches.js';
import { withdrawWork } from '../../../src/app/works/withdraw-work.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { closedByTwo, decidedByTwo } from '../../support/decided-by-two.js';
import { logged } from '../../support/logged-leaves.js';
import { provenClaim } from '../../support/prove-claim.js';
import { signUp } from '../../support/sign-up.js';
import { openTestStore } from '../../support/test-store.js';
import { named, saidForAll, verifiedOrganisation } from '../organisations/organisations-scenario.js';
import { answerAbout, decided, matchesOf, registered } from '../works/works-scenario.js';
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

let world: AnswersWorld;
let moderators: readonly SignedInActor[] = [];
const judge = (index: number): SignedInActor => moderators[index] as SignedInActor;

beforeAll(async () => {
  world = await openAnswersWorld({ mailer: { isEnabled: true, send: () => Promise.resolve() } });
  moderators = await Promise.all([0, 1, 2].map(() => signUp(world.registry, 'moderator')));
});

afterAll(async () => {
  expect(await anomaliesOf(world.registry)).toEqual([]);
  await world.close();
});

/** Anna proves a site and says yes, or yes on terms, to all of it. */
async function yesToSite(preference: 'allow' | 'conditional' = 'allow') {
  const host = world.newHost();
  const anna = await signUp(world.registry);
  await provenClaim(world.registry, world.site, anna, 'domain', host);
  await say(world.registry, anna, preference, host, { kind: 'domain' });
  return { anna, host, picture: `https://${host}/work/1.png` };
}

let files = 0;

async function workOf(who: SignedInActor): Promise<Work> {
  files += 1;
  return registered(world.registry, who, new TextEncoder().encode(`Page ${files}.`), 'text');
}

/** A machine finds the very file of a work at an address. */
async function foundAt(work: Work, address: string): Promise<void> {
  await recordMatches(world.registry, [
    {
      workId: work.id,
      canonical: address.replace('https://', ''),
      entry: undefined,
      kind: 'same-file',
      method: 'sha256',
    },
  ]);
}

/** Bert registers a work, says no about it on his word, and a machine finds it at Anna's picture. */
async function inDispute(preference?: 'conditional') {
  const { anna, host, picture } = await yesToSite(preference);
  const bert = await signUp(world.registry);
  const work = await workOf(bert);
  await answerAbout(world.registry, bert, work, 'deny');
  await foundAt(work, picture);
  await foundAt(work, ELSEWHERE(host));
  await openCarriedDisputes(world.registry);
  return { anna, bert, host, picture, work, dispute: await theDisputeOf(world.registry, bert) };
}

const ELSEWHERE = (host: string): string => `https://elsewhere.test/${host}.png`;

const stateAt = async (work: Work, address: string) =>
  (await matchesOf(world.registry, work)).get(address.replace('https://', ''))?.state;

const endOf = (id: string) => world.registry.store.disputes.byId(id);

/** Lets 14 days pass; what became of the dispute then. */
async function lapsed(id: string) {
  world.clock.advance({ days: 14 });
  await lapseDisputes(world.registry);
  return (await endOf(id))?.outcome;
}

describe('a no to a work that was found at the place of somebody who says yes', () => {
  it('holds, and is in dispute about that address', async () => {
    const { anna, bert, host, picture, work, dispute } = await inDispute();
    expect(dispute).toMatchObject({
      kind: 'url',
      expression: `${host}/work/1.png`,
      noBy: pseudonymOf(bert),
      yesBy: pseudonymOf(anna),
      claimIds: expect.arrayContaining([work.claimId]) as unknown,
    });
    expect(dispute.claimIds).toHaveLength(2);
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    expect(await openDisputesOf(world.registry, anna)).toEqual([dispute]);
  });

  it('is weighed once, however often it is looked at', async () => {
    const { dispute } = await inDispute();
    const size = await world.registry.store.log.size();
    expect(await openCarriedDisputes(world.registry)).toBe(0);
    expect(await world.registry.store.log.size()).toBe(size);
    expect(await endOf(dispute.id)).toMatchObject({ closedAt: undefined });
  });

  it('lapses there after 14 days without evidence, and holds everywhere else', async () => {
    const { host, picture, work, dispute } = await inDispute();
    world.clock.advance({ days: 13, hours: 23 });
    await lapseDisputes(world.registry);
    const size = await world.registry.store.log.size();
    world.clock.advance({ hours: 1 });
    await lapseDisputes(world.registry);
    expect((await logged(world.registry, size)).slice(-2)).toEqual([
      expect.objectContaining({ kind: 'dispute', action: 'close', outcome: 'yes-stands', suspends: [] }),
      expect.objectContaining({ kind: 'match', action: 'remove' }),
    ]);
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
    expect(await answerFor(world.registry, ELSEWHERE(host))).toBe('DENIED');
    expect(await stateAt(work, picture)).toBe('rejected');
    expect(await endOf(dispute.id)).toMatchObject({ closingReason: 'no-evidence-in-time' });
  });

  it('lapses there against a yes on terms, too, whether a no or a mere claim on the work stood against it', async () => {
    const { picture, dispute } = await inDispute('conditional');
    expect(await lapsed(dispute.id)).toBe('yes-stands');
    expect(await answerFor(world.registry, picture)).toBe('CONDITIONAL');
    const offer = await yesToSite('conditional');
    const bert = await signUp(world.registry);
    await foundAt(await workOf(bert), offer.picture);
    expect(await answerFor(world.registry, offer.picture)).toBe('DENIED');
    await openCarriedDisputes(world.registry);
    expect(await lapsed((await theDisputeOf(world.registry, bert)).id)).toBe('yes-stands');
    expect(await answerFor(world.registry, offer.picture)).toBe('CONDITIONAL');
  });

  it('is not carried there again on anybody’s word: not by a machine, not by its claimant, not by another account', async () => {
    const { bert, picture, work, dispute } = await inDispute();
    await lapsed(dispute.id);
    await foundAt(work, picture);
    const [match] = [(await matchesOf(world.registry, work)).get(picture.replace('https://', ''))];
    expect(await decided(world.registry, bert, [match], true)).toMatchObject({ code: 'ALREADY_DECIDED' });
    const carl = await signUp(world.registry);
    const copy = await workOf(carl);
    await answerAbout(world.registry, carl, copy, 'deny');
    await foundAt(copy, picture);
    expect(await stateAt(copy, picture)).toBe('suggested');
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
  });

  it('is carried there again once a moderator has approved the claim on the work', async () => {
    const { bert, picture, work, dispute } = await inDispute();
    await lapsed(dispute.id);
    await addEvidence(world.registry, bert, { claimId: work.claimId, text: 'The sketches for it.' });
    await decidedByTwo(world.registry, judge(0), { claimId: work.claimId, approve: true, ...grounds });
    const match = (await matchesOf(world.registry, work)).get(picture.replace('https://', ''));
    expect(await decided(world.registry, bert, [match], true)).toMatchObject({ ok: true });
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    expect(await openCarriedDisputes(world.registry)).toBe(0);
  });

  it('takes along, when it lapses, no other work of its claimant that a moderator has looked at', async () => {
    const { bert, picture, work, dispute } = await inDispute();
    const approved = await workOf(bert);
    await addEvidence(world.registry, bert, { claimId: approved.claimId, text: 'The sketches for it.' });
    await decidedByTwo(world.registry, judge(0), { claimId: approved.claimId, approve: true, ...grounds });
    await foundAt(approved, picture);
    await lapsed(dispute.id);
    expect(await stateAt(work, picture)).toBe('rejected');
    expect(await stateAt(approved, picture)).toBe('matched');
    expect(await answerFor(world.registry, picture)).not.toBe('ALLOWED');
  });

  it('does not lapse while evidence for the work waits for a moderator', async () => {
    const { bert, picture, work, dispute } = await inDispute();
    await addEvidence(world.registry, bert, { claimId: work.claimId, text: 'The sketches for it.' });
    expect(await lapsed(dispute.id)).toBeUndefined();
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
  });

  it.each([
    [
      'its claimant gives up the work',
      async ({ bert, work }: Awaited<ReturnType<typeof inDispute>>) => {
        await withdrawWork(world.registry, bert, work.id);
      },
      'settled',
    ],
    [
      'its claimant says that the work is not there',
      async ({ bert, work, picture }: Awaited<ReturnType<typeof inDispute>>) => {
        const match = (await matchesOf(world.registry, work)).get(picture.replace('https://', ''));
        await decided(world.registry, bert, [match], false);
      },
      'settled',
    ],
    [
      'the claim on the work is approved',
      async ({ bert, work }: Awaited<ReturnType<typeof inDispute>>) => {
        await addEvidence(world.registry, bert, { claimId: work.claimId, text: 'The sketches for it.' });
        await decidedByTwo(world.registry, judge(0), { claimId: work.claimId, approve: true, ...grounds });
      },
      'no-stands',
    ],
  ] as const)('is in dispute no longer once %s', async (_, change, outcome) => {
    const scene = await inDispute();
    await change(scene);
    expect(await endOf(scene.dispute.id)).toMatchObject({ outcome });
  });

  it('opens no dispute where a person has looked at its claim, or where nobody has proven the place', async () => {
    const { picture } = await yesToSite();
    const [bert, carl, dora] = await Promise.all([0, 1, 2].map(() => signUp(world.registry)));
    if (bert === undefined || carl === undefined || dora === undefined) throw new Error('Nobody came.');
    const approved = await workOf(bert);
    await answerAbout(world.registry, bert, approved, 'deny');
    await addEvidence(world.registry, bert, { claimId: approved.claimId, text: 'The sketches for it.' });
    await decidedByTwo(world.registry, judge(0), { claimId: approved.claimId, approve: true, ...grounds });
    await foundAt(approved, picture);
    const unproven = world.newHost();
    await say(world.registry, dora, 'allow', unproven, { kind: 'domain' });
    const work = await workOf(carl);
    await answerAbout(world.registry, carl, work, 'deny');
    await foundAt(work, `https://${unproven}/1.png`);
    await openCarriedDisputes(world.registry);
    for (const who of [bert, carl, dora]) expect(await openDisputesOf(world.registry, who)).toEqual([]);
  });

  it.each([
    ['says nothing about it', undefined],
    ['says no to another use alone', 'search'],
  ] as const)('silences the yes no longer than a no would, where its claimant %s', async (_, use) => {
    const { picture } = await yesToSite();
    const bert = await signUp(world.registry);
    const work = await workOf(bert);
    if (use !== undefined) {
      await declareConsent(world.registry, bert, {
        work: work.id,
        answers: [{ use, preference: 'deny' }],
        capacity: 'author',
        basis: 'own-right',
        ownWorks: true,
      });
    }
    await foundAt(work, picture);
    expect(await answerFor(world.registry, picture)).toBe('UNKNOWN');
    await openCarriedDisputes(world.registry);
    const { id } = await theDisputeOf(world.registry, bert);
    expect(await openCarriedDisputes(world.registry)).toBe(0);
    expect(await lapsed(id)).toBe('yes-stands');
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
  });

  it('said about a whole account is met too', async () => {
    const { picture } = await yesToSite();
    const bert = await signUp(world.registry);
    const work = await workOf(bert);
    await declareConsent(world.registry, bert, {
      account: true,
      answers: [{ use: 'train-ai', preference: 'deny' }],
      capacity: 'author',
      basis: 'own-right',
      ownWorks: true,
    });
    await foundAt(work, picture);
    await openCarriedDisputes(world.registry);
    const { id } = await theDisputeOf(world.registry, bert);
    expect(await lapsed(id)).toBe('yes-stands');
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
  });

  it('stays in dispute, with its time, where its account is erased and the noes are kept', async () => {
    const { bert, picture, dispute } = await inDispute();
    await forgetAccount(world.registry, bert.account.id, 'keep');
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    expect(await lapsed(dispute.id)).toBe('yes-stands');
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
  });
});

describe('a database refilled from the leaves', () => {
  it('has the dispute again, with both sides and what they say', async () => {
    const { bert, dispute } = await inDispute();
    const refilled = await openTestStore();
    try {
      const entries = await world.registry.store.log.byIndex(0n, 10_000);
      const copy = (async function* () {
        for (const { index, leaf } of entries) yield await Promise.resolve({ index: Number(index), leaf });
      })();
      await refillLog({ store: refilled, sha256: nodeSha256, clock: world.registry.clock }, copy);
      const [again, ...others] = await refilled.answerDisputes.openOf(pseudonymOf(bert));
      expect(others).toEqual([]);
      const { id, noBy, yesBy, subjectDigest, subjectKey, canon } = dispute;
      expect(again).toMatchObject({ id, noBy, yesBy, subjectDigest, subjectKey, canon });
      expect(new Set(again?.claimIds)).toEqual(new Set(dispute.claimIds));
      expect(await refilled.answerDisputes.statementsOf([id])).toHaveLength(2);
    } finally {
      await refilled.close();
    }
  });
});

describe('a moderator who decides about a carried no', () => {
  it('for the no lets it stand, and the two are not in dispute again', async () => {
    const { picture, dispute, bert } = await inDispute();
    await closedByTwo(world.registry, judge(0), { disputeId: dispute.id, outcome: 'no-stands', ...grounds });
    expect(await openCarriedDisputes(world.registry)).toBe(0);
    expect(await openDisputesOf(world.registry, bert)).toEqual([]);
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
  });

  it('for the yes takes the work away from the address, and is overturned by an appeal with all that', async () => {
    const { bert, picture, work, dispute } = await inDispute();
    await closedByTwo(world.registry, judge(0), { disputeId: dispute.id, outcome: 'yes-stands', ...grounds });
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
    const appeal = await makeAppeal(world.registry, bert, {
      disputeId: dispute.id,
      text: 'The layers of the file.',
    });
    if (!appeal.ok) throw new Error(appeal.message);
    world.clock.advance({ seconds: 1 });
    await decideAppeal(world.registry, judge(2), {
      appealId: appeal.appeal.id,
      outcome: 'upheld',
      ...grounds,
    });
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    expect(await stateAt(work, picture)).toBe('confirmed');
    expect(await openCarriedDisputes(world.registry)).toBe(0);
  });
});

describe('a no that somebody says for many', () => {
  async function spokenFor() {
    const { anna, host, picture } = await yesToSite();
    const domain = world.newHost();
    const { owner, organisation } = await verifiedOrganisation(world, domain);
    await named(world.registry, owner, organisation, [
      { reference: 'm-1', name: 'A member', email: 'member@example.org', address: picture },
      {
        reference: 'm-1',
        name: 'A member',
        email: 'member@example.org',
        address: `https://elsewhere.test/${domain}`,
      },
    ]);
    await saidForAll(world.registry, owner, organisation, 'deny');
    await openCarriedDisputes(world.registry);
    const [dispute] = await openDisputesOf(world.registry, anna);
    return { anna, host, picture, owner, organisation, dispute, other: `https://elsewhere.test/${domain}` };
  }

  it('is kept alive by what its organisation shows, whose staff are a side of the dispute', async () => {
    const { picture, owner, dispute } = await spokenFor();
    const disputeId = dispute?.id ?? '';
    const { rows } = await listOwnDisputes(world.registry, owner.account, { first: 5 });
    expect(rows.map(({ row }) => row.dispute.id)).toEqual([disputeId]);
    const shown = await addExhibit(world.registry, owner, {
      disputeId,
      text: 'Our contract with the member.',
    });
    expect(shown).toMatchObject({ ok: true, exhibit: { claimant: dispute?.noBy } });
    expect(await lapsed(disputeId)).toBeUndefined();
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
  });

  it('is in dispute where it meets a proven yes, lapses there alone, and is not brought back by a list', async () => {
    const { picture, owner, organisation, dispute, other } = await spokenFor();
    expect(dispute).toMatchObject({ kind: 'url', expression: picture.replace('https://', '') });
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    expect(await lapsed(dispute?.id ?? '')).toBe('yes-stands');
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
    expect(await answerFor(world.registry, other)).toBe('DENIED');
    const again = { reference: 'm-1', name: 'A member', email: 'member@example.org', address: picture };
    expect(await named(world.registry, owner, organisation, [again])).toEqual([
      'A dispute about this address was decided: the yes of whoever has proven the place stands.',
    ]);
  });
});

describe('a no on somebody’s word where a work lies to which somebody says yes who has shown that it is theirs', () => {
  /** A moderator has looked at Anna's work, and she has confirmed where it is. */
  async function yesToWork(preference: 'allow' | 'conditional' = 'allow') {
    const picture = `https://${world.newHost()}/a/1.png`;
    const anna = await signUp(world.registry);
    const work = await workOf(anna);
    await addEvidence(world.registry, anna, { claimId: work.claimId, text: 'The sketches for it.' });
    await decidedByTwo(world.registry, judge(0), { claimId: work.claimId, approve: true, ...grounds });
    await answerAbout(world.registry, anna, work, preference);
    await foundAt(work, picture);
    const match = (await matchesOf(world.registry, work)).get(picture.replace('https://', ''));
    expect(await decided(world.registry, anna, [match], true)).toMatchObject({ ok: true });
    expect(await answerFor(world.registry, picture)).toBe(preference === 'allow' ? 'ALLOWED' : 'CONDITIONAL');
    return { anna, work, picture };
  }

  /** Bert registers what he says is his work, too, says no to it, and a machine finds it at the same address. */
  async function noToWork(picture: string) {
    const bert = await signUp(world.registry);
    const work = await workOf(bert);
    await answerAbout(world.registry, bert, work, 'deny');
    await foundAt(work, picture);
    await openCarriedDisputes(world.registry);
    return { bert, work };
  }

  it.each(['allow', 'conditional'] as const)(
    'is in dispute with it (%s), and lapses there',
    async (preference) => {
      const { anna, picture } = await yesToWork(preference);
      const { bert, work } = await noToWork(picture);
      expect(await answerFor(world.registry, picture)).toBe('DENIED');
      const dispute = await theDisputeOf(world.registry, bert);
      expect(dispute).toMatchObject({ noBy: pseudonymOf(bert), yesBy: pseudonymOf(anna) });
      expect(await lapsed(dispute.id)).toBe('yes-stands');
      expect(await stateAt(work, picture)).toBe('rejected');
      expect(await answerFor(world.registry, picture)).toBe(
        preference === 'allow' ? 'ALLOWED' : 'CONDITIONAL',
      );
      const copy = await noToWork(picture);
      expect(await stateAt(copy.work, picture)).toBe('suggested');
      expect(await openCarriedDisputes(world.registry)).toBe(0);
    },
  );

  it('is in dispute with it also when it was said of the address, before the yes or after it', async () => {
    const { picture } = await yesToWork();
    const bert = await signUp(world.registry);
    await say(world.registry, bert, 'deny', picture);
    expect(await lapsed((await theDisputeOf(world.registry, bert)).id)).toBe('yes-stands');
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');

    const later = `https://${world.newHost()}/a/1.png`;
    const carl = await signUp(world.registry);
    await say(world.registry, carl, 'deny', later);
    const { anna, work } = await yesToWork();
    await foundAt(work, later);
    const match = (await matchesOf(world.registry, work)).get(later.replace('https://', ''));
    await decided(world.registry, anna, [match], true);
    await openCarriedDisputes(world.registry);
    expect(await lapsed((await theDisputeOf(world.registry, carl)).id)).toBe('yes-stands');
    expect(await answerFor(world.registry, later)).toBe('ALLOWED');
  });

  it('stands once a moderator has approved the work of whoever says it: a co-owner’s no holds', async () => {
    const { picture } = await yesToWork();
    const { bert, work } = await noToWork(picture);
    const dispute = await theDisputeOf(world.registry, bert);
    await addEvidence(world.registry, bert, { claimId: work.claimId, text: 'We made it together.' });
    await decidedByTwo(world.registry, judge(0), { claimId: work.claimId, approve: true, ...grounds });
    expect(await endOf(dispute.id)).toMatchObject({ outcome: 'no-stands' });
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
  });

  it('is in no dispute while the yes is not shown to be theirs, or the work is only suggested to be there', async () => {
    const picture = `https://${world.newHost()}/a/1.png`;
    const anna = await signUp(world.registry);
    const work = await workOf(anna);
    await answerAbout(world.registry, anna, work, 'allow');
    await foundAt(work, picture);
    const { bert } = await noToWork(picture);
    expect(await openDisputesOf(world.registry, bert)).toEqual([]);
  });
});
