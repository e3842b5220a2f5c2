import { bytesToHex } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { SignedInActor } from '../../../src/app/actor.js';
import { fingerprintDataset } from '../../../src/app/catalogue/fingerprints/fingerprint-dataset.js';
import { forgetAccount } from '../../../src/app/accounts/forget-account.js';
import { addEvidence } from '../../../src/app/claims/add-evidence.js';
import type { NewEntry } from '../../../src/app/ports/catalogue.js';
import type { Work } from '../../../src/app/ports/works.js';
import { lookForWork } from '../../../src/app/works/look-for-work.js';
import { registerWorkAt } from '../../../src/app/works/register-work-at.js';
import { withdrawWork } from '../../../src/app/works/withdraw-work.js';
import { describeWorkMeaning } from '../../../src/app/works/describe-work-meaning.js';
import { MailNotSent, type Mail } from '../../../src/app/ports/surroundings.js';
import { leaveMatchNews } from '../../../src/app/works/news/leave-match-news.js';
import { matchFeed } from '../../../src/app/works/news/match-feed.js';
import { setMatchNews } from '../../../src/app/works/news/set-match-news.js';
import { tellOfMatches } from '../../../src/app/works/news/tell-of-matches.js';
import { recordMatches } from '../../../src/app/works/record-matches.js';
import { keepFile } from '../../../src/app/claims/files/keep-file.js';
import { removeFile } from '../../../src/app/claims/files/remove-file.js';
import { viewFile } from '../../../src/app/claims/files/view-files.js';
import { forgetExpired } from '../../../src/app/accounts/forget-expired.js';
import { openedClaim } from '../../support/prove-claim.js';
import { meetWorks } from '../../../src/app/works/meet-works.js';
import { printGivenFile } from '../../../src/app/works/print-given-file.js';
import { printWork } from '../../../src/app/works/print-work.js';
import { registerWorks } from '../../../src/app/works/register-works.js';
import { registerWrittenWorks } from '../../../src/app/works/register-written-works.js';
import { meetByMeaning } from '../../../src/app/works/similar-by-meaning.js';
import { ConfiguredMeaning } from '../../../src/configured-meaning.js';
import { halfFloat } from '../../../src/core/bytes/half-float.js';
import { writeColourClip } from '../../support/colour-clip.js';
import { demoEntries } from '../../../src/demo/demo-catalogue.js';
import { demoPictureFor } from '../../../src/demo/demo-picture-source.js';
import { wavTune } from '../../support/wav-tune.js';
import { logged } from '../../support/logged-leaves.js';
import { openPictureTools } from '../../support/picture-tools.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import { dataset, entry } from '../../support/store-records.js';
import { endExceptions } from '../../../src/app/works/collections/end-exceptions.js';
import { renameCollection } from '../../../src/app/works/collections/rename-collection.js';
import { removeCollection } from '../../../src/app/works/collections/remove-collection.js';
import { spreadCollections } from '../../../src/app/works/collections/spread-collections.js';
import { collected, inForce, put, said, standingsOf, texts } from './collections-scenario.js';
import { answerAbout, answerFor, decided, matchesOf, registered } from './works-scenario.js';
import { decidedByTwo } from '../../support/decided-by-two.js';

const pictures = openPictureTools();
let stage: RegistryWithSite;
let modelsDir: string;
const models: ConfiguredMeaning[] = [];
let original: Uint8Array;
let stranger: Uint8Array;

beforeAll(async () => {
  stage = await openRegistryWithSite(['copies.example', 'mine.example'], { pictures });
  modelsDir = await mkdtemp(join(tmpdir(), 'assent-works-'));
  [original, stranger] = [await drawn(200), await drawn(40)];
  // The log begins with its key.
  await stage.registry.log.sequence(() => Promise.resolve());
  const { width, height } = await sharp(original).metadata();
  const [across, down] = [Math.floor(width * 0.75), Math.floor(height * 0.75)];
  const files = {
    '/small.jpg': await sharp(original).resize(300).jpeg({ quality: 70 }).toBuffer(),
    '/mirrored.png': await sharp(original).flop().png().toBuffer(),
    '/part.png': await sharp(original)
      .extract({ left: 0, top: 0, width: across, height: down })
      .png()
      .toBuffer(),
    '/same.png': Buffer.from(original),
    '/other.png': Buffer.from(stranger),
  };
  for (const [path, body] of Object.entries(files)) stage.site.files.set(path, { body });
});

afterAll(async () => {
  for (const model of models) await model.close();
  await rm(modelsDir, { recursive: true });
  await stage.close();
  await pictures.close();
});

async function drawn(number: number): Promise<Uint8Array> {
  return (await demoPictureFor(demoEntries()[number]?.url ?? '')) ?? new Uint8Array();
}

const COPIES = ['small.jpg', 'mirrored.png', 'part.png', 'same.png', 'other.png'];

async function ingested(slug: string, entries: readonly NewEntry[]): Promise<number> {
  const { datasets, entries: store } = stage.registry.store;
  const { id } = await datasets.ensure(dataset({ slug }));
  await store.addBatch(id, entries);
  return id;
}

/** Entries under addresses of their own that lead to the copies, looked at. */
async function lookedAt(slug: string): Promise<void> {
  await ingested(
    slug,
    COPIES.map((name) => ({ ...entry(`copies.example/${name}?${slug}`, name), url: at(name, slug) })),
  );
  for (const name of COPIES) {
    const file = stage.site.files.get(`/${name}`);
    if (file !== undefined) stage.site.files.set(`/${name}?${slug}`, file);
  }
  await fingerprintDataset(stage.registry, { slug, pauseMs: 0 });
}

const at = (name: string, slug: string): string => `http://copies.example/${name}?${slug}`;

async function found(work: Work, slug: string) {
  const matches = await matchesOf(stage.registry, work);
  return Object.fromEntries(
    COPIES.map((name) => {
      const match = matches.get(`copies.example/${name}?${slug}`);
      return [name, match && { kind: match.kind, method: match.method, state: match.state }];
    }),
  );
}

async function match(work: Work, name: string, slug: string) {
  return (await matchesOf(stage.registry, work)).get(`copies.example/${name}?${slug}`);
}

const FOUND = {
  'small.jpg': { kind: 'same-picture', method: 'pdq', state: 'matched' },
  'mirrored.png': { kind: 'same-picture', method: 'pdq', state: 'matched' },
  'part.png': { kind: 'probably-same', method: 'parts', state: 'suggested' },
  'same.png': { kind: 'same-file', method: 'sha256', state: 'matched' },
  'other.png': undefined,
};

describe('a work that is registered again', () => {
  it('gains the addresses that are given with it, up to twenty, and has none of them twice', async () => {
    const { registry } = stage;
    const artist = await signUp(registry);
    const printed = await printWork(
      registry.works,
      'text',
      new TextEncoder().encode('A page at many places.'),
    );
    if (!printed.ok) throw new Error(printed.message);
    const give = (...locations: readonly string[]) =>
      registerWorks(registry, artist, { capacity: 'author', works: [{ prints: printed.prints, locations }] });
    const first = await give('https://many.example/0');
    if (!first.ok) throw new Error(first.message);
    await give('https://many.example/1', 'https://MANY.example/0#part', 'https://many.example/2');
    const ids = first.works.map(({ work }) => work.id);
    const held = async () =>
      (await registry.store.works.locationsOf(ids)).flat().map(({ canonical }) => canonical);
    expect(await held()).toEqual([0, 1, 2].map((at) => `many.example/${at}`));
    await give(...Array.from({ length: 20 }, (_, at) => `https://many.example/${at + 2}`));
    expect(await held()).toEqual(Array.from({ length: 20 }, (_, at) => `many.example/${at}`));
  });
});

describe('a work that is registered', () => {
  it('is claimed in the log by everything that it is recognised by, and its file is not kept', async () => {
    const artist = await signUp(stage.registry);
    const from = await stage.registry.store.log.size();
    const work = await registered(stage.registry, artist, await drawn(120));
    const leaves = await logged(stage.registry, from);
    expect(leaves.map(({ kind }) => kind)).toEqual(['claim']);
    expect(leaves[0]).toMatchObject({
      capacity: 'author',
      subject: {
        kind: 'content',
        work: work.id.replaceAll('-', ''),
        sha256: bytesToHex(work.sha256 ?? new Uint8Array()),
        md5: bytesToHex(work.md5 ?? new Uint8Array()),
        fingerprints: [{ algorithm: 'pdq', version: 1, quality: 100 }],
      },
    });
  });

  it('is registered once, however often its file is sent', async () => {
    const artist = await signUp(stage.registry);
    const first = await registered(stage.registry, artist, stranger);
    const from = await stage.registry.store.log.size();
    expect((await registered(stage.registry, artist, stranger)).id).toBe(first.id);
    expect(await stage.registry.store.log.size()).toBe(from);
    const somebody = await signUp(stage.registry);
    const theirs = await registered(stage.registry, somebody, stranger);
    expect(theirs.id).not.toBe(first.id);
    expect(await stage.registry.store.works.otherHolders([theirs])).toEqual([1]);
  });

  it.each([
    [
      'text',
      new TextEncoder().encode('A poem of many words, each of them its own. '.repeat(10)),
      'iscc-text',
    ],
    ['audio', wavTune(12), 'chromaprint'],
  ] as const)('may be a work of %s', async (medium, bytes, algorithm) => {
    const artist = await signUp(stage.registry);
    const from = await stage.registry.store.log.size();
    await registered(stage.registry, artist, bytes, medium);
    const [claim] = await logged(stage.registry, from);
    expect(claim).toMatchObject({ subject: { kind: 'content', fingerprints: [{ algorithm }] } });
  });

  it('at an address holds there from then on, since its claimant named it', async () => {
    const artist = await signUp(stage.registry);
    stage.site.files.set('/mine.png', { body: Buffer.from(await drawn(160)) });
    const result = await registerWorkAt(stage.registry, artist, {
      capacity: 'author',
      medium: 'image',
      url: 'http://mine.example/mine.png',
    });
    if (!result.ok) throw new Error(result.message);
    await answerAbout(stage.registry, artist, result.work, 'deny');
    expect((await answerFor(stage.registry, 'https://mine.example/mine.png'))?.answer).toBe('DENIED');
  });

  it('is suggested in other sizes of the picture at its address and behind proxies, before and as they come in', async () => {
    const artist = await signUp(stage.registry);
    stage.site.files.set('/red-fox.png', { body: Buffer.from(await drawn(20)) });
    const before = [
      'i0.wp.com/mine.example/red-fox.png?w=300',
      'mine.example/red-fox-300x200.png',
      'resize.example/?u=https%3A%2F%2Fmine.example%2Fred-fox.png',
    ];
    const later = [
      'proxy.example/a/https://mine.example/red-fox.png',
      'mine.example/red-fox_large.png',
      'mine.example/fox.png',
    ].map((canonical) => entry(canonical, 'later'));
    await ingested('sizes', [
      ...before.map((canonical) => entry(canonical, 'before')),
      entry('mine.example/red-foxes.png', 'others'),
    ]);
    const result = await registerWorkAt(stage.registry, artist, {
      capacity: 'author',
      medium: 'image',
      url: 'http://mine.example/red-fox.png',
    });
    if (!result.ok) throw new Error(result.message);
    const found = async () => [...(await matchesOf(stage.registry, result.work)).keys()].sort();
    expect(await found()).toEqual([...before, 'mine.example/red-fox.png'].sort());
    const datasetId = await ingested('sizes', later);
    await meetWorks(stage.registry, { datasetId, entries: later, looks: [] });
    const all = [
      ...before,
      'mine.example/red-fox.png',
      ...later.slice(0, 2).map(({ canonical }) => canonical),
    ];
    expect(await found()).toEqual(all.sort());
    const matches = await matchesOf(stage.registry, result.work);
    for (const one of [before[1], later[0]?.canonical]) {
      expect(matches.get(one ?? '')).toMatchObject({
        kind: 'sibling',
        method: 'address',
        state: 'suggested',
      });
    }
  });

  it('is suggested at the very address that was named beside its file', async () => {
    const artist = await signUp(stage.registry);
    const printed = await printWork(stage.registry.works, 'image', await drawn(30));
    if (!printed.ok) throw new Error(printed.message);
    const named = entry('mine.example/folder/named.png', 'named');
    await ingested('named', [named]);
    const result = await registerWorks(stage.registry, artist, {
      capacity: 'author',
      works: [{ prints: printed.prints, locations: ['https://mine.example/folder/named.png'] }],
    });
    const [one] = result.ok ? result.works : [];
    const matches = one && (await matchesOf(stage.registry, one.work));
    expect(matches?.get(named.canonical)).toMatchObject({
      kind: 'sibling',
      method: 'declared',
      state: 'suggested',
    });
  });
});

describe('a work that is given up', () => {
  it('is answered about and claimed no more, and can be registered again', async () => {
    const { registry } = stage;
    const artist = await signUp(registry);
    const work = await registered(registry, artist, original);
    const { statements } = await answerAbout(registry, artist, work, 'deny');
    expect(await withdrawWork(registry, await signUp(registry), work.id)).toMatchObject({
      code: 'NOT_FOUND',
    });
    const size = await registry.store.log.size();
    expect(await withdrawWork(registry, artist, work.id)).toMatchObject({ ok: true });
    expect(await logged(registry, size)).toMatchObject([
      { kind: 'withdrawal', statement: bytesToHex(statements[0]?.statement.id ?? new Uint8Array()) },
      { kind: 'assurance', state: 'withdrawn' },
    ]);
    expect(await withdrawWork(registry, artist, work.id)).toMatchObject({ code: 'NOT_FOUND' });
    const again = await registered(registry, artist, original);
    expect(again.id).not.toBe(work.id);
    await withdrawWork(registry, artist, again.id);
  });
});

describe('the copies of a work', () => {
  it('are found when it is registered, by method and score', async () => {
    await lookedAt('before');
    const work = await registered(stage.registry, await signUp(stage.registry), original);
    expect(await found(work, 'before')).toEqual(FOUND);
    expect((await match(work, 'mirrored.png', 'before'))?.orientation).toBe('mirrored');
    expect((await match(work, 'part.png', 'before'))?.score).toBeGreaterThan(3);
  });

  it('are found as they come in', async () => {
    const work = await registered(stage.registry, await signUp(stage.registry), original);
    await lookedAt('later');
    expect(await found(work, 'later')).toEqual(FOUND);
  });

  it('are denied at addresses that nobody claimed, what is only suggested once it is confirmed', async () => {
    const artist = await signUp(stage.registry);
    const work = await registered(stage.registry, artist, original);
    await lookedAt('denied');
    await answerAbout(stage.registry, artist, work, 'deny');
    const answers = async () =>
      Promise.all(COPIES.map(async (name) => (await answerFor(stage.registry, at(name, 'denied')))?.answer));
    expect(await answers()).toEqual(['DENIED', 'DENIED', 'UNKNOWN', 'DENIED', 'UNKNOWN']);
    const part = await match(work, 'part.png', 'denied');
    expect(await decided(stage.registry, artist, [part], true)).toMatchObject({ ok: true });
    expect(await answers()).toEqual(['DENIED', 'DENIED', 'DENIED', 'DENIED', 'UNKNOWN']);
    const small = await match(work, 'small.jpg', 'denied');
    await decided(stage.registry, artist, [part, small], false);
    expect(await answers()).toEqual(['UNKNOWN', 'DENIED', 'UNKNOWN', 'DENIED', 'UNKNOWN']);
    await lookForWork(stage.registry, artist, work.id);
    expect(await answers()).toEqual(['UNKNOWN', 'DENIED', 'UNKNOWN', 'DENIED', 'UNKNOWN']);
  });

  it('are allowed only where whoever says yes has seen them, and a moderator the work', async () => {
    const artist = await signUp(stage.registry);
    const bytes = await sharp(original).tint('#884400').png().toBuffer();
    const work = await registered(stage.registry, artist, bytes);
    stage.site.files.set('/brown.jpg', { body: await sharp(bytes).jpeg().toBuffer() });
    await ingested('brown', [
      { ...entry('copies.example/brown.jpg', 'b'), url: 'http://copies.example/brown.jpg' },
    ]);
    await fingerprintDataset(stage.registry, { slug: 'brown', pauseMs: 0 });
    const declared = await answerAbout(stage.registry, artist, work, 'allow');
    expect(declared).toMatchObject({ countsNow: false });
    expect(declared.nextStep).toMatch(/add evidence on its page/);
    await approve(artist, work);
    const others = async () => (await answerFor(stage.registry, 'https://copies.example/brown.jpg'))?.answer;
    // Works like it were registered before by accounts that said no.
    const yes = async () =>
      (await answerFor(stage.registry, 'https://copies.example/brown.jpg'))?.notDeciding.find(
        ({ claimant }) => claimant === artist.account.pseudonym,
      )?.code;
    expect(await yes()).toBe('match-needs-review');
    const copy = (await matchesOf(stage.registry, work)).get('copies.example/brown.jpg');
    await decided(stage.registry, artist, [copy], true);
    expect(await yes()).not.toBe('match-needs-review');
    expect(['ALLOWED', 'DENIED']).toContain(await others());
  });

  async function approve(artist: SignedInActor, work: Work) {
    await addEvidence(stage.registry, artist, { claimId: work.claimId, text: 'Here is the sketch for it.' });
    const result = await decidedByTwo(stage.registry, await signUp(stage.registry, 'moderator'), {
      claimId: work.claimId,
      approve: true,
      reasonCode: 'evidence-convincing',
      note: 'The sketch shows it.',
    });
    expect(result).toMatchObject({ ok: true });
  }

  it('are suggested by what a model makes of them, at registration, as vectors come in and on demand', async () => {
    const { registry } = stage;
    const artist = await signUp(registry);
    const work = await registered(registry, artist, await drawn(260));
    expect(await describeWorkMeaning(registry, work)).toMatchObject({ state: 'off', models: [] });
    const model = await modelled('tests/colours');
    const seeing = { ...registry, meaning: model };
    expect(await describeWorkMeaning(seeing, work)).toMatchObject({ state: 'no-vector' });
    const shown = { ...seeing, meaning: await modelled('tests/lost', false) };
    expect(await describeWorkMeaning(shown, work)).toMatchObject({ state: 'no-weights' });

    const printed = await printGivenFile(seeing, {
      bytes: await drawn(260),
      medium: 'image',
      address: '192.0.2.1',
    });
    if (!printed.ok) throw new Error(printed.message);
    await registerWrittenWorks(seeing, artist, { capacity: 'author', works: [{ prints: printed.prints }] });
    expect(await describeWorkMeaning(seeing, work)).toMatchObject({
      state: 'compared',
      models: ['colours'],
    });

    const [meaning] = await registry.store.works.meaningsOf(work.id);
    const near = Float32Array.from(meaning?.vector ?? []);
    const far = near.map((value) => -value);
    const rows = [entry('near.example/a.png', 'near'), entry('near.example/b.png', 'far')];
    const datasetId = await ingested('near', rows);
    const { id } = await registry.store.embeddings.ensureModel({
      name: meaning?.model ?? '',
      revision: meaning?.revision ?? '',
      dimensions: near.length,
    });
    const halves = [near, far].map((vector) => Uint16Array.from(vector, halfFloat));
    await registry.store.embeddings.addBatch(
      datasetId,
      id,
      rows.map(({ urlKey, rowId }, at) => ({ urlKey, rowId, vector: halves[at] ?? new Uint16Array() })),
    );
    await registry.store.datasets.open(datasetId);
    await meetByMeaning(registry, datasetId);
    const found = (await matchesOf(registry, work)).get('near.example/a.png');
    expect(found).toMatchObject({ kind: 'similar', method: 'embedding', state: 'suggested' });
    expect(found?.score).toBeCloseTo(1, 2);
    expect((await matchesOf(registry, work)).has('near.example/b.png')).toBe(false);

    await answerAbout(registry, artist, work, 'deny');
    expect((await answerFor(registry, 'https://near.example/a.png'))?.answer).toBe('UNKNOWN');
    await decided(registry, artist, [found], true);
    expect((await answerFor(registry, 'https://near.example/a.png'))?.answer).toBe('DENIED');
    await decided(registry, artist, [found], false);
    await lookForWork(registry, artist, work.id);
    expect((await answerFor(registry, 'https://near.example/a.png'))?.answer).toBe('UNKNOWN');
  });

  async function modelled(name: string, hasFiles = true): Promise<ConfiguredMeaning> {
    const meaning = new ConfiguredMeaning({ modelsDir, meaning: { model: name, vectors: undefined } });
    models.push(meaning);
    if (hasFiles) await writeColourClip(join(modelsDir, name));
    return meaning;
  }

  it('wait for a person where a work meets more than a thousand addresses of others', async () => {
    const artist = await signUp(stage.registry);
    const bytes = await drawn(80);
    const md5 = new Uint8Array(createHash('md5').update(bytes).digest());
    await ingested(
      'everywhere',
      Array.from({ length: 999 }, (_, number) => entry(`everywhere.example/${number}.png`, 'x', { md5 })),
    );
    const work = await registered(stage.registry, artist, bytes);
    await answerAbout(stage.registry, artist, work, 'deny');
    const one = 'https://everywhere.example/1.png';
    expect((await answerFor(stage.registry, one))?.answer).toBe('DENIED');
    const more = [1_001, 1_002].map((number) => entry(`everywhere.example/${number}.png`, 'x', { md5 }));
    const datasetId = await ingested('everywhere', more);
    await meetWorks(stage.registry, { datasetId, entries: more, looks: [] });
    const last = (await matchesOf(stage.registry, work)).get('everywhere.example/1002.png');
    expect(last?.state).toBe('waiting');
    expect(await decided(stage.registry, artist, [last], true)).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await answerFor(stage.registry, 'https://everywhere.example/1002.png'))?.answer).toBe('UNKNOWN');
    await approve(artist, work);
    await lookForWork(stage.registry, artist, work.id);
    expect((await answerFor(stage.registry, 'https://everywhere.example/1002.png'))?.answer).toBe('DENIED');
  });

  it('stay denied when an account goes and leaves its noes, and nothing of it is left', async () => {
    const artist = await signUp(stage.registry);
    const work = await registered(stage.registry, artist, await drawn(240));
    stage.site.files.set('/left.jpg', {
      body: await sharp(await drawn(240))
        .jpeg()
        .toBuffer(),
    });
    await ingested('left', [
      { ...entry('copies.example/left.jpg', 'l'), url: 'http://copies.example/left.jpg' },
    ]);
    await answerAbout(stage.registry, artist, work, 'deny');
    await forgetAccount(stage.registry, artist.account.id, 'keep');
    await fingerprintDataset(stage.registry, { slug: 'left', pauseMs: 0 });
    expect((await answerFor(stage.registry, 'https://copies.example/left.jpg'))?.answer).toBe('DENIED');
    const [kept] = await stage.registry.store.works.byIds([work.id]);
    expect(kept).toMatchObject({ title: undefined, accountId: undefined });
  });
});

describe('the file of a work', () => {
  it('is kept only where its claimant leaves the very file, for them and for moderators who have the claim before them', async () => {
    const { registry } = stage;
    const artist = await signUp(registry);
    const bytes = await drawn(19);
    const { claimId } = await registered(registry, artist, bytes);
    const keep = (by: SignedInActor, file: Uint8Array) =>
      keepFile(registry, by, { claimId, kind: 'original', bytes: file });
    expect(await keep(artist, await drawn(21))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await keep(await signUp(registry), bytes)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await keepFile(registry, artist, { claimId, kind: 'screenshot', bytes })).toMatchObject({
      ok: false,
    });
    const kept = await keep(artist, bytes);
    if (!kept.ok) throw new Error(kept.message);
    expect(await keep(artist, bytes)).toEqual(kept);
    const moderator = await signUp(registry, 'moderator');
    const seenBy = async (actor: SignedInActor) =>
      (await viewFile(registry, actor, kept.file.id))?.content.length;
    expect([await seenBy(artist), await seenBy(moderator), await seenBy(await signUp(registry))]).toEqual([
      bytes.length,
      undefined,
      undefined,
    ]);
    await addEvidence(registry, artist, { claimId, text: 'The file is here, too.' });
    expect(await seenBy(moderator)).toBe(bytes.length);
    const lines: string[] = [];
    for await (const line of registry.store.personalData.lines(artist.account)) lines.push(line);
    expect(lines.join('')).toContain(Buffer.from(bytes).toString('hex'));

    expect(await removeFile(registry, moderator, kept.file.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await removeFile(registry, artist, kept.file.id)).toMatchObject({ ok: true });
    expect([await seenBy(artist), await registry.store.keptFiles.content(kept.file.id)]).toEqual([
      undefined,
      undefined,
    ]);
    const again = await keep(artist, bytes);
    if (!again.ok) throw new Error(again.message);
    await forgetAccount(registry, artist.account.id, 'keep');
    expect(await registry.store.keptFiles.content(again.file.id)).toBeUndefined();
  });
});

describe('a screenshot for a moderator', () => {
  it('is a picture, is shown to its claimant and moderators, and is gone once the claim is decided, or after 90 days', async () => {
    const { registry } = stage;
    const artist = await signUp(registry);
    const moderator = await signUp(registry, 'moderator');
    const bytes = await drawn(23);
    const shot = async (host: string, file: Uint8Array = bytes) => {
      const { id: claimId } = await openedClaim(registry, artist, 'path', `https://${host}/me/`);
      const kept = await keepFile(registry, artist, { claimId, kind: 'screenshot', bytes: file });
      return { claimId, kept, id: kept.ok ? kept.file.id : '' };
    };
    const cut = Buffer.from(bytes.subarray(0, 60));
    const page = new TextEncoder().encode('<script>alert(1)</script>');
    expect((await shot('cut.example', cut)).kept).toMatchObject({ ok: false });
    expect((await shot('page.example', page)).kept).toMatchObject({ code: 'INVALID_INPUT' });
    const [decidedOn, old] = [await shot('decided.example'), await shot('old.example')];
    const seen = async (id: string) => (await viewFile(registry, moderator, id))?.file.contentType;
    expect([await seen(decidedOn.id), await seen(old.id)]).toEqual(['image/png', 'image/png']);
    await addEvidence(registry, artist, { claimId: decidedOn.claimId, text: 'The code is in the picture.' });
    await decidedByTwo(registry, moderator, {
      claimId: decidedOn.claimId,
      approve: true,
      reasonCode: 'evidence-convincing',
      note: 'The code is there.',
    });
    expect(await seen(decidedOn.id)).toBeUndefined();
    const placed = await sharp(bytes)
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1' } })
      .jpeg()
      .toBuffer();
    const { id: fromPhone } = await shot('phone.example', placed);
    const shown = await viewFile(registry, moderator, fromPhone);
    expect((await sharp(placed).metadata()).exif).toBeDefined();
    expect((await sharp(shown?.content).metadata()).exif).toBeUndefined();
    stage.clock.advance({ days: 91 });
    expect(await seen(old.id)).toBeUndefined();
    expect((await forgetExpired(registry)).files).toBeGreaterThanOrEqual(2);
    expect(await registry.store.keptFiles.content(old.id)).toBeUndefined();
  });
});

describe('the news of a work that was found', () => {
  const found = async (work: Work, path: string) => {
    await recordMatches(stage.registry, [
      {
        workId: work.id,
        canonical: `news.example/${path}`,
        entry: undefined,
        kind: 'similar',
        method: 'parts',
        score: 2,
      },
    ]);
  };

  it('goes out by mail at most once a week, to a confirmed address, in the language chosen, never twice', async () => {
    const sent: Mail[] = [];
    let isDown = false;
    const mailer = {
      isEnabled: true,
      send: (mail: Mail) => {
        sent.push(mail);
        return isDown ? Promise.reject(new MailNotSent('It is down.')) : Promise.resolve();
      },
    };
    const registry = { ...stage.registry, mailer };
    const artist = await signUp(registry);
    const work = await registered(registry, artist, await drawn(300));
    const own = () => sent.filter(({ to }) => to === 'painter@example.org');
    await tellOfMatches(registry);
    await found(work, '1');
    stage.clock.advance({ hours: 2 });
    await tellOfMatches(registry);
    expect(own()).toEqual([]);

    await registry.store.accounts.update(artist.account.id, {
      email: 'painter@example.org',
      emailConfirmedAt: registry.clock(),
    });
    await tellOfMatches({ ...registry, mailer: { ...mailer, isEnabled: false } });
    expect(own()).toEqual([]);
    await Promise.all([tellOfMatches(registry), tellOfMatches(registry)]);
    await tellOfMatches(registry);
    expect(own()).toHaveLength(1);
    expect(own()[0]?.subject).toBe(
      'A work of yours was found at a new place / Una obra tuya se encontró en un lugar nuevo',
    );
    const leaveAt = own()[0]?.leaveAt ?? '';
    expect(own()[0]?.text.split('\n')).toEqual(
      expect.arrayContaining([leaveAt, 'http://localhost:4000/desk/works']),
    );
    stage.clock.advance({ days: 8 });
    await tellOfMatches(registry);
    expect(own()).toHaveLength(1);

    await setMatchNews(registry, artist, { mails: true, language: 'es', feed: 'keep' });
    await found(work, '2');
    stage.clock.advance({ hours: 2 });
    isDown = true;
    await tellOfMatches(registry);
    isDown = false;
    await tellOfMatches(registry);
    expect(own()).toHaveLength(2);
    stage.clock.advance({ days: 8 });
    await tellOfMatches(registry);
    expect(own().at(-1)?.subject).toBe('Obras tuyas se encontraron en 2 lugares nuevos');

    const token = leaveAt.split('/').at(-1) ?? '';
    expect(await leaveMatchNews(registry, `${token}x`)).toBe(false);
    expect([await leaveMatchNews(registry, token), await leaveMatchNews(registry, token)]).toEqual([
      true,
      true,
    ]);
    await found(work, '3');
    stage.clock.advance({ days: 8 });
    await tellOfMatches(registry);
    expect(own()).toHaveLength(3);
  });

  it('stands in a feed of its artist alone, at an address that can be renewed and ended', async () => {
    const { registry } = stage;
    const artist = await signUp(registry);
    const work = await registered(registry, artist, await drawn(15));
    await registry.store.works.update(work.id, { title: 'Foxes & <hens>\u0001' });
    const stranger = await registered(registry, await signUp(registry), await drawn(17));
    await found(work, 'mine');
    await found(stranger, 'theirs');
    const renew = async () =>
      (await setMatchNews(registry, artist, { mails: true, feed: 'renew' })).feedAddress?.split('/').at(-2) ??
      '';
    const first = await renew();
    const feed = (await matchFeed(registry, first)) ?? '';
    const entries = feed.match(/<entry>.*?<\/entry>/gs) ?? [];
    expect(entries).toHaveLength(1);
    expect(entries[0]).toContain('<title>Foxes &amp; &lt;hens&gt;\uFFFD: similar</title>');
    expect(entries[0]).toContain('news.example/mine (by its parts, score 2.00)');
    expect(feed).toMatch(
      /<feed xmlns="http:\/\/www.w3.org\/2005\/Atom" xml:lang="en">\n<id>urn:uuid:[0-9a-f-]{36}<\/id>/,
    );
    expect(feed).not.toContain('theirs');
    const second = await renew();
    expect(await matchFeed(registry, first)).toBeUndefined();
    expect(await matchFeed(registry, second)).toContain('news.example/mine');
    await setMatchNews(registry, artist, { mails: true, feed: 'end' });
    expect(await matchFeed(registry, second)).toBeUndefined();
  });
});

describe('A collection', () => {
  it('says of each of its works what it says, also of those that come into it later', async () => {
    const { registry } = stage;
    const artist = await signUp(registry);
    const works = await texts(registry, artist, 3);
    const collection = await collected(registry, artist, works.slice(0, 2));
    expect(await said(registry, artist, collection, 'deny')).toMatchObject({ ok: true });
    expect(await inForce(registry, works)).toEqual(['deny', 'deny', '']);
    await put(registry, artist, works, collection);
    expect(await inForce(registry, works)).toEqual(['deny', 'deny', 'deny']);
    const { rows } = await registry.store.statements.ofAccount(artist.account.id, { first: 10 });
    expect(rows.map(({ row }) => [row.kind, row.supersededBy])).toEqual(
      works.map(() => ['content', undefined]),
    );
    expect(await standingsOf(registry, collection)).toEqual({ follows: 3, excepted: 0, waiting: 0 });
  });

  it('leaves a work alone that is answered by itself, before or after, until it is to follow', async () => {
    const { registry } = stage;
    const artist = await signUp(registry);
    const works = await texts(registry, artist, 4);
    const [before, after, same, plain] = works as [Work, Work, Work, Work];
    await answerAbout(registry, artist, before, 'allow');
    await answerAbout(registry, artist, same, 'deny');
    const collection = await collected(registry, artist, works);
    await said(registry, artist, collection, 'deny');
    await answerAbout(registry, artist, after, 'allow');
    expect(await standingsOf(registry, collection)).toEqual({ follows: 2, excepted: 2, waiting: 0 });
    await said(registry, artist, collection, undefined);
    expect(await inForce(registry, [before, after, same, plain])).toEqual(['allow', 'allow', '', '']);
    await said(registry, artist, collection, 'deny');
    expect(await inForce(registry, works)).toEqual(['allow', 'allow', 'deny', 'deny']);
    const ended = { collection: collection.id, works: [before.id] };
    expect(await endExceptions(registry, artist, ended)).toMatchObject({ ok: true });
    await said(registry, artist, collection, 'allow');
    expect(await inForce(registry, works)).toEqual(['allow', 'allow', 'allow', 'allow']);
    await said(registry, artist, collection, 'deny');
    expect(await inForce(registry, works)).toEqual(['deny', 'allow', 'deny', 'deny']);
  });

  it('is one of many: a work that moves takes the answer of where it comes to, and one that leaves keeps its own', async () => {
    const { registry } = stage;
    const artist = await signUp(registry);
    const [moved, left] = (await texts(registry, artist, 2)) as [Work, Work];
    const one = await collected(registry, artist, [moved, left], 'One');
    await said(registry, artist, one, 'allow');
    const other = await collected(registry, artist, [], 'Other');
    await said(registry, artist, other, 'deny');
    await put(registry, artist, [moved], other);
    await put(registry, artist, [left], undefined);
    await said(registry, artist, one, 'deny');
    expect(await inForce(registry, [moved, left])).toEqual(['deny', 'allow']);
    expect(await removeCollection(registry, artist, other.id)).toMatchObject({ ok: true });
    expect(await inForce(registry, [moved])).toEqual(['deny']);
  });

  it('takes another name, which no other of the same account has, and keeps its works', async () => {
    const { registry } = stage;
    const [artist, stranger] = [await signUp(registry), await signUp(registry)];
    const works = await texts(registry, artist, 1);
    const collection = await collected(registry, artist, works);
    await collected(registry, stranger, [], 'Late works');
    const other = await collected(registry, artist, [], 'Early works');
    const rename = (actor: typeof artist, name: string) =>
      renameCollection(registry, actor, collection.id, name);
    expect(await rename(stranger, 'Mine')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await rename(artist, ' ')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await rename(artist, other.name)).toMatchObject({ code: 'INVALID_INPUT', field: 'name' });
    for (const name of [' Late  works ', 'Late works']) {
      expect(await rename(artist, name)).toMatchObject({ ok: true, collection: { name: 'Late works' } });
    }
    expect(
      (await registry.store.collections.ofWorks(works.map(({ id }) => id))).map((one) => one.collection.name),
    ).toEqual(['Late works']);
  });

  it('is nobody else’s to answer, to fill or to dissolve', async () => {
    const { registry } = stage;
    const [artist, stranger] = [await signUp(registry), await signUp(registry)];
    const works = await texts(registry, artist, 1);
    const collection = await collected(registry, artist, works);
    expect(await said(registry, stranger, collection, 'allow')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await removeCollection(registry, stranger, collection.id)).toMatchObject({ code: 'NOT_FOUND' });
    await expect(put(registry, stranger, works, undefined)).rejects.toThrow('no such work');
    await expect(put(registry, stranger, await texts(registry, stranger, 1), collection)).rejects.toThrow(
      'no such collection',
    );
  });

  it('is not said to hold what the number of unproven noes does not allow', async () => {
    const registry = { ...stage.registry, settings: { ...stage.registry.settings, assertedNoQuota: 2 } };
    const artist = await signUp(registry);
    const works = await texts(registry, artist, 3);
    const collection = await collected(registry, artist, works);
    expect(await said(registry, artist, collection, 'deny')).toMatchObject({ code: 'ASK_QUOTA' });
    expect(await inForce(registry, works)).toEqual(['', '', '']);
    expect(await standingsOf(registry, collection)).toMatchObject({ waiting: 0 });
  });

  it('goes on with a change that was cut, and is not dissolved before', async () => {
    const { registry } = stage;
    const artist = await signUp(registry);
    const works = await texts(registry, artist, 2);
    const collection = await collected(registry, artist, works);
    await said(registry, artist, collection, 'allow');
    const no = { answers: [{ use: 'train-ai', preference: 'deny' }], capacity: 'author' } as const;
    await registry.store.collections.setAnswer(
      collection.id,
      { ...no, basis: 'own-right', ownWorks: true },
      2,
    );
    expect(await standingsOf(registry, collection)).toMatchObject({ waiting: 2 });
    expect(await removeCollection(registry, artist, collection.id)).toMatchObject({ code: 'INVALID_INPUT' });
    await put(registry, artist, works.slice(0, 1), undefined);
    await spreadCollections(registry);
    expect(await inForce(registry, works)).toEqual(['deny', 'deny']);
  });

  it('goes with its account', async () => {
    const { registry } = stage;
    const artist = await signUp(registry);
    const collection = await collected(registry, artist, await texts(registry, artist, 1));
    await said(registry, artist, collection, 'deny');
    await forgetAccount(registry, artist.account.id, 'keep');
    expect(await registry.store.collections.byIds([collection.id])).toEqual([]);
  });
});
