import { bytesToHex } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignedInActor } from '../../../src/app/actor.js';
import { readPlace } from '../../../src/app/claims/read-place.js';
import { withdrawClaim } from '../../../src/app/claims/withdraw-claim.js';
import { createConsentChecker } from '../../../src/app/consent/consent-checker.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import { lookUpAddress } from '../../../src/app/consent/look-up-address.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import { copiedLeaves } from '../../../src/app/log/copied-leaves.js';
import { copyLogFiles } from '../../../src/app/log/copy-log-files.js';
import { readLogFile } from '../../../src/app/log/log-files.js';
import { refillLog } from '../../../src/app/log/refill-log.js';
import { lapseDisputes } from '../../../src/app/disputes/lapse-disputes.js';
import { updateAnswerDisputes } from '../../../src/app/disputes/update-answer-disputes.js';
import type { CloseDisputeInput } from '../../../src/app/moderation/closing.js';
import type { Dispute } from '../../../src/app/ports/disputes.js';
import type { RegistryStore } from '../../../src/app/ports/registry-store.js';
import { opposingAnswers } from '../../../src/core/consent/opposing-answers.js';
import { PREFERENCES } from '../../../src/core/consent/preference.js';
import { USES } from '../../../src/core/consent/use.js';
import { leafHash } from '../../../src/core/log/leaf-hash.js';
import { parseLeaf } from '../../../src/core/log/leaf.js';
import { EVIDENCE_PERIOD } from '../../../src/core/replay/apply-dispute.js';
import { answerAsOf, findAsOf } from '../../../src/core/replay/answer-as-of.js';
import { digestItem } from '../../../src/core/replay/digested-item.js';
import { applyLeaf } from '../../../src/core/replay/replay.js';
import { type DisputeRecord, emptyState, type ReplayState } from '../../../src/core/replay/replay-state.js';
import { logFolderAt } from '../../../src/log-folder/log-folder.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { anomaliesOf, answerFor, say, theDisputeOf } from '../disputes/answers-scenario.js';
import { logged } from '../../support/logged-leaves.js';
import { provenClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { signUp } from '../../support/sign-up.js';
import { openTestStore } from '../../support/test-store.js';
import { closedByTwo } from '../../support/decided-by-two.js';

const HOSTS = ['one.test', 'two.test', 'three.test'];
const LAST = 'last.test';
/** Where disputes are left open. */
const OPEN = 'open.test';
const PLACES = HOSTS.flatMap((host) => [
  { kind: 'domain' as const, address: host },
  { kind: 'path' as const, address: `${host}/art/` },
  { kind: 'url' as const, address: `https://${host}/art/1.png` },
  { kind: 'url' as const, address: `https://${host}/2.png` },
]);
const ASKED = [
  ...HOSTS.flatMap((host) => [
    `https://${host}/`,
    `https://${host}/art/1.png`,
    `https://${host}/art/1.png?w=2`,
    `http://cdn.${host}/art/x`,
    `https://${host}/2.png`,
    `https://i0.wp.com/${host}/2.png`,
  ]),
  ...['lapses', 'settled', 'no-stands', 'yes-stands'].map((name) => `https://${LAST}/${name}.png`),
  'https://nobody.test/',
];

const STEPS = 110;

let world: RegistryWithSite;
let folder: string;
let artists: SignedInActor[];

/** A fixed sequence that looks like chance: the scenario is the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

beforeAll(async () => {
  world = await openRegistryWithSite([...HOSTS, LAST, OPEN]);
  folder = await mkdtemp(join(tmpdir(), 'rebuild-'));
  artists = await Promise.all([1, 2, 3, 4].map(() => signUp(world.registry)));
  await liveThrough(dice(7));
  await endInEveryWay();
  await leaveOpen();
  const files = { read: (path: string) => readLogFile(world.registry.store, path) };
  await copyLogFiles(files, logFolderAt(folder));
}, 120_000);

afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

/** Artists claim, prove, answer, change their minds, meet each other, and are decided about. */
async function liveThrough(roll: (sides: number) => number): Promise<void> {
  const { registry, site, clock } = world;
  const moderator = await signUp(registry, 'moderator');
  // Somebody is known from the beginning, so that yeses and offers are heard too.
  await provenClaim(registry, site, artists[0] as SignedInActor, 'domain', 'one.test');
  await declareConsent(registry, artists[0] as SignedInActor, {
    kind: 'url',
    address: 'https://one.test/2.png',
    answers: [{ use: 'search', preference: 'conditional' }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    terms: { credit: 'Name me' },
  });
  const said: { artist: SignedInActor; statementId: Uint8Array }[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    clock.advance({ hours: 1 });
    const artist = artists[roll(artists.length)] as SignedInActor;
    // The last of them never shows anything, and says no to pictures.
    const isStranger = artist === artists.at(-1);
    const places = isStranger ? PLACES.filter(({ kind }) => kind === 'url') : PLACES;
    const place = places[roll(places.length)] as (typeof PLACES)[number];
    const deed = roll(13);
    if (deed < 7) {
      const preference = (isStranger ? 'deny' : [...PREFERENCES, 'allow' as const][roll(4)]) ?? 'deny';
      const declared = await declareConsent(registry, artist, {
        ...place,
        answers: [{ use: [...USES, 'train-ai' as const][roll(6)] ?? 'train-ai', preference }],
        capacity: 'author',
        basis: 'own-right',
        ownWorks: true,
        ...(preference === 'conditional' ? { terms: { credit: 'Name me' } } : {}),
        ...(roll(4) === 0 ? { expiresAt: new Date(registry.clock().getTime() + 7_200_000) } : {}),
      });
      if (declared.ok) {
        said.push(...declared.statements.map(({ statement }) => ({ artist, statementId: statement.id })));
      }
    } else if (deed === 7) {
      const { kind, address } = place;
      if (!isStranger) await provenClaim(registry, site, artist, kind, address).catch(() => undefined);
    } else if (deed === 8) {
      clock.advance({ days: 5 });
      await lapseDisputes(registry);
    } else if (deed === 9) {
      const one = said[roll(said.length)];
      if (one) await withdrawStatement(registry, one.artist, one);
    } else if (deed === 10) {
      const own = await registry.store.claims.ofAccount(artist.account.id, { first: 50 });
      const claim = own.rows[roll(own.rows.length)]?.row;
      if (claim) await withdrawClaim(registry, artist, { claimId: claim.id });
    } else {
      const disputes = await registry.store.disputes.page({ first: 10 });
      const open = disputes.rows.filter(({ row }) => row.closedAt === undefined).map(({ row }) => row);
      const one = open[roll(open.length)];
      if (one) await closedByTwo(registry, moderator, decided(one, roll));
    }
  }
}

/** What chance may have left out: disputes that end in each of the ways in which they can. */
async function endInEveryWay(): Promise<void> {
  const { registry, site, clock } = world;
  const [holder, rival, stranger] = [await signUp(registry), await signUp(registry), await signUp(registry)];
  const moderator = await signUp(registry, 'moderator');
  artists.push(holder, rival, stranger);
  const grounds = { reasonCode: 'public-record', note: 'It is in the register.' };
  const onlyDispute = async (who: SignedInActor) => (await theDisputeOf(registry, who)).id;
  const { subjectDigest } = await provenClaim(registry, site, holder, 'domain', LAST);
  await say(registry, holder, 'allow', LAST, { kind: 'domain' });
  const claim = await provenClaim(registry, site, rival, 'domain', LAST);
  await withdrawClaim(registry, rival, { claimId: claim.id });
  await say(registry, stranger, 'deny', `https://${LAST}/lapses.png`);
  clock.advance({ days: 14 });
  await lapseDisputes(registry);
  const ended = await say(registry, stranger, 'deny', `https://${LAST}/settled.png`);
  await withdrawStatement(registry, stranger, { statementId: ended.id });
  for (const outcome of ['no-stands', 'yes-stands'] as const) {
    await say(registry, stranger, 'deny', `https://${LAST}/${outcome}.png`);
    await closedByTwo(registry, moderator, { disputeId: await onlyDispute(stranger), outcome, ...grounds });
  }
  for (const isUpheld of [false, true]) {
    const { id } = await provenClaim(registry, site, rival, 'domain', LAST);
    const disputed = await registry.store.disputes.openOn('domain', subjectDigest);
    const upheldClaimId = isUpheld ? id : undefined;
    await closedByTwo(registry, moderator, { disputeId: disputed?.id ?? '', upheldClaimId, ...grounds });
    if (!isUpheld) await provenClaim(registry, site, holder, 'domain', LAST);
  }
}

/** A no against a yes, and two who have both shown that a site is theirs. */
async function leaveOpen(): Promise<void> {
  const { registry, site } = world;
  const [holder, stranger, rival] = [await signUp(registry), await signUp(registry), await signUp(registry)];
  artists.push(holder, stranger, rival);
  await provenClaim(registry, site, holder, 'domain', OPEN);
  await say(registry, holder, 'allow', OPEN, { kind: 'domain' });
  await say(registry, holder, 'deny', `https://${OPEN}/1.png`, { use: 'search' });
  await say(registry, stranger, 'deny', `https://${OPEN}/1.png`);
  await provenClaim(registry, site, rival, 'domain', OPEN);
}

function decided(dispute: Dispute, roll: (sides: number) => number): CloseDisputeInput {
  const grounds = { reasonCode: 'evidence-convincing', note: 'Looked at both.' };
  return dispute.cause === 'no-against-yes'
    ? { disputeId: dispute.id, outcome: roll(2) === 0 ? 'no-stands' : 'yes-stands', ...grounds }
    : {
        disputeId: dispute.id,
        upheldClaimId: dispute.claimIds[roll(dispute.claimIds.length + 1)],
        ...grounds,
      };
}

async function rebuilt(): Promise<ReplayState> {
  const state = emptyState();
  const size = Number(await world.registry.store.log.size());
  for await (const { index, leaf: bytes } of copiedLeaves(logFolderAt(folder), 0, size)) {
    const read = parseLeaf(bytes);
    if (!read.ok) throw new Error(read.problem.message);
    applyLeaf(state, { index, leafHash: leafHash(bytes, nodeSha256), leaf: read.leaf });
  }
  return state;
}

/** The open disputes of a log between answers, by who says no and who says yes to what. */
function disputesIn(state: ReplayState, wanted: (dispute: DisputeRecord) => boolean): string[] {
  const pairs = [...state.disputes.values()]
    .filter((dispute) => dispute.cause === 'no-against-yes' && wanted(dispute))
    .map(({ sides }) => {
      const claims = [...sides.values()];
      const urls = claims.filter(({ name }) => name.startsWith('url '));
      return claims.map(({ claimant }) => claimant.pseudonym).concat(urls.map(({ name }) => name));
    });
  return pairs.map((names) => [...new Set(names)].sort().join(' ')).sort();
}

describe('disputes rebuilt from the files of the log alone', () => {
  it('ended in each of the ways in which they can', async () => {
    const { registry } = world;
    const leaves = await logged(registry, 0n);
    const ends = new Set(
      leaves.flatMap((leaf) =>
        leaf.kind === 'dispute' && leaf.action === 'close'
          ? [`${leaf.cause}: ${leaf.outcome}, ${leaf.reason}`]
          : [],
      ),
    );
    expect([...ends].sort()).toEqual([
      'no-against-yes: no-stands, evidence-reviewed',
      'no-against-yes: settled, claimant-withdrew',
      'no-against-yes: yes-stands, evidence-reviewed',
      'no-against-yes: yes-stands, no-evidence-in-time',
      'rival-claims: claim-upheld, claimant-withdrew',
      'rival-claims: claim-upheld, evidence-reviewed',
      'rival-claims: none-upheld, evidence-reviewed',
    ]);
  });

  it('are those of the database, and exactly those that the rules demand', async () => {
    const { registry } = world;
    // What ran out by itself left no leaf, and is noticed with the next.
    await registry.log.sequence(async (stores, at) => {
      for (const { account } of artists) {
        for (const host of HOSTS) {
          const change = {
            claimant: account.pseudonym,
            place: { kind: 'domain' as const, expression: host },
          };
          await updateAnswerDisputes(registry, stores, change, at);
        }
      }
    });
    const files = { read: (path: string) => readLogFile(registry.store, path) };
    await copyLogFiles(files, logFolderAt(folder));
    const state = await rebuilt();
    const moment = { size: state.size, at: registry.clock().getTime() };
    const addresses = [...PLACES, { kind: 'url', address: `https://${OPEN}/1.png` }];
    const demanded = addresses
      .filter(({ kind }) => kind === 'url')
      .flatMap(({ address }) => {
        const looked = lookUpAddress(address);
        if (!looked.ok) throw new Error(looked.reason);
        const { outer } = digestItem(looked.item, nodeSha256);
        const { covering } = findAsOf(state, { outer, embedded: [], recognised: [] }, moment);
        const subject = { kind: 'url' as const, key: outer[0]?.sha256 ?? '' };
        return opposingAnswers(subject, covering, { at: moment.at })
          .filter(({ isProven }) => !isProven)
          .map(({ no, yes }) => `${[no, yes].sort().join(' ')} url ${subject.key}`);
      });
    // A no that a moderator found to stand opens no other with the same claimant, also once its claim is over.
    const upheld = await registry.store.answerDisputes.upheldNoesOf(
      artists.map(({ account }) => account.pseudonym.replaceAll('-', '')),
    );
    const weighed = new Set(
      upheld.map(
        ({ noBy, yesBy, subjectDigest }) =>
          `${[noBy, yesBy].sort().join(' ')} url ${bytesToHex(subjectDigest)}`,
      ),
    );
    const open = disputesIn(state, ({ closedAt }) => closedAt === undefined);
    expect(open).toEqual(demanded.filter((pair) => !weighed.has(pair)).sort());
    const stored = new Set<string>();
    for (const { account } of artists) {
      for (const { id } of await registry.store.answerDisputes.openOf(account.pseudonym)) stored.add(id);
    }
    expect(stored.size).toBe(open.length);
  });
});

describe('a database refilled from the files of the log alone', () => {
  let refilled: OpenStore;
  beforeAll(async () => {
    refilled = await openTestStore();
    for (const { account } of [...artists].reverse()) await refilled.accounts.add(account);
    const size = Number(await world.registry.store.log.size());
    const parts = { store: refilled, sha256: nodeSha256, clock: world.registry.clock };
    await refillLog(parts, copiedLeaves(logFolderAt(folder), 0, size));
  });
  afterAll(() => refilled.close());

  async function claimsIn(store: RegistryStore) {
    const claimants = artists.map(({ account }) => account.pseudonym.replaceAll('-', ''));
    const places = [...PLACES, ...[LAST, OPEN].map((address) => ({ kind: 'domain' as const, address }))].map(
      ({ kind, address }) => {
        const place = readPlace(kind, address, nodeSha256);
        if (!place.ok) throw new Error(place.message);
        return place.digest;
      },
    );
    const claims = await store.claims.madeBy(claimants, places);
    return claims.map(({ expression: _, decidedBy: __, decisionReason: ___, ...claim }) => claim);
  }

  async function allDisputes(store: RegistryStore) {
    const { rows } = await store.disputes.page({ first: 200 });
    return rows
      .map(
        ({
          row: { expression: _, closedBy: __, proposedBy: ___, reason: ____, lapsesAt: _____, ...dispute },
        }) => dispute,
      )
      .map((dispute) => ({ ...dispute, claimIds: [...dispute.claimIds].sort() }));
  }

  it('has the claims as they stood, but for their addresses and for what moderators wrote', async () => {
    const claims = await claimsIn(refilled);
    expect(claims).toEqual(await claimsIn(world.registry.store));
    expect(new Set(claims.map(({ state }) => state))).toEqual(
      new Set(['open', 'active', 'disputed', 'rejected', 'withdrawn']),
    );
  });

  it('has the disputes with their sides, and how they ended', async () => {
    const disputes = await allDisputes(refilled);
    expect(disputes).toEqual(await allDisputes(world.registry.store));
    expect(disputes.filter(({ closedAt }) => closedAt === undefined)).not.toEqual([]);
  });

  it('knows what is said in every dispute that is open', async () => {
    const open = await refilled.answerDisputes.dueBy(new Date('2100-01-01'), undefined, 100);
    const ids = open.map(({ id }) => id);
    const said = async (store: RegistryStore) =>
      (await store.answerDisputes.statementsOf(ids)).map(
        (one) => `${one.disputeId} ${bytesToHex(one.statementId)}`,
      );
    expect((await said(refilled)).sort()).toEqual((await said(world.registry.store)).sort());
    expect(open).not.toEqual([]);
  });

  it('gives everybody in dispute the whole time again: what they had handed in is lost', async () => {
    const open = await refilled.answerDisputes.dueBy(new Date('2100-01-01'), undefined, 100);
    const until = new Date(world.registry.clock().getTime() + EVIDENCE_PERIOD);
    expect(new Set(open.map(({ lapsesAt }) => lapsesAt.toISOString()))).toEqual(
      new Set([until.toISOString()]),
    );
  });

  it('goes on with them: who names a place again is known by it, and who shows nothing lapses', async () => {
    const [stranger, ...others] = artists.slice(-2);
    if (stranger === undefined || others.length !== 1) throw new Error('Somebody is missing.');
    let days = 0;
    const clock = () => new Date(world.registry.clock().getTime() + days * 86_400_000);
    const registry = makeTestRegistry(refilled, { clock });
    const picture = `https://${OPEN}/1.png`;
    const lost = await theDisputeOf(registry, stranger);
    expect(lost.expression).toBeUndefined();
    await say(registry, stranger, 'deny', picture);
    expect(await theDisputeOf(registry, stranger)).toMatchObject({
      id: lost.id,
      expression: `${OPEN}/1.png`,
    });
    days = 13;
    expect(await lapseDisputes(registry)).toBe(0);
    expect(await answerFor(registry, picture)).toBe('DENIED');
    days = 14;
    expect(await lapseDisputes(registry)).toBe(1);
    expect(await refilled.disputes.byId(lost.id)).toMatchObject({ outcome: 'yes-stands' });
    expect(await answerFor(registry, picture)).toBe('ALLOWED');
    expect(await anomaliesOf(registry)).toEqual([]);
  });
});

describe('decisions rebuilt from the files of the log alone', () => {
  it('equal those of the running registry, now and at every earlier size', async () => {
    const { registry } = world;
    const state = await rebuilt();
    expect(state.anomalies).toEqual([]);
    expect(state.size).toBeGreaterThan(100);
    const seen = new Set<string>();
    for (let size = 0; size <= state.size; size += 3) {
      const checker = await createConsentChecker(registry, { uses: USES, asOf: { size } });
      const answers = await checker.check(ASKED);
      for (const [index, url] of ASKED.entries()) {
        const looked = lookUpAddress(url);
        if (!looked.ok) throw new Error(looked.reason);
        const item = digestItem(looked.item, nodeSha256);
        const expected = USES.map(
          (use) =>
            answerAsOf(state, item, { use, at: checker.moment.getTime(), policy: {} }, { size }).decision,
        );
        expect(answers[index]?.decisions).toEqual(expected);
        for (const { answer } of expected) seen.add(answer);
      }
    }
    expect([...seen].sort()).toEqual(['ALLOWED', 'CONDITIONAL', 'DENIED', 'UNKNOWN']);
  }, 120_000);

  it('by time are those of the last size that the log had then', async () => {
    const { registry } = world;
    const state = await rebuilt();
    const times = (await registry.store.log.byIndex(0n, 1_000)).map(({ loggedAt }) => loggedAt);
    const time = new Date((times[Math.floor(times.length / 2)]?.getTime() ?? 0) + 1);
    const checker = await createConsentChecker(registry, { uses: ['train-ai'], asOf: { time } });
    expect(Number(checker.logSize)).toBe(times.filter((logged) => logged <= time).length);
    const [answer] = await checker.check(['https://one.test/art/1.png']);
    const looked = lookUpAddress('https://one.test/art/1.png');
    if (!looked.ok) throw new Error(looked.reason);
    const expected = answerAsOf(
      state,
      digestItem(looked.item, nodeSha256),
      { use: 'train-ai', at: time.getTime(), policy: {} },
      { time: time.getTime() },
    );
    expect(answer?.decisions).toEqual([expected.decision]);
  });

  it('are refused for what is not signed yet, and for times to come', async () => {
    const { registry } = world;
    const size = Number(await registry.store.log.size());
    await expect(
      createConsentChecker(registry, { uses: ['search'], asOf: { size: size + 1 } }),
    ).rejects.toMatchObject({ name: 'AsOfNotReached' });
    const time = new Date(registry.clock().getTime() + 1);
    await expect(createConsentChecker(registry, { uses: ['search'], asOf: { time } })).rejects.toMatchObject({
      name: 'AsOfNotReached',
    });
  });
});
