import { bytesToHex } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { withdrawClaim } from '../../../src/app/claims/withdraw-claim.js';
import { createConsentChecker } from '../../../src/app/consent/consent-checker.js';
import { lookUpAddress } from '../../../src/app/consent/look-up-address.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import { refillLog } from '../../../src/app/log/refill-log.js';
import type { NewEntry } from '../../../src/app/ports/catalogue.js';
import type { NewPictureLook } from '../../../src/app/ports/fingerprints.js';
import type { RegistryStore } from '../../../src/app/ports/registry-store.js';
import type { Work } from '../../../src/app/ports/works.js';
import type { Registry } from '../../../src/app/registry.js';
import { meetWorks } from '../../../src/app/works/meet-works.js';
import { registerWorks } from '../../../src/app/works/register-works.js';
import { PREFERENCES } from '../../../src/core/consent/preference.js';
import { USES } from '../../../src/core/consent/use.js';
import { ORIENTATIONS } from '../../../src/core/likeness/orientation.js';
import { parseLeaf } from '../../../src/core/log/leaf.js';
import { answerAsOf } from '../../../src/core/replay/answer-as-of.js';
import { digestItem } from '../../../src/core/replay/digested-item.js';
import { applyLeaf } from '../../../src/core/replay/replay.js';
import { emptyState, type ReplayState } from '../../../src/core/replay/replay-state.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { signUp } from '../../support/sign-up.js';
import { dataset, digestOf, entry } from '../../support/store-records.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';
import { answerAbout, decided, matchesOf } from './works-scenario.js';
import { decidedByTwo } from '../../support/decided-by-two.js';

const STEPS = 90;
const PICTURES = 6;
const ANSWERED = ['allow', 'conditional', 'deny'] as const;
const ADDRESSES = [
  ...Array.from({ length: 24 }, (_, number) => `copies.test/${number}.jpg`),
  ...ANSWERED.map((preference) => `${preference}.test/1.jpg`),
];

let store: OpenStore;
let registry: Registry;
let artists: readonly SignedInActor[];

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
  artists = [await signUp(registry), await signUp(registry), await signUp(registry)];
  await liveThrough(dice(11));
  await leaveAnswers();
}, 120_000);

afterAll(() => store.close());

/** A fixed sequence that looks like chance: the scenario is the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** The hash of a picture, of which so many bits were changed. */
function hashOf(picture: number, changed = 0): Uint8Array {
  const hash = digestOf(`picture ${picture}`);
  for (let bit = 0; bit < changed; bit += 1) hash[bit * 2] = (hash[bit * 2] ?? 0) ^ 1;
  return hash;
}

const fileOf = (picture: number): Uint8Array => digestOf(`file ${picture}`);
const md5Of = (picture: number): Uint8Array => fileOf(picture).slice(0, 16);
const whole = (picture: number, changed = 0) =>
  ({ algorithm: 'pdq', version: 1, hash: hashOf(picture, changed), quality: 90 }) as const;

async function register(artist: SignedInActor, picture: number): Promise<Work | undefined> {
  const size = { width: 300, height: 200 };
  const oriented = ORIENTATIONS.map((_, at) => (at === 0 ? hashOf(picture) : digestOf(`${picture} ${at}`)));
  const of = { medium: 'image', ...size, whole: whole(picture), oriented, regions: [] } as const;
  const prints = { sha256: fileOf(picture), md5: md5Of(picture), of };
  const result = await registerWorks(registry, artist, { capacity: 'author', works: [{ prints }] });
  return result.ok ? result.works[0]?.work : undefined;
}

/** Rows that come in: the file by a digest that the dataset names, or a picture that was looked at. */
async function comesIn(roll: (sides: number) => number): Promise<void> {
  const picture = roll(PICTURES);
  const address = ADDRESSES[roll(24)] ?? '';
  const way = roll(3);
  const row: NewEntry = entry(address, `row ${roll(1_000)}`, {
    ...(way === 0 ? { sha256: fileOf(picture) } : {}),
    ...(way === 1 ? { md5: md5Of(picture) } : {}),
  });
  const look: NewPictureLook = {
    urlKey: row.urlKey,
    rowId: row.rowId,
    lookedAt: registry.clock(),
    origin: 'address',
    picture: {
      sha256: digestOf(`${address} ${roll(1_000)}`),
      md5: md5Of(99),
      byteCount: 9,
      width: 300,
      height: 200,
      whole: whole(picture, roll(40)),
      regions: [],
    },
  };
  const { id: datasetId } = await store.datasets.ensure(dataset({ slug: 'copies' }));
  await store.entries.addBatch(datasetId, [row]);
  const looks = way === 2 ? [look] : [];
  await store.fingerprints.addBatch(datasetId, looks);
  await meetWorks(registry, { datasetId, entries: [row], looks });
}

async function liveThrough(roll: (sides: number) => number): Promise<void> {
  const moderator = await signUp(registry, 'moderator');
  const works: { readonly artist: SignedInActor; readonly work: Work }[] = [];
  const said: { readonly artist: SignedInActor; readonly statementId: Uint8Array }[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const artist = artists[roll(artists.length)] as SignedInActor;
    const own = works[roll(works.length)];
    const deed = roll(12);
    if (deed < 2 || own === undefined) {
      const work = await register(artist, roll(PICTURES));
      if (work) works.push({ artist, work });
    } else if (deed < 6) {
      await comesIn(roll);
    } else if (deed < 8) {
      const preference = PREFERENCES[roll(PREFERENCES.length)] ?? 'deny';
      const declared = await answerAbout(registry, own.artist, own.work, preference).catch(() => undefined);
      for (const { statement } of declared?.statements ?? []) {
        said.push({ artist: own.artist, statementId: statement.id });
      }
    } else if (deed === 8) {
      const one = said[roll(said.length)];
      if (one) await withdrawStatement(registry, one.artist, one);
    } else if (deed === 9) {
      const grounds = { reasonCode: 'evidence-convincing', note: 'The sketches show it.' };
      await decidedByTwo(registry, moderator, { claimId: own.work.claimId, approve: true, ...grounds });
    } else if (deed === 10 && roll(6) === 0) {
      await withdrawClaim(registry, own.artist, { claimId: own.work.claimId });
    } else {
      const matches = [...(await matchesOf(registry, own.work)).values()];
      await decided(registry, own.artist, [matches[roll(matches.length)]], roll(3) > 0);
    }
  }
}

/** What chance may have left out: each answer about a work that a moderator looked at, at an address that was confirmed. */
async function leaveAnswers(): Promise<void> {
  const [artist, moderator] = [artists[0] as SignedInActor, await signUp(registry, 'moderator')];
  const { id: datasetId } = await store.datasets.ensure(dataset({ slug: 'copies' }));
  for (const [at, preference] of ANSWERED.entries()) {
    const work = await register(artist, PICTURES + at);
    if (work === undefined) throw new Error('It was not registered.');
    const address = `${preference}.test/1.jpg`;
    const row = entry(address, preference, { sha256: fileOf(PICTURES + at) });
    await store.entries.addBatch(datasetId, [row]);
    await meetWorks(registry, { datasetId, entries: [row], looks: [] });
    const grounds = { reasonCode: 'evidence-convincing', note: 'The sketches show it.' };
    await decidedByTwo(registry, moderator, { claimId: work.claimId, approve: true, ...grounds });
    await decided(registry, artist, [(await matchesOf(registry, work)).get(address)], true);
    await answerAbout(registry, artist, work, preference);
  }
}

async function replayed(): Promise<ReplayState> {
  const state = emptyState();
  for (const { index, leaf: bytes, leafHash } of await store.log.byIndex(0n, 10_000)) {
    const read = parseLeaf(bytes);
    if (!read.ok) throw new Error(read.problem.message);
    applyLeaf(state, { index: Number(index), leafHash, leaf: read.leaf });
  }
  return state;
}

describe('answers about copies of works', () => {
  it('are those of the leaves alone, at every size of the log', async () => {
    const state = await replayed();
    expect(state.anomalies).toEqual([]);
    const heard = new Set<string>();
    for (let size = state.size; size > 0; size -= Math.max(1, Math.floor(state.size / 12))) {
      const checker = await createConsentChecker(registry, { uses: USES, asOf: { size } });
      const checked = await checker.check(ADDRESSES.map((address) => `https://${address}`));
      for (const [at, address] of ADDRESSES.entries()) {
        const looked = lookUpAddress(`https://${address}`);
        if (!looked.ok) throw new Error(looked.reason);
        const item = digestItem(looked.item, nodeSha256);
        const expected = USES.map(
          (use) =>
            answerAsOf(state, item, { use, at: checker.moment.getTime(), policy: {} }, { size }).decision,
        );
        expect(checked[at]?.decisions).toEqual(expected);
        for (const { answer } of expected) heard.add(answer);
      }
    }
    expect([...heard].sort()).toEqual(['ALLOWED', 'CONDITIONAL', 'DENIED', 'UNKNOWN']);
  });
});

describe('a database refilled from the leaves', () => {
  let refilled: OpenStore;

  beforeAll(async () => {
    refilled = await openTestStore();
    for (const { account } of artists) await refilled.accounts.add(account);
    const entries = await store.log.byIndex(0n, 10_000);
    const copy = (async function* () {
      for (const { index, leaf } of entries) yield await Promise.resolve({ index: Number(index), leaf });
    })();
    await refillLog({ store: refilled, sha256: nodeSha256, clock: registry.clock }, copy);
  });

  afterAll(() => refilled.close());

  async function standingMatches(held: RegistryStore) {
    const found: string[] = [];
    for (const { account } of artists) {
      const { rows } = await held.works.ofAccount(account.id, { first: 100 });
      for (const { row } of rows) {
        const matches = await held.works.standingMatches(row.id, 1_000);
        found.push(
          ...matches.map(
            ({ subjectDigest, state, method, confirmedBy, leafMatch }) =>
              `${row.id} ${bytesToHex(subjectDigest)} ${state} ${method} ${confirmedBy} ${leafMatch}`,
          ),
        );
      }
    }
    return found.sort();
  }

  it('has the works and the matches that stand in the log', async () => {
    const stood = await standingMatches(store);
    expect(stood.length).toBeGreaterThan(3);
    expect(await standingMatches(refilled)).toEqual(stood);
  });

  it('finds further copies of a work that only the log knew', async () => {
    const again = makeTestRegistry(refilled);
    const row = entry('new.test/1.jpg', 'came later', { sha256: fileOf(PICTURES) });
    const { id: datasetId } = await refilled.datasets.ensure(dataset({ slug: 'later' }));
    await refilled.entries.addBatch(datasetId, [row]);
    await meetWorks(again, { datasetId, entries: [row], looks: [] });
    const held = await refilled.works.withDigests({ sha256: [fileOf(PICTURES)], md5: [] });
    expect(held.length).toBeGreaterThan(0);
    for (const { workId } of held) {
      const [work] = await refilled.works.byIds([workId]);
      expect((await matchesOf(again, work as Work)).get('new.test/1.jpg')?.state).toBe('matched');
    }
  });
});
