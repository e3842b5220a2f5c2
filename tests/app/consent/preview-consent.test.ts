import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { openClaim } from '../../../src/app/claims/open-claim.js';
import { createConsentChecker } from '../../../src/app/consent/consent-checker.js';
import type { DeclareConsentInput } from '../../../src/app/consent/declaration.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import { previewConsent, type PreviewConsentInput } from '../../../src/app/consent/preview-consent.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import type { Registry } from '../../../src/app/registry.js';
import { registerWorks } from '../../../src/app/works/register-works.js';
import type { WorkPrints } from '../../../src/app/works/work-prints.js';
import { collected, said } from '../works/collections-scenario.js';
import { provenClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import { dataset, digestOf, entry } from '../../support/store-records.js';

const HOST = 'studio.test';
const ROWS = ['1.png', '2.png', 'old/3.png'];
const SMALL_ROWS = ['1.png', 'new/4.png'];

let world: RegistryWithSite;
let registry: Registry;
let artist: SignedInActor;
const titles = new Map<string, number>();

beforeAll(async () => {
  world = await openRegistryWithSite([HOST, 'other.test']);
  registry = world.registry;
  artist = await signUp(registry);
  await fill('large', ROWS);
  await fill('small', SMALL_ROWS);
});

afterAll(() => world.close());

async function fill(slug: string, rows: readonly string[]) {
  const { id } = await registry.store.datasets.ensure(dataset({ slug }));
  const copy = { sha256: digestOf('the file of the work') };
  await registry.store.entries.addBatch(id, [
    ...rows.map((name) => entry(`${HOST}/${name}`, `A fox, ${name}`)),
    entry(`cdn.test/${slug}/copy.png`, 'Nobody knows whose', slug === 'large' ? copy : {}),
  ]);
  await registry.store.datasets.open(id);
  titles.set(slug, id);
}

const no: DeclareConsentInput = {
  kind: 'domain',
  address: HOST,
  answers: [{ use: 'train-ai', preference: 'deny' }],
  capacity: 'author',
  basis: 'own-right',
  ownWorks: true,
};
const yes = { ...no, answers: [{ use: 'train-ai', preference: 'allow' }] } satisfies DeclareConsentInput;
const ofAll = ({ kind: _kind, address: _address, ...answer }: DeclareConsentInput) => ({
  ...answer,
  account: true,
});

async function previewed(actor: SignedInActor, input: PreviewConsentInput) {
  const result = await previewConsent(registry, actor, input);
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result;
}

async function declared(actor: SignedInActor, input: DeclareConsentInput) {
  const result = await declareConsent(registry, actor, input);
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result;
}

/** What is answered about every row of both datasets, by address. */
async function answers(): Promise<Map<string, string>> {
  const urls = [...new Set([...ROWS, ...SMALL_ROWS])].map((name) => `https://${HOST}/${name}`);
  const all = [...urls, 'https://cdn.test/large/copy.png', 'https://cdn.test/small/copy.png'];
  const checker = await createConsentChecker(registry, { uses: ['train-ai'] });
  return new Map((await checker.check(all)).map(({ url, decisions }) => [url, decisions[0]?.answer ?? '']));
}

const turned = (preview: Awaited<ReturnType<typeof previewed>>) =>
  preview.datasets.map(({ dataset: { slug }, entries, lookedAt, isAtLeast, turns }) => ({
    slug,
    entries,
    lookedAt,
    isAtLeast,
    turns: turns.map(({ from, to, entries: count }) => `${from} to ${to}: ${count}`),
  }));

describe('a preview', () => {
  it('changes nothing, and says that an unproven answer about a site turns nothing', async () => {
    const size = await registry.store.log.size();
    const preview = await previewed(artist, { declare: no });
    expect(turned(preview)).toEqual([
      { slug: 'large', entries: 3, lookedAt: 3, isAtLeast: false, turns: [] },
      { slug: 'small', entries: 2, lookedAt: 2, isAtLeast: false, turns: [] },
    ]);
    expect(preview.datasets[0]?.turnsOnceShown).toEqual([
      { use: 'train-ai', from: 'UNKNOWN', to: 'DENIED', entries: 3 },
    ]);
    expect(preview.weight).toMatchObject({ countsNow: false, nextStep: expect.stringContaining(HOST) });
    expect(await registry.store.log.size()).toBe(size);
    expect(await registry.store.claims.ofAccount(artist.account.id, { first: 1 })).toMatchObject({
      rows: [],
    });
  });

  it('says what is then decided, answer by answer: a no, an exception, a yes, a withdrawal', async () => {
    await provenClaim(registry, world.site, artist, 'domain', HOST);
    const exception = { ...no, kind: 'url', address: `https://${HOST}/1.png` } as const;
    const steps: readonly [DeclareConsentInput, readonly string[][]][] = [
      [no, [['UNKNOWN to DENIED: 3'], ['UNKNOWN to DENIED: 2']]],
      [no, [[], []]],
      [exception, [[], []]],
      [yes, [['DENIED to ALLOWED: 2'], ['DENIED to ALLOWED: 1']]],
    ];
    for (const [declare, turns] of steps) {
      const before = await answers();
      const preview = await previewed(artist, { declare });
      expect(turned(preview).map((one) => one.turns)).toEqual(turns);
      await declared(artist, declare);
      const after = await answers();
      const changes = [...after].filter(([url, answer]) => before.get(url) !== answer).length;
      // The first picture lies in both datasets.
      const both = before.get(`https://${HOST}/1.png`) === after.get(`https://${HOST}/1.png`) ? 0 : 1;
      const counted = preview.datasets.flatMap((one) => one.turns.map(({ entries }) => entries));
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(changes + both);
    }
    const { rows } = await registry.store.statements.ofAccount(artist.account.id, { first: 1 });
    const last = rows[0]?.row.id ?? new Uint8Array();
    const preview = await previewed(artist, { withdraw: last });
    expect(preview.weight).toBeUndefined();
    expect(turned(preview).map((one) => one.turns)).toEqual([
      ['ALLOWED to UNKNOWN: 2'],
      ['ALLOWED to UNKNOWN: 1'],
    ]);
    await withdrawStatement(registry, artist, { statementId: last });
    expect((await answers()).get(`https://${HOST}/2.png`)).toBe('UNKNOWN');
  });

  it('of a work reaches the addresses at which it was found', async () => {
    const owner = await signUp(registry);
    const id = await workWithCopy(owner);
    const about = { ...no, kind: undefined, address: undefined, work: id };
    expect(turned(await previewed(owner, { declare: about }))).toEqual([
      { slug: 'large', entries: 1, lookedAt: 1, isAtLeast: false, turns: ['UNKNOWN to DENIED: 1'] },
    ]);
  });

  it('of a collection reaches where its works were found, is of what is said now, and leaves exceptions as they are', async () => {
    const owner = await signUp(registry);
    const id = await workWithCopy(owner);
    const [work] = await registry.store.works.byIds([id]);
    if (work === undefined) throw new Error('It was not registered.');
    const collection = await collected(registry, owner, [work]);
    const answer = (preference: 'deny' | 'allow' | undefined): PreviewConsentInput => ({
      answerCollection: {
        collection: collection.id,
        answers: preference === undefined ? [] : [{ use: 'train-ai', preference }],
        capacity: 'author',
        basis: 'own-right',
        ownWorks: true,
      },
    });
    const turns = async (preference: 'deny' | 'allow' | undefined) =>
      turned(await previewed(owner, answer(preference))).map((one) => [one.slug, ...one.turns]);
    const size = await registry.store.log.size();
    expect(await turns('deny')).toEqual([['large', 'UNKNOWN to DENIED: 1']]);
    expect(await registry.store.log.size()).toBe(size);
    expect(await said(registry, owner, collection, 'deny')).toMatchObject({ ok: true });
    expect(await turns('deny')).toEqual([['large']]);
    expect(await turns(undefined)).toEqual([['large', 'DENIED to UNKNOWN: 1']]);
    expect((await previewed(owner, answer('allow'))).weight).toMatchObject({ countsNow: false });
    await declared(owner, { ...ofAll(yes), account: undefined, work: id });
    // It says something else of its own now, and keeps that.
    expect(turned(await previewed(owner, answer('deny')))).toEqual([]);
    expect(await previewConsent(registry, artist, answer('deny'))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each<[string, PreviewConsentInput]>([
    ['nothing at all', {}],
    ['an answer and a withdrawal', { declare: no, withdraw: new Uint8Array(32) }],
    ['a statement of somebody else', { withdraw: new Uint8Array(32) }],
    ['a place and all that is theirs', { declare: { ...no, account: true } }],
    ['a work that is not theirs', { declare: { ...ofAll(no), account: false, work: 'no-work' } }],
  ])('is refused for %s', async (_, input) => {
    expect(await previewConsent(registry, artist, input)).toMatchObject({
      ok: false,
      nextStep: expect.stringMatching(/\.$/),
    });
  });
});

/** Registers a picture of which the large dataset names a copy. */
async function workWithCopy(owner: SignedInActor): Promise<string> {
  const prints: WorkPrints = {
    sha256: digestOf('the file of the work'),
    md5: digestOf('md5').slice(0, 16),
    of: { medium: 'text', hash: undefined },
  };
  const result = await registerWorks(registry, owner, {
    capacity: 'author',
    works: [{ prints, title: 'A' }],
  });
  const [one] = result.ok ? result.works : [];
  return one?.work.id ?? '';
}

describe('an answer about all that is an account’s', () => {
  it('is previewed and holds for works and places, claimed before or later', async () => {
    const owner = await signUp(registry);
    const preview = await previewed(owner, { declare: ofAll(no) });
    expect(preview).toMatchObject({ datasets: [], weight: { countsNow: true } });
    await declared(owner, ofAll(no));
    await workWithCopy(owner);
    expect((await answers()).get('https://cdn.test/large/copy.png')).toBe('DENIED');
    await openClaim(registry, owner, {
      kind: 'url',
      address: 'https://cdn.test/small/copy.png',
      capacity: 'author',
    });
    expect((await answers()).get('https://cdn.test/small/copy.png')).toBe('DENIED');
    expect(turned(await previewed(owner, { declare: ofAll(yes) }))).toMatchObject([
      { slug: 'large', turns: [] },
      { slug: 'small', turns: [] },
    ]);
  });

  it('gives way to what is said about a place, and a yes covers only what is proven', async () => {
    const owner = await signUp(registry);
    const result = await declared(owner, ofAll(yes));
    expect(result).toMatchObject({ countsNow: false, nextStep: expect.stringMatching(/does not count yet/) });
    await provenClaim(registry, world.site, owner, 'domain', 'other.test');
    const checker = await createConsentChecker(registry, { uses: ['train-ai'] });
    const [open] = await checker.check(['https://other.test/1.png']);
    expect(open?.decisions[0]).toMatchObject({ answer: 'ALLOWED' });
    await declared(owner, { ...no, address: 'other.test' });
    const later = await createConsentChecker(registry, { uses: ['train-ai'] });
    const [closed] = await later.check(['https://other.test/1.png']);
    expect(closed?.decisions[0]).toMatchObject({ answer: 'DENIED' });
  });

  it('counts each unproven address and work against the quota, so that it is no way around it', async () => {
    const narrow = { ...registry, settings: { ...registry.settings, assertedNoQuota: 2 } };
    const owner = await signUp(registry);
    const claim = (name: string) =>
      openClaim(narrow, owner, { kind: 'url', address: `https://art.test/${name}.png`, capacity: 'author' });
    expect(await declareConsent(narrow, owner, ofAll(no))).toMatchObject({ ok: true });
    expect(await claim('1')).toMatchObject({ ok: true });
    expect(await claim('2')).toMatchObject({ ok: true });
    expect(await claim('3')).toMatchObject({ ok: false, code: 'ASK_QUOTA', quota: 2 });
    const other = await signUp(registry);
    for (const name of ['4', '5', '6']) {
      const input = { kind: 'url', address: `https://art.test/${name}.png`, capacity: 'author' } as const;
      expect(await openClaim(narrow, other, input)).toMatchObject({ ok: true });
    }
    expect(await declareConsent(narrow, other, ofAll(no))).toMatchObject({ ok: false, code: 'ASK_QUOTA' });
    expect(await registry.store.statements.countAssertedNoes(other.account.id)).toBe(0);
  });

  it('opens a dispute where an unproven address of theirs meets somebody’s proven yes', async () => {
    const [troll, owner] = [await signUp(registry), await signUp(registry)];
    await provenClaim(registry, world.site, owner, 'path', `https://${HOST}/old/`);
    await declared(owner, { ...yes, kind: 'path', address: `https://${HOST}/old/` });
    await declared(troll, ofAll(no));
    await openClaim(registry, troll, {
      kind: 'url',
      address: `https://${HOST}/old/3.png`,
      capacity: 'author',
    });
    const open = await registry.store.answerDisputes.openOf(troll.account.pseudonym);
    expect(open).toMatchObject([{ expression: `${HOST}/old/3.png`, cause: 'no-against-yes' }]);
  });
});
