import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import type { SignedInActor } from '../../../src/app/actor.js';
import { verifyClaim } from '../../../src/app/claims/proofs/verify-claim.js';
import { placeDigest } from '../../../src/app/claims/place-digest.js';
import { withdrawClaim } from '../../../src/app/claims/withdraw-claim.js';
import { describeStatements } from '../../../src/app/consent/describe-statements.js';
import { loadReplay } from '../../../src/app/consent/load-replay.js';
import { statementStandings } from '../../../src/app/consent/statement-standings.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import { lapseDisputes } from '../../../src/app/disputes/lapse-disputes.js';
import { weighAnswers } from '../../../src/app/disputes/weigh-answers.js';
import { eraseUser } from '../../../src/app/accounts/erase-user.js';
import { opposingAnswers } from '../../../src/core/consent/opposing-answers.js';
import { findAsOf } from '../../../src/core/replay/answer-as-of.js';
import { digestItem } from '../../../src/core/replay/digested-item.js';
import { urlExpressions } from '../../../src/core/url/url-expressions.js';
import { urlKey } from '../../../src/core/url/url-key.js';
import { logged } from '../../support/logged-leaves.js';
import { openedClaim, provenClaim, putLine } from '../../support/prove-claim.js';
import { dataset, entry } from '../../support/store-records.js';
import { signUp } from '../../support/sign-up.js';
import {
  type AnswersWorld,
  anomaliesOf,
  answerFor,
  openAnswersWorld,
  openDisputesOf,
  pseudonymOf,
  say,
  sayOfAll,
  theDisputeOf,
} from './answers-scenario.js';
import { crowdedHistory, live } from './crowded-history.js';
import { closedByTwo, decidedByTwo } from '../../support/decided-by-two.js';

let world: AnswersWorld;

beforeAll(async () => {
  world = await openAnswersWorld();
});

afterAll(async () => {
  expect(await anomaliesOf(world.registry)).toEqual([]);
  await world.close();
});

/** Somebody who has shown that a site is theirs, somebody who has shown nothing, and the site. */
async function sides(): Promise<{ anna: SignedInActor; bert: SignedInActor; host: string; picture: string }> {
  const host = world.newHost();
  const [anna, bert] = [await signUp(world.registry), await signUp(world.registry)];
  await provenClaim(world.registry, world.site, anna, 'domain', host);
  return { anna, bert, host, picture: `https://${host}/work/1.png` };
}

async function disputesOf(who: SignedInActor) {
  const open = await openDisputesOf(world.registry, who);
  return open.map(({ expression, noBy, yesBy }) => ({ expression, noBy, yesBy }));
}

describe('a no on somebody’s word and a yes that counts', () => {
  it('open a dispute when the no comes second, in the transition of the no', async () => {
    const { anna, bert, host, picture } = await sides();
    await say(world.registry, anna, 'allow', host, { kind: 'domain' });
    const size = await world.registry.store.log.size();
    await say(world.registry, bert, 'deny', picture);
    const dispute = await theDisputeOf(world.registry, bert);
    const leaves = await logged(world.registry, size);
    expect(leaves.map(({ kind }) => kind)).toEqual(['claim', 'statement', 'dispute']);
    expect(leaves[2]).toMatchObject({
      action: 'open',
      cause: 'no-against-yes',
      dispute: dispute.id.replaceAll('-', ''),
      subject: 'subject' in (leaves[1] ?? {}) ? (leaves[1] as { subject: unknown }).subject : undefined,
      claims: dispute.claimIds.map((id) => id.replaceAll('-', '')).sort(),
      time: leaves[1]?.time,
    });
    expect(dispute).toMatchObject({
      cause: 'no-against-yes',
      expression: `${host}/work/1.png`,
      noBy: pseudonymOf(bert),
      yesBy: pseudonymOf(anna),
    });
    expect(dispute.claimIds).toHaveLength(2);
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
  });

  it.each(['allow', 'conditional'] as const)('open it when the yes (%s) comes second', async (preference) => {
    const { anna, bert, host, picture } = await sides();
    await say(world.registry, bert, 'deny', picture);
    expect(await disputesOf(bert)).toEqual([]);
    await say(world.registry, anna, preference, host, { kind: 'domain' });
    expect(await disputesOf(bert)).toHaveLength(1);
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
  });

  it('open it when both were said and the yes begins to count by proof, or by a moderator', async () => {
    const [bert, moderator] = [await signUp(world.registry), await signUp(world.registry, 'moderator')];
    for (const way of ['file', 'moderator'] as const) {
      const host = world.newHost();
      const anna = await signUp(world.registry);
      await say(world.registry, bert, 'deny', `https://${host}/1.png`);
      await say(world.registry, anna, 'allow', host, { kind: 'domain' });
      expect(await disputesOf(anna)).toEqual([]);
      const claim = await openedClaimOf(anna, host);
      if (way === 'file') {
        await putLine(world.registry, world.site, claim);
        await verifyClaim(world.registry, anna, { claimId: claim.id });
      } else {
        const grounds = { reasonCode: 'public-record', note: 'The register of domains says so.' };
        await decidedByTwo(world.registry, moderator, { claimId: claim.id, approve: true, ...grounds });
      }
      expect(await disputesOf(anna)).toHaveLength(1);
    }
  });

  it('open it about the address itself, below a folder, and below a host, wherever the yes is', async () => {
    const host = world.newHost();
    const bert = await signUp(world.registry);
    const places = [
      ['url', `https://${host}/a/b/1.png?x=1`],
      ['path', `https://${host}/a/b/`],
      ['path', `https://${host}/`],
      ['domain', host],
    ] as const;
    await say(world.registry, bert, 'deny', `https://${host}/a/b/1.png?x=1`);
    await say(world.registry, bert, 'deny', `https://${host}/a/c/1.png`);
    for (const [kind, address] of places) {
      const anna = await signUp(world.registry);
      await provenClaim(world.registry, world.site, anna, kind, address);
      await say(world.registry, anna, 'allow', address, { kind });
      const met = (await disputesOf(anna)).map(({ expression }) => expression).sort();
      expect(met).toEqual(
        kind === 'url' || address.endsWith('/b/')
          ? [`${host}/a/b/1.png?x=1`]
          : [`${host}/a/b/1.png?x=1`, `${host}/a/c/1.png`],
      );
      await withdrawEverything(anna);
    }
  });

  it('are one dispute however often they are said, and whatever else is said beside them', async () => {
    const { anna, bert, host, picture } = await sides();
    await say(world.registry, anna, 'allow', host, { kind: 'domain' });
    await say(world.registry, bert, 'deny', picture);
    const first = await theDisputeOf(world.registry, bert);
    await say(world.registry, bert, 'deny', picture);
    await say(world.registry, bert, 'conditional', picture);
    await say(world.registry, bert, 'deny', picture, { use: 'text-and-data-mining' });
    await say(world.registry, anna, 'allow', host, { kind: 'domain' });
    await say(world.registry, anna, 'allow', picture);
    const dispute = await theDisputeOf(world.registry, bert);
    expect(dispute.id).toBe(first.id);
    // The yes to the address itself rests on a claim that was not there before: without it nothing could set it aside.
    expect(dispute.claimIds).toHaveLength(3);
    const said = await world.registry.store.answerDisputes.statementsOf([dispute.id]);
    // The last no for each use, the offer whose no was replaced is none of them, and the last yes.
    expect(said).toHaveLength(3);
  });

  it('are a dispute for every two who oppose each other', async () => {
    const { anna, bert, host, picture } = await sides();
    const [cara, dora] = [await signUp(world.registry), await signUp(world.registry)];
    await provenClaim(world.registry, world.site, dora, 'path', `https://${host}/work/`);
    await say(world.registry, anna, 'allow', host, { kind: 'domain' });
    await say(world.registry, dora, 'allow', `https://${host}/work/`, { kind: 'path' });
    await say(world.registry, bert, 'deny', picture);
    await say(world.registry, cara, 'deny', picture);
    const pairs = [...(await disputesOf(bert)), ...(await disputesOf(cara))];
    expect(pairs.map(({ noBy, yesBy }) => `${noBy} ${yesBy}`).sort()).toEqual(
      [bert, cara]
        .flatMap((no) => [anna, dora].map((yes) => `${pseudonymOf(no)} ${pseudonymOf(yes)}`))
        .sort(),
    );
  });

  it('open it for uses that contain one another, and for no others', async () => {
    const { anna, bert, host } = await sides();
    await say(world.registry, anna, 'allow', host, { kind: 'domain', use: 'train-ai' });
    await say(world.registry, bert, 'deny', `https://${host}/wide.png`, { use: 'text-and-data-mining' });
    await say(world.registry, bert, 'deny', `https://${host}/narrow.png`, { use: 'train-generative-ai' });
    await say(world.registry, bert, 'deny', `https://${host}/other.png`, { use: 'search' });
    const met = (await disputesOf(bert)).map(({ expression }) => expression).sort();
    expect(met).toEqual([`${host}/narrow.png`, `${host}/wide.png`]);
  });
});

describe('no dispute is opened', () => {
  it.each([
    ['by a yes that proves nothing', 'allow', 'asserted', {}],
    ['by an offer that proves nothing', 'conditional', 'asserted', {}],
    ['by a host, who gives away nothing of others', 'allow', 'verified', { capacity: 'host' as const }],
    [
      'by a yes that rests on the public domain before a moderator looked',
      'allow',
      'verified',
      { basis: 'cc0' as const },
    ],
  ] as const)('%s', async (_, preference, assurance, more) => {
    const host = world.newHost();
    const [anna, bert] = [await signUp(world.registry), await signUp(world.registry)];
    if (assurance === 'verified') await provenClaim(world.registry, world.site, anna, 'domain', host);
    await say(world.registry, bert, 'deny', `https://${host}/1.png`);
    await say(world.registry, anna, preference, host, { kind: 'domain', ...more });
    expect(await disputesOf(bert)).toEqual([]);
  });

  it('by a no that is proven, by one about a folder that is not, or by somebody’s own no', async () => {
    const { anna, bert, host } = await sides();
    await say(world.registry, anna, 'allow', host, { kind: 'domain' });
    await provenClaim(world.registry, world.site, bert, 'path', `https://${host}/bert/`);
    await say(world.registry, bert, 'deny', `https://${host}/bert/1.png`);
    await say(world.registry, bert, 'deny', `https://${host}/other/`, { kind: 'path' });
    await say(world.registry, anna, 'deny', `https://${host}/own.png`);
    expect([await disputesOf(anna), await disputesOf(bert)]).toEqual([[], []]);
  });

  it('where the same claimant’s own no is nearer than their yes', async () => {
    const { anna, bert, host, picture } = await sides();
    await say(world.registry, anna, 'allow', host, { kind: 'domain' });
    const nearer = await say(world.registry, anna, 'deny', `https://${host}/work/`, { kind: 'path' });
    await say(world.registry, bert, 'deny', picture);
    expect(await disputesOf(bert)).toEqual([]);
    // Once it is withdrawn, the wider yes reaches the address.
    await withdrawStatement(world.registry, anna, { statementId: nearer.id });
    expect(await disputesOf(bert)).toHaveLength(1);
  });
});

describe('a dispute between answers ends by itself', () => {
  async function inDispute() {
    const opposed = await sides();
    const { anna, bert, host, picture } = opposed;
    const yes = await say(world.registry, anna, 'allow', host, { kind: 'domain' });
    const no = await say(world.registry, bert, 'deny', picture);
    return { ...opposed, yes, no, dispute: await theDisputeOf(world.registry, bert) };
  }

  async function endOf(id: string) {
    const ended = await world.registry.store.disputes.byId(id);
    const leaves = await logged(world.registry, 0n);
    const leaf = leaves.find(
      (one) => one.kind === 'dispute' && one.action === 'close' && one.dispute === id.replaceAll('-', ''),
    );
    return { row: ended, leaf };
  }

  it.each([
    [
      'the no is withdrawn',
      async ({ bert, no }: Awaited<ReturnType<typeof inDispute>>) =>
        withdrawStatement(world.registry, bert, { statementId: no.id }),
    ],
    [
      'the no becomes an offer or a yes',
      async ({ bert, picture, no }: Awaited<ReturnType<typeof inDispute>>) => {
        await withdrawStatement(world.registry, bert, { statementId: no.id });
        await say(world.registry, bert, 'allow', picture);
      },
    ],
    [
      'the yes is withdrawn',
      async ({ anna, yes }: Awaited<ReturnType<typeof inDispute>>) =>
        withdrawStatement(world.registry, anna, { statementId: yes.id }),
    ],
    [
      'a no takes the place of the yes',
      async ({ anna, host }: Awaited<ReturnType<typeof inDispute>>) =>
        say(world.registry, anna, 'deny', host, { kind: 'domain' }),
    ],
    [
      'the claim that the yes rests on ends',
      async ({ anna, host }: Awaited<ReturnType<typeof inDispute>>) =>
        withdrawClaim(world.registry, anna, { claimId: (await openedClaimOf(anna, host)).id }),
    ],
  ])('when %s: the two agree', async (_, act) => {
    const scene = await inDispute();
    await act(scene);
    expect(await openDisputesOf(world.registry, scene.bert)).toEqual([]);
    const { row, leaf } = await endOf(scene.dispute.id);
    expect(row).toMatchObject({ outcome: 'settled', closingReason: 'claimant-withdrew', reason: undefined });
    expect(leaf).toMatchObject({ outcome: 'settled', reason: 'claimant-withdrew', suspends: [] });
  });

  it('when whoever says no shows that the address is theirs: the no stands', async () => {
    const { bert, picture, host, dispute } = await inDispute();
    await provenClaim(world.registry, world.site, bert, 'path', `https://${host}/work/`);
    expect(await openDisputesOf(world.registry, bert)).toEqual([]);
    const { row, leaf } = await endOf(dispute.id);
    expect(row).toMatchObject({
      outcome: 'no-stands',
      closingReason: 'evidence-reviewed',
      closedBy: undefined,
    });
    expect(leaf).toMatchObject({ outcome: 'no-stands', reason: 'evidence-reviewed', suspends: [] });
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
  });

  it('and begins again when what was shown is given up', async () => {
    const { bert, host, dispute } = await inDispute();
    const folder = await provenClaim(world.registry, world.site, bert, 'path', `https://${host}/work/`);
    await withdrawClaim(world.registry, bert, { claimId: folder.id });
    expect((await theDisputeOf(world.registry, bert)).id).not.toBe(dispute.id);
  });

  it('when the account of the yes is erased, and goes on when that of the no is', async () => {
    const one = await inDispute();
    await erase(one.anna);
    expect((await endOf(one.dispute.id)).row).toMatchObject({ outcome: 'settled' });
    const other = await inDispute();
    await erase(other.bert);
    expect(await world.registry.store.disputes.byId(other.dispute.id)).toMatchObject({
      closedAt: undefined,
      // The address was theirs to name.
      expression: undefined,
    });
    expect(await answerFor(world.registry, other.picture)).toBe('DENIED');
  });
});

describe('a yes to everything that an account has claimed', () => {
  it('meets the noes of others as a yes to each of these places would', async () => {
    const { anna, bert, picture } = await sides();
    await sayOfAll(world.registry, anna, 'allow');
    await say(world.registry, bert, 'deny', picture);
    const [dispute] = await disputesOf(bert);
    expect(dispute).toMatchObject({ noBy: pseudonymOf(bert), yesBy: pseudonymOf(anna) });
    expect(await answerFor(world.registry, picture)).toBe('DENIED');
    world.clock.advance({ days: 14 });
    await lapseDisputes(world.registry);
    expect(await answerFor(world.registry, picture)).toBe('ALLOWED');
  });

  it('meets those that were there before the account had proven the place', async () => {
    const host = world.newHost();
    const [anna, bert] = [await signUp(world.registry), await signUp(world.registry)];
    await sayOfAll(world.registry, anna, 'allow');
    await say(world.registry, bert, 'deny', `https://${host}/1.png`);
    expect(await disputesOf(bert)).toEqual([]);
    await provenClaim(world.registry, world.site, anna, 'domain', host);
    expect(await disputesOf(bert)).toMatchObject([{ yesBy: pseudonymOf(anna) }]);
  });
});

describe('a no whose account was erased', () => {
  it('meets a later yes around it where the catalogue knows the address, which is not written down again', async () => {
    const { anna, bert, host, picture } = await sides();
    const [known, unknown] = [picture, `https://${host}/work/2.png`];
    const { id } = await world.registry.store.datasets.ensure(dataset());
    await world.registry.store.entries.addBatch(id, [entry(`${host}/work/1.png`, 'A fox')]);
    await world.registry.store.datasets.open(id);
    for (const url of [known, unknown]) await say(world.registry, bert, 'deny', url);
    await erase(bert);
    await say(world.registry, anna, 'allow', host, { kind: 'domain' });
    expect(await disputesOf(bert)).toEqual([
      { expression: undefined, noBy: pseudonymOf(bert), yesBy: pseudonymOf(anna) },
    ]);
    world.clock.advance({ days: 14 });
    await lapseDisputes(world.registry);
    expect(await answerFor(world.registry, known)).toBe('ALLOWED');
    // Nobody can tell where this one lies: it holds.
    expect(await answerFor(world.registry, unknown)).toBe('DENIED');
  });

  it('keeps the address to itself beside the no of somebody who can be read', async () => {
    const { anna, bert, host, picture } = await sides();
    const { id } = await world.registry.store.datasets.ensure(dataset());
    await world.registry.store.entries.addBatch(id, [entry(`${host}/work/1.png`, 'A fox')]);
    await world.registry.store.datasets.open(id);
    const cara = await signUp(world.registry);
    for (const one of [bert, cara]) await say(world.registry, one, 'deny', picture);
    await erase(bert);
    await say(world.registry, anna, 'allow', `https://${host}/work/`, { kind: 'path' });
    const found = [...(await disputesOf(bert)), ...(await disputesOf(cara))];
    expect(found.map(({ expression }) => expression)).toEqual([undefined, `${host}/work/1.png`]);
  });
});

describe('whoever loses a dispute about a place', () => {
  it('keeps their no to an address in it, which meets the yes of the winner', async () => {
    const host = world.newHost();
    const [anna, bert, moderator] = [
      await signUp(world.registry),
      await signUp(world.registry),
      await signUp(world.registry, 'moderator'),
    ];
    const won = await provenClaim(world.registry, world.site, anna, 'domain', host);
    await provenClaim(world.registry, world.site, bert, 'domain', host);
    await say(world.registry, anna, 'allow', host, { kind: 'domain' });
    await say(world.registry, bert, 'deny', `https://${host}/1.png`);
    expect(await disputesOf(bert)).toEqual([]);
    const rival = await world.registry.store.disputes.openOn('domain', won.subjectDigest);
    await closedByTwo(world.registry, moderator, {
      disputeId: rival?.id ?? '',
      upheldClaimId: won.id,
      reasonCode: 'public-record',
      note: 'The domain has been hers since 2009.',
    });
    expect(await disputesOf(bert)).toEqual([
      { expression: `${host}/1.png`, noBy: pseudonymOf(bert), yesBy: pseudonymOf(anna) },
    ]);
    expect(await answerFor(world.registry, `https://${host}/1.png`)).toBe('DENIED');
  });
});

describe('64 accounts that say no while one who may says yes', () => {
  it('are 64 disputes, as the rules demand of the log and of the database alike', async () => {
    const { anna, host, picture } = await sides();
    const crowd = await Promise.all(Array.from({ length: 64 }, () => signUp(world.registry)));
    const size = await world.registry.store.log.size();
    await Promise.all([
      ...crowd.slice(0, 32).map((one) => say(world.registry, one, 'deny', picture)),
      say(world.registry, anna, 'allow', host, { kind: 'domain' }),
      ...crowd.slice(32).map((one) => say(world.registry, one, 'deny', picture)),
    ]);
    const open = await openDisputesOf(world.registry, anna);
    expect(new Set(open.map(({ noBy }) => noBy))).toEqual(new Set(crowd.map(pseudonymOf)));
    expect(open).toHaveLength(64);
    const leaves = await logged(world.registry, size);
    const opened = leaves.flatMap((leaf) => (leaf.kind === 'dispute' ? [leaf.dispute] : []));
    expect([...opened].sort()).toEqual(open.map(({ id }) => id.replaceAll('-', '')).sort());
    // No dispute stands in the log before both of its answers do.
    const saidAt = new Map(
      leaves.flatMap((leaf, index) => (leaf.kind === 'statement' ? [[leaf.claimant, index]] : [])),
    );
    for (const { id, noBy } of open) {
      const openedAt = leaves.findIndex(
        (leaf) => leaf.kind === 'dispute' && leaf.dispute === id.replaceAll('-', ''),
      );
      expect(openedAt).toBeGreaterThan(saidAt.get(noBy) ?? Infinity);
      expect(openedAt).toBeGreaterThan(saidAt.get(pseudonymOf(anna)) ?? Infinity);
    }
  });
});

async function openedClaimOf(who: SignedInActor, host: string) {
  const { rows } = await world.registry.store.claims.ofAccount(who.account.id, { first: 100 });
  const claim = rows.map(({ row }) => row).find(({ expression }) => expression === host);
  if (claim === undefined) return openedClaim(world.registry, who, 'domain', host);
  return claim;
}

async function withdrawEverything(who: SignedInActor): Promise<void> {
  const { rows } = await world.registry.store.statements.ofAccount(who.account.id, { first: 100 });
  for (const { row } of rows) await withdrawStatement(world.registry, who, { statementId: row.id });
}

async function erase(who: SignedInActor): Promise<void> {
  const email = `${pseudonymOf(who)}@example.org`;
  await world.registry.store.accounts.update(who.account.id, { email });
  const erased = await eraseUser(world.registry, { email, noes: 'keep' });
  if (!erased.ok) throw new Error(erased.message);
}

describe('a place about which many speak', () => {
  it('is weighed for some of them as it is for all, whatever happened there', async () => {
    await fc.assert(
      fc.asyncProperty(crowdedHistory, async (history) => {
        const { registry } = world;
        const host = world.newHost();
        const said = await live(world, host, history);
        const statements = await registry.store.statements.byIds(said.map(({ id }) => id));
        const placed = (await describeStatements(registry, statements)).map((view) => ({
          statement: view.statement,
          expression: view.address,
        }));
        const together = await statementStandings(registry, placed);
        for (const [index, one] of placed.entries()) {
          expect(await statementStandings(registry, [one])).toEqual([together[index]]);
        }

        const expression = `${host}/work/1.png`;
        const outer = urlExpressions(expression);
        const { state } = await loadReplay(
          registry.store.log,
          outer.map((place) => urlKey(place.expression)),
          Number(await registry.store.log.size()),
        );
        const moment = { size: state.size, at: registry.clock().getTime() };
        const item = digestItem({ outer, embedded: [] }, registry.sha256);
        const { covering, contentClaimants } = findAsOf(state, item, moment);
        const subjectDigest = placeDigest(expression, registry.sha256);
        const subject = { kind: 'url' as const, key: bytesToHex(subjectDigest) };
        const all = opposingAnswers(subject, covering, { at: moment.at, contentClaimants });
        const address = { expression, subjectDigest, claims: [] };
        for (const claimant of new Set(statements.map((one) => one.claimant))) {
          const [weighed] = await weighAnswers(
            registry,
            registry.store,
            [address],
            new Set([claimant]),
            registry.clock(),
          );
          const opposing = all.filter(({ no, yes }) => no === claimant || yes === claimant);
          expect(weighed?.pairs.map(({ no, yes, noes, yeses }) => ({ no, yes, noes, yeses }))).toEqual(
            opposing.map(({ no, yes, noes, yeses }) => ({ no, yes, noes, yeses })),
          );
        }
      }),
      { numRuns: 12 },
    );
  });
});
