import { bytesToHex } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { SignedInActor } from '../../../src/app/actor.js';
import type { DeclareConsentInput } from '../../../src/app/consent/declaration.js';
import { eraseAccount } from '../../../src/app/accounts/erase-account.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import { registryAnswers } from '../../../src/app/consent/registry-answers.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import { bringSnapshotUp } from '../../../src/app/snapshots/bring-snapshot-up.js';
import { openSnapshot } from '../../../src/app/snapshots/find-snapshot.js';
import { ownTrust } from '../../../src/app/snapshots/own-trust.js';
import { pullSnapshot } from '../../../src/app/snapshots/pull-snapshot.js';
import { snapshotAnswers } from '../../../src/app/snapshots/snapshot-answers.js';
import { SnapshotUnusable } from '../../../src/app/snapshots/snapshot-unusable.js';
import { verifySnapshot } from '../../../src/app/snapshots/verify-snapshot.js';
import type { Preference } from '../../../src/core/consent/preference.js';
import { encodePageSums } from '../../../src/core/snapshot/page-sums.js';
import { type ManifestTrust, openManifest } from '../../../src/core/snapshot/open-manifest.js';
import { formatManifest } from '../../../src/core/snapshot/snapshot-manifest.js';
import { snapshotFolderAt } from '../../../src/snapshot-files/snapshot-folder.js';
import { TableFile } from '../../../src/tables/table-file.js';
import { JsonSchema } from '../../core/log/json-schema.js';
import { provenClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import { makeSnapshots } from '../../support/snapshot-tools.js';

const SITE = 'artist.test';
const USES = ['train-ai', 'search'] as const;

/** By hand, every bit of a whole manifest and many files: ASSENT_DRILL=1000 npm test -- -i tests/app/snapshots */
const DRILL = process.env['ASSENT_DRILL'];

const ASKED = [
  `https://${SITE}/no.png`,
  `https://${SITE}/no.png?width=200`,
  `https://${SITE}/prints/1.png`,
  `https://www.${SITE}/elsewhere.png`,
  `https://i0.wp.com/${SITE}/no.png`,
  'https://stranger.test/no.png',
  'https://stranger.test/other.png',
  'UNLIKELY',
  '',
  'data:image/png;base64,AAAA',
];

let world: RegistryWithSite;
let made: Awaited<ReturnType<typeof makeSnapshots>>;
let artist: SignedInActor;
let trust: ManifestTrust;
const folders: string[] = [];

async function say(
  preference: Preference,
  kind: DeclareConsentInput['kind'],
  address: string,
  days?: number,
) {
  const result = await declareConsent(world.registry, artist, {
    kind,
    address,
    answers: [{ use: 'train-ai', preference }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    ...(preference === 'conditional' ? { terms: { credit: 'Name me' } } : {}),
    ...(days === undefined ? {} : { expiresAt: new Date(world.clock.now().getTime() + days * 86_400_000) }),
  });
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result;
}

async function newFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'assent-pulled-'));
  folders.push(path);
  return path;
}

/** The newest snapshot, ready to answer. */
async function answersIn(path: string, questions: Partial<Parameters<typeof snapshotAnswers>[1]> = {}) {
  const snapshot = await openSnapshot(snapshotFolderAt(path), trust);
  return snapshotAnswers(snapshot, { uses: USES, ...questions }, world.clock.now);
}

const bring = () => bringSnapshotUp(world.registry);
const source = () => made.tools.folder;

beforeAll(async () => {
  made = await makeSnapshots();
  world = await openRegistryWithSite([SITE], { snapshots: made.tools });
  artist = await signUp(world.registry);
  await provenClaim(world.registry, world.site, artist, 'domain', SITE);
  await say('allow', 'domain', SITE);
  await say('conditional', 'path', `${SITE}/prints/`, 30);
  await say('deny', 'url', `https://${SITE}/no.png`);
  await bring();
  trust = await ownTrust(world.registry);
});

afterAll(async () => {
  await world.close();
  await made.remove();
  for (const path of folders) await rm(path, { recursive: true, force: true });
});

describe('a snapshot of a registry', () => {
  it('answers as the registry does, cell for cell and reason for reason, also a second after something was said', async () => {
    await say('deny', 'url', 'https://stranger.test/no.png');
    const { size } = await bring();
    const online = await registryAnswers(world.registry, { uses: USES });
    const offline = await answersIn(made.folder);
    const items = ASKED.map((address) => ({ address }));
    expect(await offline.check(items)).toEqual(await online.check(items));
    expect(offline.bases[0]).toMatchObject({ source: 'snapshot', logSize: BigInt(size) });
    expect(online.bases[0]?.logSize).toBe(BigInt(size));
    expect(await offline.checkpoints()).toEqual(await online.checkpoints());
    const answers = (await offline.check(items)).map(({ decisions }) => decisions[0]?.answer);
    expect(new Set(answers)).toEqual(new Set(['DENIED', 'CONDITIONAL', 'ALLOWED', 'UNKNOWN']));
  });

  it('tells the terms of an offer, and what has run out by the moment of the question', async () => {
    const offline = await answersIn(made.folder);
    const [print] = await offline.check([{ address: `https://${SITE}/prints/1.png` }]);
    const id = print?.decisions[0]?.decidedBy[0]?.id ?? '';
    expect((await offline.terms([id])).get(id)).toEqual({ credit: 'Name me' });
    const snapshot = await openSnapshot(source(), trust);
    const later = () => new Date(world.clock.now().getTime() + 31 * 86_400_000);
    const [over] = await snapshotAnswers(snapshot, { uses: USES }, later).check([
      { address: `https://${SITE}/prints/1.png` },
    ]);
    expect(over?.decisions[0]?.answer).toBe('DENIED');
  });

  it('lists what is given with credit and proof, and is the same as Parquet', async () => {
    const { size, manifest } = await bring();
    const given = (await readFile(join(made.folder, `${size}`, 'yes.ndjson'), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { subject: object; answer: string; decidedBy: object[] });
    expect(given).toHaveLength(manifest.counts.yes);
    expect(given).toContainEqual(
      expect.objectContaining({
        subject: { kind: 'domain', address: SITE },
        use: 'train-ai',
        answer: 'ALLOWED',
      }),
    );
    const offer = given.find(({ answer }) => answer === 'CONDITIONAL');
    expect(offer?.decidedBy[0]).toMatchObject({ terms: { credit: 'Name me' }, index: expect.any(Number) });
    const places = await TableFile.open(join(made.folder, `${size}`, 'places.parquet'));
    expect(places.rowCount).toBe(manifest.counts.voices);
    places.close();
  });

  it('has a manifest as the schema describes it', async () => {
    const schema = JSON.parse(await readFile('schema/snapshot-manifest.v1.json', 'utf8')) as Record<
      string,
      unknown
    >;
    const { manifest } = await bring();
    expect(new JsonSchema(schema).accepts(JSON.parse(formatManifest(manifest)))).toBe(true);
    expect(new JsonSchema(schema).accepts({ ...manifest, size: -1 })).toBe(false);
  });

  it('is verified as a whole, and not made twice', async () => {
    const { size, digest } = await bring();
    expect((await verifySnapshot(source(), size, trust)).digest).toBe(digest);
    expect((await bring()).digest).toBe(digest);
  });
});

describe('snapshots of random registries', () => {
  const places = ['/', '/a/', '/a/b/', '/a/b/1.png', '/a/b/1.png?w=9', '/2.png'].map(
    (path) => `https://${SITE}${path}`,
  );
  const spoken = [...places, `https://cdn.${SITE}/x.png`, 'https://stranger.test/r.png'];
  const ERASED = 'https://stranger.test/erased.png';
  const asked = [
    ERASED,
    `https://${SITE}/prints/1.png`,
    ...spoken,
    `https://i0.wp.com/${SITE}/a/b/1.png`,
    `https://${SITE}/a/b/3.png`,
    'https://nobody.test/',
  ];
  const act = fc.record({
    who: fc.nat(2),
    kind: fc.constantFrom('url', 'url', 'path', 'domain'),
    address: fc.constantFrom(...spoken),
    preference: fc.constantFrom('allow', 'deny', 'deny', 'conditional'),
    use: fc.constantFrom('train-ai', 'text-and-data-mining', 'train-generative-ai'),
    days: fc.option(fc.integer({ min: 1, max: 60 })),
  });
  type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

  it('answer as the store does, at that moment and later, also for accounts that were erased', async () => {
    const gone = await signUp(world.registry);
    const people = [artist, await signUp(world.registry), gone];
    const declare = (actor: SignedInActor, { kind, address, preference, use, days }: Act) =>
      declareConsent(world.registry, actor, {
        ...{ kind, address: kind === 'domain' ? new URL(address).hostname : address },
        answers: [{ use, preference }],
        ...{ capacity: 'author', basis: 'own-right', ownWorks: true },
        ...(preference === 'conditional' ? { terms: { credit: 'Name me' } } : {}),
        ...(days === null ? {} : { expiresAt: new Date(world.clock.now().getTime() + days * 86_400_000) }),
      });
    const uses = ['text-and-data-mining', 'train-ai', 'train-generative-ai', 'search'] as const;
    const items = asked.map((address) => ({ address }));
    const answers = new Set<string>();
    const compare = async () => {
      await bring();
      const snapshot = await openSnapshot(source(), trust);
      for (const minimumAssurance of [undefined, 'verified'] as const) {
        const questions = { uses, minimumAssurance };
        const offline = await snapshotAnswers(snapshot, questions, world.clock.now).check(items);
        expect(offline).toEqual(await (await registryAnswers(world.registry, questions)).check(items));
        for (const { decisions } of offline) for (const { answer } of decisions) answers.add(answer);
      }
      return snapshot.manifest.counts;
    };
    await compare();
    for (const [number, said] of fc.sample(act, { numRuns: 30, seed: 6 }).entries()) {
      await declare(people[said.who] ?? artist, said);
      if (number % 10 === 3) await compare();
    }
    const only = { who: 2, kind: 'url', address: ERASED, preference: 'deny', use: 'train-ai' } as const;
    await declare(gone, { ...only, days: null });
    expect(await eraseAccount(world.registry, gone, { noes: 'keep' })).toMatchObject({ ok: true });
    expect((await compare()).strays).toBeGreaterThan(0);
    expect(answers.size).toBe(4);
  });
});

describe('a snapshot that is fetched', () => {
  it('comes whole and verified, then by deltas, and answers with its origin gone', async () => {
    const path = await newFolder();
    await bring();
    const first = await pullSnapshot(source(), snapshotFolderAt(path), trust);
    expect(first.fetched).toBe(first.manifest.files.reduce((sum, { bytes }) => sum + bytes, 0));
    for (let number = 0; number < 20; number += 1)
      await say('deny', 'url', `https://many.test/${number}.png`);
    const { statements } = await say('deny', 'url', 'https://many.test/last.png');
    await bring();
    const [last] = statements;
    await withdrawStatement(world.registry, artist, { statementId: last?.statement.id ?? new Uint8Array() });
    const newest = await bring();
    const input = { ...trust, isDecidingOnly: true };
    const second = await pullSnapshot(source(), snapshotFolderAt(path), input);
    expect(second.digest).toBe(newest.digest);
    const [delta] = newest.manifest.deltas;
    expect(delta?.keys).toBe(1);
    const size = (name: string) => newest.manifest.files.find((file) => file.name === name)?.bytes ?? 0;
    expect(second.fetched).toBeLessThan(size('rows.bin') + size('records.bin') + size('filter.bin'));
    const offline = await answersIn(path);
    const online = await registryAnswers(world.registry, { uses: USES });
    const items = [...ASKED, 'http://many.test/3.png', 'http://many.test/last.png'].map((address) => ({
      address,
    }));
    expect(await offline.check(items)).toEqual(await online.check(items));
    expect((await pullSnapshot(source(), snapshotFolderAt(path), input)).fetched).toBe(0);
  });

  it('is not there until all of it is, and what an attempt that was cut off had fetched is not fetched again', async () => {
    const path = await newFolder();
    let reads = 0;
    const failing = {
      name: 'a mirror that goes away',
      read: (file: string, most: number) => {
        reads += 1;
        return reads > 6 ? Promise.reject(new Error('gone')) : source().read(file, most);
      },
    };
    await expect(pullSnapshot(failing, snapshotFolderAt(path), trust)).rejects.toThrow('gone');
    expect(await snapshotFolderAt(path).sizes()).toEqual([]);
    await expect(openSnapshot(snapshotFolderAt(path), trust)).rejects.toThrow(SnapshotUnusable);
    const { fetched, manifest } = await pullSnapshot(source(), snapshotFolderAt(path), trust);
    expect(fetched).toBeLessThan(manifest.files.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(await snapshotFolderAt(path).sizes()).toEqual([manifest.size]);
  });

  it('never goes back to an older one', async () => {
    const [path, mirror] = [await newFolder(), await newFolder()];
    await cp(made.folder, mirror, { recursive: true });
    await say('deny', 'url', 'https://stranger.test/newer.png');
    await bring();
    await pullSnapshot(source(), snapshotFolderAt(path), trust);
    const refused = pullSnapshot(snapshotFolderAt(mirror), snapshotFolderAt(path), trust);
    await expect(refused).rejects.toMatchObject({ code: 'older' });
  });

  it('is refused under a key that is not trusted, and when it is older than the asker allows', async () => {
    const stranger = {
      ...trust,
      keys: ['registry.example/log+b2d9f93c+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c'],
    };
    await expect(openSnapshot(source(), stranger)).rejects.toThrow(SnapshotUnusable);
    const snapshot = await openSnapshot(source(), trust);
    const later = () => new Date(world.clock.now().getTime() + 3_600_001);
    const ask = () => snapshotAnswers(snapshot, { uses: USES, maxAge: 3_600_000 }, later);
    expect(ask).toThrow(expect.objectContaining({ code: 'stale' }));
  });
});

describe('a snapshot that is damaged, cut off or mixed with another', () => {
  async function damagedCopy(damage: (path: string, size: number) => Promise<void>): Promise<string> {
    const { size } = await bring();
    const path = await newFolder();
    await cp(join(made.folder, `${size}`), join(path, `${size}`), { recursive: true });
    await cp(join(made.folder, 'latest.json'), join(path, 'latest.json'));
    await damage(join(path, `${size}`), size);
    return path;
  }

  it('gives no answer with any byte of its manifest changed, or cut off anywhere', async () => {
    const { manifest } = await bring();
    const { keys } = world.registry.log;
    const small = formatManifest(
      DRILL === undefined ? { ...manifest, files: manifest.files.slice(0, 1), deltas: [] } : manifest,
    );
    const bytes = new TextEncoder().encode(keys.sign(small, keys.held()));
    expect(openManifest(bytes, trust).ok).toBe(true);
    for (let at = 0; at < bytes.length; at += 1) {
      for (const bit of DRILL === undefined ? [at % 8] : [0, 1, 2, 3, 4, 5, 6, 7]) {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(openManifest(changed, trust).ok).toBe(false);
      }
      expect(openManifest(bytes.subarray(0, at), trust).ok).toBe(false);
    }
  }, 600_000);

  it('gives no answer with a file cut off or a byte changed anywhere', async () => {
    const { size, manifest } = await bring();
    const files = manifest.files.filter(({ name, bytes }) => name.endsWith('.bin') && bytes > 0);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.boolean(),
        async (file, part, isCut) => {
          const at = Math.floor(part * file.bytes);
          const path = await damagedCopy(async (folder) => {
            const target = join(folder, file.name);
            if (isCut) return truncate(target, at);
            const bytes = await readFile(target);
            bytes[at] = (bytes[at] ?? 0) ^ 0x10;
            return writeFile(target, bytes);
          });
          await expect(openSnapshot(snapshotFolderAt(path), trust)).rejects.toThrow(SnapshotUnusable);
          await expect(verifySnapshot(snapshotFolderAt(path), size, trust)).rejects.toThrow(SnapshotUnusable);
        },
      ),
      { numRuns: Number(DRILL ?? 15) },
    );
  }, 600_000);

  it('gives no answer when a file of another size is put among the others', async () => {
    const older = (await source().sizes()).at(0) ?? 0;
    const path = await damagedCopy(async (folder) => {
      await cp(join(made.folder, `${older}`, 'rows.bin'), join(folder, 'rows.bin'));
      await cp(join(made.folder, `${older}`, 'records.bin'), join(folder, 'records.bin'));
    });
    await expect(openSnapshot(snapshotFolderAt(path), trust)).rejects.toThrow(SnapshotUnusable);
    const swapped = await damagedCopy((folder) =>
      cp(join(made.folder, `${older}`, 'manifest'), join(folder, 'manifest')),
    );
    await expect(openSnapshot(snapshotFolderAt(swapped), trust)).rejects.toMatchObject({ code: 'mixed' });
  });

  it('goes on answering as of what was opened, whatever happens to the files during a run', async () => {
    const path = await damagedCopy(() => Promise.resolve());
    const offline = await answersIn(path);
    const items = ASKED.map((address) => ({ address }));
    const before = await offline.check(items);
    for (const size of await readdir(path)) await rm(join(path, size), { recursive: true });
    expect(await offline.check(items)).toEqual(before);
  });

  it('with sums of its pages answers the same from single records, and gives an error for one that was changed', async () => {
    const { manifest, size } = await bring();
    const records = await readFile(join(made.folder, String(size), 'records.bin'));
    const withSums = (sums: Uint8Array) =>
      damagedCopy(async (folder) => {
        await writeFile(join(folder, 'pages.bin'), sums);
        const file = {
          name: 'pages.bin',
          bytes: sums.length,
          sha256: bytesToHex(world.registry.sha256(sums)),
        };
        const files = [...manifest.files, file].sort((a, b) => (a.name < b.name ? -1 : 1));
        const { keys } = world.registry.log;
        const note = keys.sign(formatManifest({ ...manifest, files }), keys.held());
        await writeFile(join(folder, 'manifest'), note);
      });
    const open = (path: string) => openSnapshot(snapshotFolderAt(path), trust, size, { isPaged: true });
    const items = ASKED.map((address) => ({ address }));
    const ask = async (snapshot: Awaited<ReturnType<typeof open>>) => {
      const answers = snapshotAnswers(snapshot, { uses: USES }, world.clock.now);
      return answers.check(items).finally(() => answers.close?.());
    };
    const path = await withSums(encodePageSums(records, world.registry.sha256));
    await expect(verifySnapshot(snapshotFolderAt(path), size, trust)).resolves.toBeDefined();
    expect(await ask(await open(path))).toEqual(await ask(await open(made.folder)));
    const target = join(path, String(size), 'records.bin');
    await writeFile(
      target,
      records.map((byte, at) => (at === 100 ? byte ^ 1 : byte)),
    );
    await expect(open(path).then(ask)).rejects.toThrow(SnapshotUnusable);
    await truncate(target, records.length - 1);
    await expect(open(path)).rejects.toThrow(SnapshotUnusable);
    await writeFile(join(path, String(size), 'pages.bin'), new Uint8Array(32));
    await expect(open(path)).rejects.toThrow(SnapshotUnusable);
    const wrong = await withSums(encodePageSums(records.subarray().fill(1), world.registry.sha256));
    await expect(verifySnapshot(snapshotFolderAt(wrong), size, trust)).rejects.toThrow('sums of pages');
    await expect(open(wrong)).rejects.toThrow(SnapshotUnusable);
  });

  it('is refused when it follows rules of a version that is yet to come', async () => {
    const { manifest, size } = await bring();
    for (const newer of [{ v: 2 }, { rules: 2 }, { canonicalUrl: 2 }]) {
      const text = formatManifest({ ...manifest, ...newer } as typeof manifest);
      const { keys } = world.registry.log;
      const note = new TextEncoder().encode(keys.sign(text, keys.held()));
      const path = await damagedCopy((folder) => writeFile(join(folder, 'manifest'), note));
      const opened = openSnapshot(snapshotFolderAt(path), trust, size);
      await expect(opened).rejects.toMatchObject({ code: 'future-version' });
    }
  });
});
