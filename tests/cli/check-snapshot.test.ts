import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { declareConsent } from '../../src/app/consent/declare-consent.js';
import type { Registry } from '../../src/app/registry.js';
import { bringSnapshotUp } from '../../src/app/snapshots/bring-snapshot-up.js';
import type { CheckReport } from '../../src/cli/check/check-report.js';
import { addReceipt } from '../../src/cli/commands/receipt.js';
import { EXIT } from '../../src/cli/io.js';
import { runProgram } from '../../src/cli/program.js';
import { recordingIo } from '../support/recording-io.js';
import { signUp } from '../support/sign-up.js';
import { makeSnapshots } from '../support/snapshot-tools.js';
import { testKeyring, testLog } from '../support/test-log.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';

/** A key that signs for no log here. */
const STRANGER = 'registry.example/log+b2d9f93c+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c';

const NOBODY = 'http://127.0.0.1:9';

interface Place {
  readonly folder: string;
  readonly size: number;
  readonly registry: Registry;
  close(): Promise<void>;
}

/** A registry with snapshots, in which somebody said no to an address. */
async function openPlace(origin: string, denied: string): Promise<Place> {
  const store = await openTestStore();
  const made = await makeSnapshots();
  const clock = () => new Date();
  const log = testLog(store, clock, testKeyring(origin));
  const registry = makeTestRegistry(store, { clock, log, snapshots: made.tools });
  const declared = await declareConsent(registry, await signUp(registry), {
    kind: 'url',
    address: denied,
    answers: [{ use: 'train-ai', preference: 'deny' }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
  });
  if (!declared.ok) throw new Error(declared.message);
  const { size } = await bringSnapshotUp(registry);
  const close = async () => {
    await store.close();
    await made.remove();
  };
  return { folder: made.folder, size, registry, close };
}

let made: Place;
let folder: string;
let size: number;

beforeAll(async () => {
  made = await openPlace('registry.example/log', 'https://denied.example/one.jpg');
  ({ size } = made);
  folder = await mkdtemp(join(tmpdir(), 'assent-check-'));
  await writeFile(join(folder, 'rows.csv'), 'url\nhttps://maker.example/1.jpg\n');
});

afterAll(async () => {
  await made.close();
  await rm(folder, { recursive: true });
});

/** Nothing but the files: whoever asks for the registry fails. */
async function run(...argv: readonly string[]) {
  const io = recordingIo(folder);
  const exit = await runProgram(
    argv,
    io,
    () => Promise.reject(new Error('There is no registry.')),
    addReceipt,
  );
  return { exit, printed: io.printed() };
}

describe('assent check --snapshot', () => {
  const checkBy = (place: string, ...more: readonly string[]) =>
    run('check', 'rows.csv', '--use', 'train-ai', '--out', 'kept.csv', '--snapshot', place, ...more);

  it('answers without a registry, and says whose key it took where none was given', async () => {
    const { exit, printed } = await checkBy(made.folder);
    expect(exit).toBe(EXIT.done);
    expect(printed).toContain('100 % nobody has answered: not permission');
    expect(printed).toContain('--key');
    await rm(join(folder, 'kept.csv'));
  });

  const fileIn = (path: string, name: string) => join(path, `${size}`, name);
  const FAILURES: readonly (readonly [string, (path: string) => Promise<unknown>, ...string[]])[] = [
    ['is not there', (path) => rm(path, { recursive: true })],
    ['is empty', (path) => rm(join(path, 'latest.json'))],
    ['lacks its manifest', (path) => rm(fileIn(path, 'manifest'))],
    ['lacks a file', (path) => rm(fileIn(path, 'rows.bin'))],
    ['has a file that was cut off', (path) => truncate(fileIn(path, 'filter.bin'), 20)],
    ['has a file that is empty', (path) => truncate(fileIn(path, 'hosts.bin'), 0)],
    ['has a file of another', (path) => cp(fileIn(path, 'hosts.bin'), fileIn(path, 'filter.bin'))],
    ['has a manifest without signature', (path) => truncate(fileIn(path, 'manifest'), 300)],
    ['is signed by nobody who is trusted', () => Promise.resolve(), '--key', STRANGER],
    ['is older than is allowed', () => Promise.resolve(), '--max-age', '0m'],
    ['is not of the size that is asked about', () => Promise.resolve(), '--as-of', '0'],
  ];

  it.each(FAILURES)(
    'ends with 3, says what to do and writes nothing where it %s',
    async (_name, damage, ...more) => {
      const path = await mkdtemp(join(tmpdir(), 'assent-damaged-'));
      await cp(made.folder, path, { recursive: true });
      await damage(path);
      const { exit, printed } = await checkBy(path, ...more);
      expect(exit).toBe(EXIT.noEvidence);
      expect(printed).toMatch(/[.:]\s/);
      expect(printed).not.toContain('rows:');
      expect(await readdir(folder)).toEqual(['rows.csv']);
      await rm(path, { recursive: true, force: true });
    },
  );

  it('ends with 3 where a registry cannot be reached', async () => {
    const { exit, printed } = await run('check', 'rows.csv', '--use', 'train-ai', '--registry', NOBODY);
    expect(exit).toBe(EXIT.noEvidence);
    expect(printed).toContain('Nothing was decided');
  });
});

describe('assent check, of several registries at once', () => {
  let other: Place;

  beforeAll(async () => {
    other = await openPlace('other.example/log', 'https://denied.example/two.jpg');
    await writeFile(
      join(folder, 'both.csv'),
      'url\nhttps://denied.example/one.jpg\nhttps://denied.example/two.jpg\nhttps://maker.example/1.jpg\n',
    );
  });

  afterAll(() => other.close());

  const keyOf = ({ registry }: Place) => registry.log.keys.held()[0] ?? '';
  const check = (...more: readonly string[]) =>
    run('check', 'both.csv', '--use', 'train-ai', '--snapshot', made.folder, ...more);

  it('drops what any of them denies; report and receipt name each with its key and its checkpoint', async () => {
    const keys = ['--key', keyOf(made), '--key', keyOf(other)];
    const outputs = ['--out', 'left.csv', '--report', 'both.json', '--receipt', 'both-receipt.json'];
    const checked = await check(
      '--snapshot',
      other.folder,
      ...keys,
      ...outputs,
      '--decisions',
      'both.ndjson',
    );
    expect(checked).toMatchObject({ exit: EXIT.done });
    expect(await readFile(join(folder, 'left.csv'), 'utf8')).toBe('url\nhttps://maker.example/1.jpg\n');
    const report = JSON.parse(await readFile(join(folder, 'both.json'), 'utf8')) as CheckReport;
    expect(report).toMatchObject({
      answers: { DENIED: 2, UNKNOWN: 1 },
      sources: [made, other].map((place) => ({
        origin: place.registry.log.origin,
        logSize: String(place.size),
        keys: [keyOf(place)],
        isAnchored: true,
        checkpoint: expect.stringContaining(place.registry.log.origin),
      })),
    });
    const moments = report.sources.map(({ moment }) => moment);
    expect(new Set(moments).size).toBe(1);
    for (const { origin } of report.sources) expect(checked.printed).toContain(`(${origin}): as of log size`);
    const decisions = (await readFile(join(folder, 'both.ndjson'), 'utf8')).trimEnd().split('\n');
    expect(decisions.map((line) => (JSON.parse(line) as { logs: string }).logs)).toEqual([
      'registry.example/log',
      'other.example/log',
      '',
    ]);
    const verified = await run('receipt', 'verify', 'both-receipt.json', ...keys);
    expect(verified).toMatchObject({
      exit: EXIT.done,
      printed: expect.stringMatching(/registry\.example.*other\.example/su),
    });
    expect((await run('receipt', 'verify', 'both-receipt.json', '--key', keyOf(made))).exit).toBe(
      EXIT.noEvidence,
    );
  });

  it.each([
    ['one cannot be reached', EXIT.noEvidence, () => ['--registry', NOBODY], NOBODY],
    ['one has no key among those that are trusted', EXIT.noEvidence, () => ['--key', keyOf(made)], undefined],
    ['two are of one log', EXIT.usage, () => ['--snapshot', made.folder], 'registry.example/log'],
    ['a size is named, which is of one log', EXIT.usage, () => ['--as-of', '0'], '--as-of'],
  ])('concludes nothing where %s, and says which', async (_what, exit, more, told) => {
    const before = await readdir(folder);
    const checked = await check('--snapshot', other.folder, '--out', 'never.csv', ...more());
    expect(checked).toEqual({ exit, printed: expect.stringContaining(told ?? other.folder) });
    expect(await readdir(folder)).toEqual(before);
  });
});
