import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { declareConsent } from '../../src/app/consent/declare-consent.js';
import { bringSnapshotUp } from '../../src/app/snapshots/bring-snapshot-up.js';
import { runChecker } from '../../src/cli/checker.js';
import { EXIT } from '../../src/cli/io.js';
import type { Preference } from '../../src/core/consent/preference.js';
import { formatLatest } from '../../src/core/snapshot/latest-note.js';
import { formatManifest } from '../../src/core/snapshot/snapshot-manifest.js';
import { snapshotFolderAt } from '../../src/snapshot-files/snapshot-folder.js';
import { runVerifier } from '../cli/run-verifier.js';
import { openLogServer } from '../http/log-server.js';
import { provenClaim } from '../support/prove-claim.js';
import { recordingIo } from '../support/recording-io.js';
import { openRegistryWithSite, type RegistryWithSite } from '../support/registry-with-site.js';
import { signUp } from '../support/sign-up.js';
import { makeSnapshots } from '../support/snapshot-tools.js';
import { tarArchive } from '../support/tar-archive.js';
import { CELLS, untried } from './fail-closed-cells.js';
import { runPython } from './run-python.js';

const HOST = 'artist.test';
/** Allowed, as long as nothing is wrong; of the second snapshot denied. */
const YES = `https://${HOST}/yes.jpg`;
const NO = `https://${HOST}/no.jpg`;
const OTHER = 'https://stranger.test/1.jpg';

/** Runs of what depends on chance. By hand: ASSENT_DRILL=500 npm test -- -i tests/clients/offline.test.ts */
const DRILLS = Number(process.env['ASSENT_DRILL'] ?? 4);

let world: RegistryWithSite;
let made: Awaited<ReturnType<typeof makeSnapshots>>;
let work: string;
/** Folders of the first and of the second snapshot, each with its `latest.json`. */
let first: string;
let second: string;
let key: string;

async function say(preference: Preference, address: string): Promise<void> {
  const declared = await declareConsent(world.registry, artist, {
    kind: 'url',
    address,
    answers: [{ use: 'train-ai', preference }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
  });
  if (!declared.ok) throw new Error(declared.message);
}
let artist: Awaited<ReturnType<typeof signUp>>;

async function snapshotNow(name: string): Promise<string> {
  const { size } = await bringSnapshotUp(world.registry);
  const folder = join(work, name);
  await cp(join(made.folder, `${size}`), join(folder, `${size}`), { recursive: true });
  await cp(join(made.folder, 'latest.json'), join(folder, 'latest.json'));
  return folder;
}

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'assent-offline-'));
  made = await makeSnapshots();
  world = await openRegistryWithSite([HOST], { snapshots: made.tools, clock: () => new Date() });
  artist = await signUp(world.registry);
  await provenClaim(world.registry, world.site, artist, 'domain', HOST);
  await say('allow', YES);
  await say('deny', NO);
  first = await snapshotNow('first');
  await say('deny', YES);
  second = await snapshotNow('second');
  key = world.registry.log.keys.held()[0] ?? '';
  await writeFile(
    join(work, 'rows.csv'),
    `url,n\n${[YES, NO, OTHER, 'UNLIKELY'].map((url, n) => `${url},${n}\n`).join('')}`,
  );
});

afterAll(async () => {
  await world.close();
  await made.remove();
  await rm(work, { recursive: true });
});

interface Checked {
  readonly exit: number | null;
  readonly told: string;
  /** What was written as allowed; undefined where nothing was. */
  readonly kept: string | undefined;
}

const ARGUMENTS = ['--use', 'train-ai', '--keep', 'allowed'];
const ALLOWED = `url,n\n${YES},0\n`;
const NONE_ALLOWED = 'url,n\n';

let runs = 0;
const keptFile = () => `kept-${(runs += 1)}.csv`;
const keptIn = (name: string) => readFile(join(work, name), 'utf8').catch(() => undefined);

async function checkHere(...argv: readonly string[]): Promise<Checked> {
  const io = recordingIo(work);
  const name = keptFile();
  const exit = await runChecker(
    ['check', 'rows.csv', ...ARGUMENTS, '--out', name, '--key', key, ...argv],
    io,
  );
  return { exit, told: io.printed(), kept: await keptIn(name) };
}

async function checkFromServer(url: string): Promise<Checked> {
  // What was fetched before must not answer.
  process.env['HOME'] = await mkdtemp(join(work, 'home-'));
  return checkHere('--registry', url);
}

/** Programs that read a snapshot in a folder and write what is allowed. */
const READERS = {
  'assent check --snapshot': (folder: string) => checkHere('--snapshot', folder),
  'assent.py check --snapshot': async (folder: string): Promise<Checked> => {
    const name = keptFile();
    const argv = ['check', 'rows.csv', ...ARGUMENTS, '--out', name, '--snapshot', folder, '--key', key];
    const { exit, out, err } = await runPython(argv, work);
    return { exit, told: out + err, kept: await keptIn(name) };
  },
  'checked_loader.py': async (folder: string): Promise<Checked> => {
    const stdin = [YES, NO, OTHER].map((url) => `${JSON.stringify({ url })}\n`).join('');
    const { exit, out, err } = await runPython([folder, 'train-ai', key], work, {
      stdin,
      file: 'checked_loader.py',
    });
    const rows = out.split('\n').filter((line) => line !== '');
    const urls = rows.map((line) => (JSON.parse(line) as { url: string }).url);
    return {
      exit,
      told: err,
      kept: exit === 0 ? `url,n\n${urls.map((url) => `${url},0\n`).join('')}` : out || undefined,
    };
  },
} as const;

type Damage = (folder: string) => Promise<unknown>;

const sizeIn = async (folder: string) => (await readdir(folder)).find((name) => /^[0-9]+$/.test(name)) ?? '';
const fileIn = async (folder: string, name: string) => join(folder, await sizeIn(folder), name);

/** Puts in place what the log would sign if it said so. */
async function signAnew(
  folder: string,
  changed: { readonly v?: number; readonly at?: string },
): Promise<void> {
  const { keys } = world.registry.log;
  const sign = (said: string) => keys.sign(said, keys.held());
  const path = await fileIn(folder, 'manifest');
  const [line = ''] = (await readFile(path, 'utf8')).split('\n');
  const manifest = JSON.parse(line) as Parameters<typeof formatManifest>[0];
  if (changed.v !== undefined)
    await writeFile(path, sign(formatManifest({ ...manifest, v: changed.v as 1 })));
  const { origin, size } = manifest;
  const digest = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  const at = changed.at ?? new Date().toISOString();
  const note = sign(formatLatest({ v: 1, type: 'assent-latest', origin, size, manifest: digest, at }));
  await writeFile(join(folder, 'latest.json'), JSON.stringify({ size, manifest: `${size}/manifest`, note }));
}

const DAMAGES: Readonly<Record<string, Damage>> = {
  'is not there': (folder) => rm(folder, { recursive: true }),
  'was the newest long ago': (folder) => signAnew(folder, { at: '2026-01-01T00:00:00.000Z' }),
  'has another signature': async (folder) => {
    const path = await fileIn(folder, 'manifest');
    const note = await readFile(path);
    note[note.length - 20] = note[note.length - 20] === 0x41 ? 0x42 : 0x41;
    await writeFile(path, note);
  },
  'has a file that was cut off': async (folder) => truncate(await fileIn(folder, 'rows.bin'), 20),
  'is of a version to come': (folder) => signAnew(folder, { v: 2 }),
};

async function damagedCopy(damage: Damage): Promise<string> {
  const folder = await mkdtemp(join(work, 'damaged-'));
  await cp(first, folder, { recursive: true });
  await damage(folder);
  return folder;
}

function expectNothing({ exit, told, kept }: Checked): void {
  expect({ exit, kept }).toEqual({ exit: EXIT.noEvidence, kept: undefined });
  expect(told).toMatch(/[.:]\s/);
}

describe.each(Object.entries(READERS))('%s', (client, check) => {
  it('writes what is allowed while nothing is wrong', async () => {
    expect(await check(first)).toMatchObject({ exit: EXIT.done, kept: ALLOWED });
    expect((await check(second)).kept).toBe(NONE_ALLOWED);
  });

  it.each(Object.entries(DAMAGES))(
    'ends with 3, says why and writes nothing where the snapshot %s',
    async (_name, damage) => {
      expectNothing(await check(await damagedCopy(damage)));
    },
  );

  it('is tried with every failure that it can meet', () => {
    expect(untried(client, Object.keys(DAMAGES))).toEqual([]);
  });
});

/** The files of a folder, as any web server gives them; one may come a byte short. */
async function serveFolder(folder: string, short?: string) {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace('/v1/snapshots/', '');
    readFile(join(folder, path)).then(
      (bytes) => response.end(short !== undefined && path.endsWith(short) ? bytes.subarray(0, -1) : bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = async () => {
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

describe('assent check --registry', () => {
  const fromCopy = (damage: Damage, short?: string) => async () => {
    const server = await serveFolder(await damagedCopy(damage), short);
    return checkFromServer(server.url).finally(server.close);
  };
  const cases: Readonly<Record<string, () => Promise<Checked>>> = {
    ...Object.fromEntries(Object.entries(DAMAGES).map(([name, damage]) => [name, fromCopy(damage)])),
    'is on a server that is down': () => checkFromServer('http://127.0.0.1:1'),
    'comes a byte short': fromCopy(() => Promise.resolve(), 'records.bin'),
  };

  it.each(Object.keys(cases))(
    'ends with 3, says why and writes nothing where the snapshot %s',
    async (name) => {
      expectNothing((await cases[name]?.()) ?? { exit: 0, told: '', kept: '' });
    },
  );

  it('is tried with every failure that it can meet', () => {
    expect(untried('assent check --registry', Object.keys(cases))).toEqual([]);
  });
});

describe('GET /v1/snapshots/N/range', () => {
  async function range(folder: string) {
    const snapshots = { ...made.tools, folder: snapshotFolderAt(folder) };
    const server = await openLogServer({ ...world.registry, snapshots });
    const response = await fetch(`${server.url}/v1/snapshots/${await sizeIn(first)}/range/-`).finally(() =>
      server.close(),
    );
    return { status: response.status, length: (await response.arrayBuffer()).byteLength };
  }
  const damages = Object.fromEntries(
    Object.entries(DAMAGES).filter(([name]) => name !== 'was the newest long ago'),
  );

  it('gives 64 KiB whatever is in it, while nothing is wrong', async () => {
    expect(await range(first)).toEqual({ status: 200, length: 65_536 });
  });

  it.each(Object.entries(damages))('gives nothing where the snapshot %s', async (_name, damage) => {
    expect((await range(await damagedCopy(damage))).status).toBe(404);
  });

  it('is tried with every failure that it can meet', () => {
    expect(untried('GET /v1/snapshots/N/range', Object.keys(damages))).toEqual([]);
  });
});

describe('a snapshot whose files are exchanged while it is read', () => {
  /** Puts the files of one snapshot where those of another are, one after the other in some order. */
  async function exchange(place: string, from: string): Promise<void> {
    const files = await readdir(from);
    for (const name of files.sort(() => Math.random() - 0.5)) {
      await cp(join(from, name), join(place, name));
      await pause(Math.random() * 3);
    }
  }

  it.each(['assent check --snapshot', 'assent.py check --snapshot'] as const)(
    'is answered by %s as of one of them, or not at all',
    async (client) => {
      const [one, other] = await Promise.all(
        [first, second].map(async (folder) => join(folder, await sizeIn(folder))),
      );
      const place = join(work, `exchanged-${client.length}`);
      await cp(one ?? '', place, { recursive: true });
      for (let drill = 0; drill < DRILLS; drill += 1) {
        const [checked] = await Promise.all([
          READERS[client](place),
          exchange(place, (drill % 2 === 0 ? other : one) ?? ''),
        ]);
        if (checked.exit === EXIT.noEvidence) expect(checked.kept).toBeUndefined();
        else expect([ALLOWED, NONE_ALLOWED]).toContain(checked.kept);
      }
    },
    60_000 + 2_000 * DRILLS,
  );
});

describe('a mirror of files on any web server', () => {
  it('answers checks, and proves the log, with its origin stopped', async () => {
    const mirror = await mkdtemp(join(work, 'mirror-'));
    const origin = await openLogServer(world.registry, { requestsPerMinute: 100_000 });
    const io = recordingIo(mirror);
    const pull = ['snapshot', 'pull', origin.url, '--out', 'v1/snapshots', '--key', key];
    await mkdir(join(mirror, 'v1'));
    expect({ exit: await runChecker(pull, io), printed: io.printed() }).toMatchObject({ exit: EXIT.done });
    const [, script = ''] = /^```bash\n(.*?)^```/ms.exec(await readFile('docs/log.md', 'utf8')) ?? [];
    await mkdir(join(mirror, 'log'));
    await ended(
      spawn('bash', ['-c', script.replace(/^LOG=.*$/m, `LOG=${origin.url}/log`)], {
        cwd: join(mirror, 'log'),
      }),
    );
    await origin.close();
    const server = spawn('python3', ['-u', '-m', 'http.server', '--bind', '127.0.0.1', '0'], { cwd: mirror });
    const gone = once(server, 'exit');
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    const url = `http://127.0.0.1:${/port (\d+)/.exec(line.toString())?.[1] ?? ''}`;
    expect(await checkFromServer(url)).toMatchObject({ exit: EXIT.done, kept: NONE_ALLOWED });
    const verified = await runVerifier(work, 'log', 'verify', `${url}/log`, '--key', key);
    expect(verified.out).toContain(`is whole at size ${await sizeIn(second)}`);
    const python = (...argv: readonly string[]) => runPython([...argv, '--key', key], work);
    expect(await python('pull', url, '--out', 'pulled')).toMatchObject({ exit: EXIT.done, err: '' });
    const outputs = ['--out', 'by-python.csv', '--receipt', 'by-python.json'];
    const checked = await python(
      'check',
      'rows.csv',
      '--use',
      'train-ai',
      '--snapshot',
      'pulled',
      ...outputs,
    );
    expect(checked).toMatchObject({ exit: EXIT.done, err: '' });
    const evidence = ['by-python.json', '--file', 'rows.csv', 'by-python.csv'];
    expect(await python('verify-receipt', ...evidence)).toMatchObject({ exit: EXIT.done, err: '' });
    const told = recordingIo(work);
    const verifying = await runChecker(['receipt', 'verify', ...evidence, '--key', key], told);
    expect({ verifying, told: told.printed() }).toMatchObject({ verifying: EXIT.done });
    expect(told.printed()).toContain('4 rows, of which 2 were kept');
    server.kill();
    await gone;
    const damaged = await serveFolder(await damagedCopy(DAMAGES['has another signature'] as Damage));
    expect(await python('pull', damaged.url, '--out', 'never').finally(damaged.close)).toMatchObject({
      exit: EXIT.noEvidence,
    });
    await expect(readdir(join(work, 'never'))).rejects.toThrow('ENOENT');
  });
});

async function ended(child: ReturnType<typeof spawn>): Promise<string> {
  const exit = once(child, 'exit');
  const printed = await Promise.all(
    [child.stdout, child.stderr].map((stream) => (stream ? text(stream) : Promise.resolve(''))),
  );
  expect({ exit: (await exit)[0] as unknown, printed: printed[1] }).toMatchObject({ exit: 0 });
  return printed.join('');
}

describe('the package of the checker alone', () => {
  it('checks with nothing but the packages that it names, and weighs less than 15 MB without DuckDB', async () => {
    const home = await mkdtemp(join(work, 'package-'));
    const installed = join(home, 'node_modules', 'assent-check');
    await ended(spawn(process.execPath, ['bin/pack-checker.mjs', installed]));
    expect(await missingBeside(installed)).toEqual([]);
    const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    let bytes = await bytesBelow(installed);
    for (const name of Object.keys(manifest.dependencies)) {
      const path = join(process.cwd(), 'node_modules', name);
      const place = join(home, 'node_modules', name);
      await mkdir(join(place, '..'), { recursive: true });
      await symlink(path, place);
      if (!name.startsWith('@duckdb/')) bytes += await bytesBelow(path);
    }
    expect(bytes).toBeLessThan(15_000_000);
    const argv = [
      'check',
      'rows.csv',
      ...ARGUMENTS,
      '--out',
      'packed.csv',
      '--key',
      key,
      '--receipt',
      'packed.json',
    ];
    const assent = (...more: readonly string[]) =>
      ended(
        spawn(process.execPath, [join(installed, 'bin', 'assent.mjs'), ...more], {
          cwd: work,
        }),
      );
    expect(await assent(...argv, '--snapshot', first)).toContain(
      '4 rows: 1 denied, 0 only on terms, 1 allowed, 2 unanswered.',
    );
    expect(await keptIn('packed.csv')).toBe(ALLOWED);
    expect(await assent('receipt', 'verify', 'packed.json', '--key', key, '--file', 'packed.csv')).toContain(
      'Verified',
    );
    await followThePage(join(installed, 'bin', 'assent.mjs'));
  });
});

const OTHERS = 20;

/** Does what docs/checking.md tells somebody who begins, but for what installs and what needs more than Python's own library. */
async function followThePage(command: string): Promise<void> {
  const page = await readFile('docs/checking.md', 'utf8');
  const [, section = ''] = /^## In five minutes\n(.*?)^## /ms.exec(page) ?? [];
  const lines = [...section.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) =>
    block.trimEnd().split('\n'),
  );
  const steps = lines.filter((line) => !/^npm install|^python3 -c/.test(line));
  expect([lines.length, steps.length]).toEqual([7, 5]);
  const connection = await (await DuckDBInstance.create()).connect();
  const others = `SELECT 'https://stranger.test/' || i || '.jpg', i + 3 FROM range(1, ${OTHERS + 1}) t(i)`;
  const rows = `FROM (VALUES ('${YES}', 1), ('${NO}', 2), ('${OTHER}', 3) UNION ALL ${others}) t(url, n)`;
  await connection.run(`COPY (${rows}) TO '${join(work, 'rows.parquet')}' (FORMAT parquet)`);
  await connection.run(`COPY (${rows}) TO '${join(work, 'rows.ndjson')}' (FORMAT json)`);
  connection.closeSync();
  const server = await serveFolder(first);
  const clients = join(process.cwd(), 'clients', 'python', 'assent.py');
  for (const step of steps) {
    const line = step
      .replace('https://registry.example', server.url)
      .replace('npx assent', `"${process.execPath}" "${command}"`)
      .replace('assent.py', `"${clients}"`);
    const environment = { ...process.env, KEY: key, HOME: await mkdtemp(join(work, 'home-')) };
    await ended(spawn('bash', ['-c', line], { cwd: work, env: environment }));
  }
  await server.close();
  expect(JSON.parse(await readFile(join(work, 'report.json'), 'utf8'))).toMatchObject({
    rows: OTHERS + 3,
    kept: OTHERS + 2,
  });
  const kept = (await readFile(join(work, 'kept.ndjson'), 'utf8')).trimEnd().split('\n');
  expect(kept.slice(0, 2).map((line) => (JSON.parse(line) as { n: number }).n)).toEqual([1, 3]);
  expect(kept).toHaveLength(OTHERS + 2);
}

/** Programs of threads and other files that modules of a package open beside themselves, and that are not there. */
async function missingBeside(folder: string): Promise<string[]> {
  const modules = (await readdir(folder, { recursive: true })).filter((path) => /\.m?js$/.test(path));
  const named = modules.map(async (path) => {
    const code = await readFile(join(folder, path), 'utf8');
    const names = [...code.matchAll(/new URL\(['"](\.[^'"]*)['"], import\.meta\.url\)/g)];
    return names.map(([, name = '']) => join(folder, path, '..', name));
  });
  const files = (await Promise.all(named)).flat();
  expect(files.length).toBeGreaterThan(2);
  return files.filter((file) => !existsSync(file));
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe('partitions that are piped through a command, as Spark does', () => {
  const spellings = [
    NO,
    `http://${HOST}/no.jpg`,
    `HTTPS://${HOST.toUpperCase()}:443/no.jpg`,
    `https://${HOST}/%6eo.jpg`,
    `https://${HOST}/a/../no.jpg#top`,
    `https://${HOST}/no.jpg?utm_source=mail`,
    `https://${HOST}/no.jpg?w=300`,
    `https://i0.wp.com/${HOST}/no.jpg?resize=300`,
  ];
  const lines = [YES, ...spellings, OTHER].map((url, n) => `{"n": ${n}e0, "url": ${JSON.stringify(url)}}\n`);
  const partitions = [lines.slice(0, 3), lines.slice(3, 6), lines.slice(6)].map((some) => some.join(''));
  const argv = ['check', '-', '--format', 'ndjson', '--use', 'train-ai', '--out', '-'];

  const PIPES: Readonly<Record<string, (partition: string) => Promise<string>>> = {
    'assent check -': async (partition) => {
      const io = recordingIo(work);
      let out = '';
      const piped = { ...io, out: (text: string) => (out += text), stdin: [Buffer.from(partition)] as never };
      expect(await runChecker([...argv, '--snapshot', first, '--key', key], piped)).toBe(EXIT.done);
      return out;
    },
    'assent.py check -': async (partition) => {
      const ran = await runPython([...argv, '--snapshot', first, '--key', key], work, { stdin: partition });
      expect(ran).toMatchObject({ exit: EXIT.done });
      return ran.out;
    },
  };

  it.each(Object.keys(PIPES))(
    'lose by %s every spelling of a no, of which a join on the text finds one in eight',
    async (pipe) => {
      const kept = [];
      for (const partition of partitions) kept.push((await PIPES[pipe]?.(partition)) ?? '');
      expect(kept.join('')).toBe([lines[0], lines.at(-1)].join(''));
      expect(spellings.filter((spelling) => spelling === NO)).toHaveLength(spellings.length / 8);
    },
  );

  it('and shards of img2dataset are read as docs/python.md says, and give what is allowed', async () => {
    const page = await readFile('docs/python.md', 'utf8');
    const [, recipe = ''] = /After `img2dataset`.*?^```python\n(.*?)^```/ms.exec(page) ?? [];
    const sample = (name: string, url: string) => [
      { name: `${name}.jpg`, data: Buffer.from('a picture') },
      { name: `${name}.json`, data: JSON.stringify({ url, key: name }) },
    ];
    const shard = [sample('000000000', NO), sample('000000001', YES), sample('000000002', OTHER)].flat();
    await writeFile(join(work, '00000.tar'), tarArchive(shard));
    const clients = join(process.cwd(), 'clients', 'python');
    const before = `import sys\nsys.path.insert(0, ${JSON.stringify(clients)})\nkey = ${JSON.stringify(key)}\n`;
    const program = before + recipe.replace('"snapshots"', JSON.stringify(first));
    expect(await ended(spawn('python3', ['-B', '-c', program], { cwd: work }))).toBe('000000001\n');
    // Before: the table of addresses is filtered, and img2dataset fetches what is left.
    const command = /`npx (assent check laion\.parquet [^`]*)`/.exec(page)?.[1] ?? '';
    expect(command.split(' ')).toEqual([
      'assent',
      'check',
      'laion.parquet',
      '--use',
      'train-ai',
      '--out',
      'asked.parquet',
    ]);
  });

  it('end with another code than 0 where a row cannot be read, or nobody vouches for the answers', async () => {
    const readBy = (stdin: string, ...more: readonly string[]) =>
      runPython([...argv, ...more], work, { stdin });
    expect((await readBy('{"url"', '--snapshot', first, '--key', key)).exit).toBe(EXIT.unreadableInput);
    expect((await readBy(partitions[0] ?? '', '--snapshot', first)).exit).toBe(EXIT.noEvidence);
    expect((await readBy(partitions[0] ?? '')).exit).toBe(EXIT.usage);
    const odd = join(work, 'odd.csv');
    await writeFile(odd, `url,n\n"${YES}\n${OTHER}`);
    expect(
      await runPython(['check', odd, '--use', 'train-ai', '--snapshot', first, '--key', key], work),
    ).toMatchObject({
      exit: EXIT.unreadableInput,
      out: '',
    });
  });

  it('stay as they are, byte for byte, whatever is quoted in them', async () => {
    const table = `\ufeffn,url,"a, b"\r\n1,"${YES}","two\nlines ""quoted"""\r\n2,${NO},x\r\n3,${OTHER},\u00e9\r\n`;
    await writeFile(join(work, 'quoted.csv'), Buffer.from(table));
    const ran = await runPython(
      [
        'check',
        'quoted.csv',
        '--use',
        'train-ai',
        '--snapshot',
        first,
        '--key',
        key,
        '--out',
        'quoted-kept.csv',
      ],
      work,
    );
    expect(ran).toMatchObject({ exit: EXIT.done, err: '' });
    expect(ran.out).toContain('3 rows: 1 allowed, 1 denied, 0 conditional, 1 unknown, 0 error.');
    expect(await readFile(join(work, 'quoted-kept.csv'), 'utf8')).toBe(table.replace(`2,${NO},x\r\n`, ''));
  });
});

it('leaves no client out of the table', () => {
  expect(Object.keys(CELLS)).toEqual(expect.arrayContaining(Object.keys(READERS)));
});
