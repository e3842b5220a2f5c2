import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import { createHash, randomBytes } from 'node:crypto';
import { access, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { createApiKey } from '../../src/app/accounts/create-api-key.js';
import { listAcceptances } from '../../src/app/terms/list-acceptances.js';
import { declareConsent } from '../../src/app/consent/declare-consent.js';
import { appendLeaves } from '../../src/app/log/append-leaves.js';
import { addLogKey, retireLogKey } from '../../src/app/log/rotate-keys.js';
import { logReadOnly, type LogTrouble } from '../../src/app/log/log-status.js';
import type { SignedInActor } from '../../src/app/actor.js';
import type { Registry } from '../../src/app/registry.js';
import { addReceipt } from '../../src/cli/commands/receipt.js';
import { addReport } from '../../src/cli/commands/report.js';
import { addTerms } from '../../src/cli/commands/terms.js';
import { EXIT } from '../../src/cli/io.js';
import { demoEntries } from '../../src/demo/demo-catalogue.js';
import { demoPictureFor } from '../../src/demo/demo-picture-source.js';
import { runProgram } from '../../src/cli/program.js';
import type { Preference } from '../../src/core/consent/preference.js';
import { buildClaimLeaf } from '../../src/core/log/claim-leaf.js';
import { buildStatementLeaf } from '../../src/core/log/statement-leaf.js';
import { answerAbout, registered } from '../app/works/works-scenario.js';
import { runPython } from '../clients/run-python.js';
import { type LogServer, openLogServer } from '../http/log-server.js';
import { provenClaim } from '../support/prove-claim.js';
import { recordingIo } from '../support/recording-io.js';
import { openRegistryWithSite, type RegistryWithSite } from '../support/registry-with-site.js';
import { makeSnapshots } from '../support/snapshot-tools.js';
import { signUp } from '../support/sign-up.js';
import { openPictureTools } from '../support/picture-tools.js';
import { melody } from '../sound/melody.js';
import { flacOf, wavOf } from '../support/packed-recording.js';
import { tarArchive } from '../support/tar-archive.js';
import { openTroubledLog } from '../support/troubled-log.js';

const PICTURE = Buffer.from('the bytes of a picture that somebody said no to');

const pictures = openPictureTools();
let world: RegistryWithSite;
let registry: Registry;
let snapshots: Awaited<ReturnType<typeof makeSnapshots>>;
let server: LogServer;
let folder: string;
/** Who says yes on terms. */
let offering: SignedInActor;

beforeAll(async () => {
  world = await openRegistryWithSite(['denied.test', 'terms.test', 'yes.test'], { pictures });
  snapshots = await makeSnapshots();
  registry = { ...world.registry, snapshots: snapshots.tools };
  await answer('denied.test', 'deny');
  offering = await answer('terms.test', 'conditional');
  await answer('yes.test', 'allow');
  await denyPicture();
  server = await openLogServer(registry);
  folder = await mkdtemp(join(tmpdir(), 'assent-check-'));
});

afterAll(async () => {
  await server.close();
  await world.close();
  await snapshots.remove();
  await pictures.close();
  await rm(folder, { recursive: true });
});

/** An artist proves a host to be theirs and answers for all of it. */
async function answer(host: string, preference: Preference): Promise<SignedInActor> {
  const artist = await signUp(registry);
  await provenClaim(registry, world.site, artist, 'domain', host);
  const declared = await declareConsent(registry, artist, {
    kind: 'domain',
    address: host,
    answers: [{ use: 'train-ai', preference }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    ...(preference === 'conditional'
      ? { terms: { credit: 'Zoë Maker', licenceUrl: 'https://terms.test/l' } }
      : {}),
  });
  if (!declared.ok) throw new Error(declared.message);
  return artist;
}

/** Leaves by which somebody registers a work by the digest of its bytes, and says no to it. */
async function denyPicture(): Promise<void> {
  const [claim, claimant, work] = Array.from({ length: 3 }, () => randomBytes(16).toString('hex'));
  const subject = {
    kind: 'content' as const,
    work: work ?? '',
    sha256: createHash('sha256').update(PICTURE).digest('hex'),
  };
  await registry.log.sequence((stores, at) => {
    const time = at.toISOString();
    const header = {
      claim: claim ?? '',
      claimant: claimant ?? '',
      subject,
      capacity: 'author' as const,
      time,
    };
    const leaves = [
      buildClaimLeaf(header),
      buildStatementLeaf({
        ...header,
        use: 'train-ai',
        preference: 'deny',
        basis: 'own-right',
        ownWorks: true,
        opening: randomBytes(32).toString('hex'),
      }),
    ];
    return appendLeaves(registry, stores, leaves, at);
  });
}

interface Setting extends Partial<Pick<Registry, 'log' | 'store'>> {
  readonly stdin?: string;
}

async function run(argv: readonly string[], { stdin, ...instead }: Setting = {}) {
  const io = recordingIo(folder);
  const given = stdin === undefined ? io : { ...io, stdin: [Buffer.from(stdin)] as never };
  const used = { ...registry, ...instead };
  const exit = await runProgram(
    argv,
    given,
    (_argv, work) => work(used),
    (program, setting) => {
      addReceipt(program, setting);
      addReport(program, setting);
      addTerms(program, setting);
    },
  );
  return { exit, printed: io.printed() };
}

/** An object with one member replaced; the others work on the object itself. */
function instead<T extends object, Name extends keyof T>(object: T, name: Name, value: T[Name]): T {
  return new Proxy(object, {
    get: (target, asked) => {
      if (asked === name) return value;
      const member: unknown = Reflect.get(target, asked);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}

const check = (...argv: readonly string[]) => run(['check', '--use', 'train-ai', ...argv]);
const write = (name: string, content: string | Buffer) => writeFile(join(folder, name), content);
const read = (name: string) => readFile(join(folder, name), 'utf8');
const lines = async (name: string) => (await read(name)).trimEnd().split('\n');
const objects = async (name: string) =>
  (await lines(name)).map((line) => JSON.parse(line) as Record<string, unknown>);

/** The broken cells of published datasets among them. */
const ROWS = [
  'https://denied.test/a.jpg',
  'https://other.test/1.jpg',
  'UNLIKELY',
  '',
  'https://terms.test/b.jpg',
  'data:image/png;base64,iVBORw0KGgo=',
  'https://yes.test/c.jpg',
  'a caption, "quoted"',
];
const KEPT = [1, 2, 3, 5, 6, 7];
const csv = (rows: readonly number[]) =>
  `url,n\n${rows.map((row) => `${quoted(ROWS[row] ?? '')},${row}\n`).join('')}`;
const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const ALL = ROWS.map((_, row) => row);

describe('assent check, of a table', () => {
  const ndjson = (rows: readonly number[]) =>
    rows.map((row) => `{"url": ${JSON.stringify(ROWS[row])}, "n": ${row}e0, "x${row}": [1.0]}\n`).join('');
  const tsv = (rows: readonly number[]) =>
    `url\tn\n${rows.map((row) => `${ROWS[row] ?? ''}\t${row}\n`).join('')}`;
  const text = (rows: readonly number[]) => rows.map((row) => `${ROWS[row] ?? ''}\n`).join('');

  it.each<[name: string, make: (rows: readonly number[]) => string | Buffer]>([
    ['rows.csv', csv],
    ['rows.tsv', tsv],
    ['rows.ndjson', ndjson],
    ['rows.txt', text],
  ])(
    'drops the denied and the conditional rows of %s, and keeps all others byte for byte',
    async (name, make) => {
      await write(name, make(ALL));
      const { exit, printed } = await check(name, '--out', `kept-${name}`);
      expect({ exit, printed }).toMatchObject({ exit: EXIT.done });
      expect(await read(`kept-${name}`)).toBe(make(KEPT));
      expect(printed).toContain('8 rows: 1 denied, 1 only on terms, 1 allowed, 5 unanswered.');
      expect(printed).toContain('nobody has answered: not permission');
    },
  );

  it('writes packed text as packed text', async () => {
    await write('packed.csv.gz', gzipSync(csv(ALL)));
    await check('packed.csv.gz', '--out', 'kept.csv.gz');
    expect(gunzipSync(await readFile(join(folder, 'kept.csv.gz'))).toString()).toBe(csv(KEPT));
  });

  it('leaves only a yes with --keep allowed, and never says cleared or compliant', async () => {
    await write('rows.csv', csv(ALL));
    const { printed } = await check(
      'rows.csv',
      '--keep',
      'allowed',
      '--out',
      'yes.csv',
      '--report',
      'yes.json',
    );
    expect(await read('yes.csv')).toBe(csv([6]));
    expect(`${printed}${await read('yes.json')}`).not.toMatch(/cleared|complian/i);
    expect(printed).toMatch(
      /^12\.5 % denied; 12\.5 % only on terms; 62\.5 % nobody has answered: not permission\./,
    );
  });

  it('finds the addresses by what a column holds, and asks which where several hold some', async () => {
    await write('unnamed.csv', 'a,b\n1,https://denied.test/1\n2,https://other.test/2\n');
    expect((await check('unnamed.csv')).printed).toContain('1 denied');
    await write('two.csv', 'a,b\nhttps://x.test/1,https://denied.test/1\n');
    const asked = await check('two.csv');
    expect(asked).toMatchObject({ exit: EXIT.usage, printed: expect.stringContaining('a, b. Name the one') });
    expect((await check('two.csv', '--url-column', 'b')).printed).toContain('1 denied');
  });

  it('tells of every row why, and of which statement', async () => {
    await write('rows.csv', csv(ALL));
    await check(
      'rows.csv',
      '--decisions',
      'why.ndjson',
      '--rejected',
      'gone.csv',
      '--conditional',
      'terms.ndjson',
    );
    const why = await objects('why.ndjson');
    expect(why.map(({ row, decision, fate, reason }) => [row, decision, fate, reason])).toEqual([
      [1, 'DENIED', 'dropped', 'host'],
      [2, 'UNKNOWN', 'kept', 'nobody-has-answered'],
      [3, 'UNKNOWN', 'kept', 'not-a-url'],
      [4, 'UNKNOWN', 'kept', 'empty'],
      [5, 'CONDITIONAL', 'dropped', 'host'],
      [6, 'UNKNOWN', 'kept', 'not-http'],
      [7, 'ALLOWED', 'kept', 'host'],
      [8, 'UNKNOWN', 'kept', 'not-a-url'],
    ]);
    expect(why[0]).toMatchObject({
      address: ROWS[0],
      assurance: 'verified',
      statements: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await lines('gone.csv')).toHaveLength(3);
    expect(await objects('terms.ndjson')).toEqual([
      expect.objectContaining({
        credit: 'Zoë Maker',
        licenceUrl: 'https://terms.test/l',
        row: 5,
        address: ROWS[4],
      }),
    ]);
  });

  it('keeps what the builder holds by contract, counted apart and never as allowed, and says whom to name', async () => {
    await write('rows.csv', csv(ALL));
    await write('held.txt', '# ours\nhttps://denied.test/*\nterms.test\n');
    const held = await check(
      'rows.csv',
      '--licensed',
      'held.txt',
      '--out',
      'held.csv',
      '--credits',
      'credits.ndjson',
      '--json',
    );
    expect(await read('held.csv')).toBe(csv(ALL));
    expect(JSON.parse(held.printed)).toMatchObject({
      licensed: 2,
      kept: 8,
      answers: { ALLOWED: 1, DENIED: 1 },
    });
    expect(await objects('credits.ndjson')).toEqual([
      { credit: 'Zoë Maker', source: 'terms', licenceUrl: 'https://terms.test/l', rows: 1 },
    ]);
    await write('strict.json', '{"version":1,"conditional":"drop","unknown":"drop"}');
    await check('rows.csv', '--licensed', 'held.txt', '--policy', 'strict.json', '--out', 'strict.csv');
    expect(await read('strict.csv')).toBe(csv([0, 6]));
    await write('held.txt', 'not an address\n');
    expect(await check('rows.csv', '--licensed', 'held.txt')).toMatchObject({ exit: EXIT.usage });
  });

  it.each([
    ['{"version":1,"maxAge":3}', '"/maxAge" is not known here'],
    ['{"version":2}', 'Version 2 of a check policy is not known here'],
    ['{"version":1,"likenessDistance":40}', '"/likenessDistance" must be a whole number from 0 to 31'],
    ['{"version":1', '--policy policy.json'],
  ])('refuses the policy %s by what is wrong with it', async (policy, told) => {
    await write('rows.csv', csv(ALL));
    await write('policy.json', policy);
    const { exit, printed } = await check('rows.csv', '--policy', 'policy.json');
    expect({ exit, printed }).toEqual({ exit: EXIT.usage, printed: expect.stringContaining(told) });
  });

  it('reads standard input and writes standard output, with the report beside it', async () => {
    const piped = await run(
      ['check', '-', '--format', 'csv', '--use', 'train-ai', '--out', '-', '--report', 'piped.json'],
      {
        stdin: csv(ALL),
      },
    );
    expect(piped.exit).toBe(EXIT.done);
    expect(piped.printed).toContain(csv(KEPT));
    expect(JSON.parse(await read('piped.json'))).toMatchObject({ inputs: [{ name: '-' }] });
    expect((await run(['check', '-', '--use', 'train-ai'], { stdin: '' })).exit).toBe(EXIT.usage);
  });

  it('refuses to write a table of several columns as lines of addresses', async () => {
    await write('rows.csv', csv(ALL));
    const { exit, printed } = await check('rows.csv', '--out', 'lines.txt');
    expect({ exit, printed }).toEqual({
      exit: EXIT.usage,
      printed: expect.stringContaining('the table has 2 columns'),
    });
    await expect(access(join(folder, 'lines.txt'))).rejects.toThrow();
  });

  it('refuses a table that was changed while it was checked, and leaves no output of it', async () => {
    await write('rows.csv', csv(ALL));
    const about: Registry['store']['log']['about'] = async (...asked) => {
      await write('rows.csv', csv([1]));
      return registry.store.log.about(...asked);
    };
    const changing = instead(registry.store, 'log', instead(registry.store.log, 'about', about));
    // Of an earlier size, for which the store is asked while the table is read.
    const size = String(await registry.store.log.size());
    const argv = ['check', 'rows.csv', '--use', 'train-ai', '--as-of', size, '--out', 'lost.csv'];
    const { exit, printed } = await run(argv, { store: changing });
    expect({ exit, printed }).toEqual({
      exit: EXIT.unreadableInput,
      printed: expect.stringContaining('rows.csv'),
    });
    await expect(access(join(folder, 'lost.csv'))).rejects.toThrow('ENOENT');
  });

  it('says what is missing to read s3:// addresses', async () => {
    const { exit, printed } = await check('s3://bucket/rows.csv.gz');
    expect({ exit, printed }).toEqual({
      exit: EXIT.unreadableInput,
      printed: expect.stringContaining('downloaded'),
    });
  });
});

describe('assent check, of a shard', () => {
  const sample = (key: string, url: string, picture: Buffer) => [
    { name: `${key}.jpg`, data: picture },
    { name: `${key}.json`, data: JSON.stringify({ url, key }) },
  ];
  const other = (n: number) => Buffer.from(`another picture ${n}`);
  const SAMPLES = [
    sample('0', 'https://other.test/0.jpg', other(0)),
    sample('1', 'https://other.test/copy.jpg', PICTURE),
    sample('2', 'https://denied.test/2.jpg', other(2)),
    sample('3', 'https://other.test/3.jpg', other(3)),
  ];

  it('recognises a picture by its bytes at an address that nobody spoke about, and writes the shard without it', async () => {
    await write('a.tar', tarArchive(SAMPLES.flat()));
    const { printed } = await check('a.tar', '--out', 'kept.tar', '--json');
    expect(JSON.parse(printed)).toMatchObject({
      answers: { DENIED: 2, UNKNOWN: 2 },
      asked: { byAddress: 4, byContent: 4 },
      comparedBy: { sha256: 4, md5: 4 },
      notCompared: { 'not-a-picture': 4 },
      decided: { byAddress: { DENIED: 1 }, byContent: { DENIED: 1 } },
    });
    const kept = [SAMPLES[0] ?? [], SAMPLES[3] ?? []].flat();
    expect(await readFile(join(folder, 'kept.tar'))).toEqual(tarArchive(kept));
  });

  it('writes the Parquet file beside a shard without the same rows, and those that could not be fetched', async () => {
    await write('b.tar', tarArchive(SAMPLES.flat()));
    const rows = [
      ['9', 'https://denied.test/gone.jpg', 'failed_to_download'],
      ...['0', '1', '2', '3'].map((key) => [key, 'u', 'success']),
      ['8', 'https://other.test/gone.jpg', 'failed_to_download'],
    ];
    const values = rows.map(([key, url, status]) => `('${key}', '${url}', '${status}')`).join(', ');
    await sql(
      `COPY (FROM (VALUES ${values}) t(key, url, status)) TO '${join(folder, 'b.parquet')}' (FORMAT parquet)`,
    );
    await check('b.tar', '--out', 'kept-b.tar');
    expect(await sql(`SELECT key FROM read_parquet('${join(folder, 'kept-b.parquet')}')`)).toEqual([
      ['0'],
      ['3'],
      ['8'],
    ]);
  });
});

describe('assent check, of what the files of a shard show and sound like', () => {
  const drawn = async (number: number) =>
    Buffer.from((await demoPictureFor(demoEntries()[number]?.url ?? '')) ?? '');
  const file = (key: string, ending: string, data: Uint8Array) => [
    { name: `${key}.${ending}`, data: Buffer.from(data) },
    { name: `${key}.json`, data: JSON.stringify({ url: `https://nobody.test/${key}`, key }) },
  ];
  /** The same recording with a comment before it: other bytes, the same sound. */
  const remarked = (wav: Uint8Array) =>
    Buffer.concat([wav.subarray(0, 12), Buffer.from('LIST\x04\0\0\0note', 'latin1'), wav.subarray(12)]);

  beforeAll(async () => {
    const artist = await signUp(registry);
    const sound = melody({ step: 5, seconds: 12 });
    const [picture, tune] = [await drawn(200), wavOf(sound)];
    for (const work of [
      await registered(registry, artist, picture),
      await registered(registry, artist, tune, 'audio'),
    ]) {
      await answerAbout(registry, artist, work, 'deny');
    }
    const samples = [
      file('half', 'jpg', await sharp(picture).resize(256).jpeg({ quality: 30 }).toBuffer()),
      file('mirrored', 'png', await sharp(picture).flop().png().toBuffer()),
      file('other', 'png', await drawn(40)),
      file('broken', 'jpg', picture.subarray(0, 900)),
      file('remarked', 'wav', remarked(tune)),
      file('tune', 'wav', wavOf(melody({ step: 1, seconds: 12 }))),
      file('packed', 'flac', flacOf(sound)),
      file('empty', 'mp3', Buffer.from('ID3')),
      file('ogg', 'ogg', Buffer.from('OggS')),
    ];
    await write('changed.tar', tarArchive(samples.flat()));
  });

  it('denies changed copies at addresses that nobody claimed, and tells by what how many were compared', async () => {
    const { printed } = await check(
      'changed.tar',
      '--decisions',
      'changed.ndjson',
      '--report',
      'changed.json',
    );
    const why = await objects('changed.ndjson');
    expect(why.map(({ address, decision, reason }) => [address, decision, reason])).toEqual([
      ['https://nobody.test/half', 'DENIED', 'content'],
      ['https://nobody.test/mirrored', 'DENIED', 'content'],
      ['https://nobody.test/other', 'UNKNOWN', 'nobody-has-answered'],
      ['https://nobody.test/broken', 'UNKNOWN', 'nobody-has-answered'],
      ['https://nobody.test/remarked', 'DENIED', 'content'],
      ['https://nobody.test/tune', 'UNKNOWN', 'nobody-has-answered'],
      ['https://nobody.test/packed', 'DENIED', 'content'],
      ['https://nobody.test/empty', 'UNKNOWN', 'nobody-has-answered'],
      ['https://nobody.test/ogg', 'UNKNOWN', 'nobody-has-answered'],
    ]);
    expect(JSON.parse(await read('changed.json'))).toMatchObject({
      comparedBy: { sha256: 9, md5: 9, pdq: 3, chromaprint: 3 },
      notCompared: { damaged: 2, 'sound-not-read': 1 },
      decided: { byAddress: { DENIED: 0 }, byContent: { DENIED: 4 } },
    });
    expect(printed).toContain('pdq 3');
    expect(printed).toContain('damaged 2');
  });

  it('leaves a picture in that differs in more than the policy lets pass for a likeness', async () => {
    await write('exact.json', '{"version":1,"likenessDistance":0}');
    const { printed } = await check('changed.tar', '--policy', 'exact.json', '--json');
    expect(JSON.parse(printed)).toMatchObject({ comparedBy: { pdq: 3 }, answers: { DENIED: 3 } });
  });

  it('says so where the source of answers compares by digests alone', async () => {
    const size = String(await registry.store.log.size());
    const { printed } = await check('changed.tar', '--as-of', size, '--json');
    expect(JSON.parse(printed)).toMatchObject({ notCompared: { 'not-recognised': 9 } });
  });
});

async function sql(statement: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create()).connect();
  const rows = (await connection.runAndReadAll(statement)).getRows();
  connection.closeSync();
  return rows;
}

describe('assent check, of names in captions', () => {
  const captions = ['a garden by ZOE MAKER in 2021', 'the dog of Zoe', 'Zoë makers meet', 'nothing'];
  const table = (rows: readonly number[]) =>
    `url,caption\n${rows.map((row) => `https://other.test/${row},${captions[row] ?? ''}\n`).join('')}`;

  it('tells which rows name somebody who published a name with a no, and drops them only when asked, never as denied', async () => {
    await write('captions.csv', table([0, 1, 2, 3]));
    const told = await check('captions.csv', '--named', 'named.ndjson', '--out', 'all.csv', '--json');
    expect(await objects('named.ndjson')).toEqual([
      expect.objectContaining({ name: 'Zoë Maker', row: 1, caption: captions[0], fate: 'kept' }),
    ]);
    expect(JSON.parse(told.printed)).toMatchObject({
      named: 1,
      dropped: 0,
      answers: { DENIED: 0, UNKNOWN: 4 },
    });
    expect(await read('all.csv')).toBe(table([0, 1, 2, 3]));
    const options = ['--drop-named', '--out', 'unnamed.csv', '--receipt', 'named.json'];
    const dropped = await check('captions.csv', ...options);
    expect(dropped.printed).toContain('1 rows name somebody');
    expect(await read('unnamed.csv')).toBe(table([1, 2, 3]));
    expect(JSON.parse(await read('named.json'))).toMatchObject({
      question: { dropNamed: true },
      counts: { named: 1, dropped: 1, answers: { DENIED: 0 } },
    });
  });

  it('refuses where no captions, or no names, are to be had', async () => {
    await write('rows.csv', csv(ALL));
    expect(await check('rows.csv', '--drop-named')).toMatchObject({
      exit: EXIT.usage,
      printed: expect.stringContaining('--caption-column'),
    });
    const size = String(await registry.store.log.size());
    expect((await check('captions.csv', '--drop-named', '--as-of', size)).exit).toBe(EXIT.usage);
  });
});

describe('assent check --since', () => {
  it('lists the rows of a filtered dataset that are to be dropped by now, and chains the receipts', async () => {
    await write(
      'before.csv',
      'url\nhttps://late.test/1.jpg\nhttps://other.test/1.jpg\nhttps://denied.test/1\n',
    );
    await check('before.csv', '--out', 'filtered.csv', '--receipt', 'before.json');
    const size = Number(await registry.store.log.size());
    await denyAddress('https://late.test/1.jpg');
    const since = ['filtered.csv', '--since', 'before.json'];
    const outputs = ['--rejected', 'late.ndjson', '--out', 'now.csv', '--receipt', 'now.json'];
    const { exit, printed } = await check(...since, ...outputs);
    expect({ exit, printed }).toMatchObject({
      exit: EXIT.done,
      printed: expect.stringContaining('1 rows to drop'),
    });
    expect(printed).toContain(`from log size ${size} to ${Number(await registry.store.log.size())}`);
    expect(await objects('late.ndjson')).toEqual([
      expect.objectContaining({ row: 1, address: 'https://late.test/1.jpg' }),
    ]);
    expect(await read('now.csv')).toBe('url\nhttps://other.test/1.jpg\n');
    expect(JSON.parse(await read('now.json'))).toMatchObject({
      question: {
        since: createHash('sha256')
          .update(await read('before.json'))
          .digest('hex'),
      },
    });
  });

  it.each([
    [
      'another table',
      ['before.csv', 'rows.csv', '--since', 'before.json'],
      EXIT.usage,
      'no file with the bytes of rows.csv',
    ],
    [
      'another question',
      ['filtered.csv', '--since', 'before.json', '--keep', 'allowed'],
      EXIT.usage,
      'another --keep',
    ],
    ['no receipt', ['filtered.csv', '--since', 'rows.csv'], EXIT.noEvidence, 'rows.csv'],
  ])('refuses %s', async (_what, argv, exit, told) => {
    expect(await check(...argv)).toEqual({ exit, printed: expect.stringContaining(told) });
  });

  it('concludes nothing from answers that are older than the receipt', async () => {
    await write('older.json', (await read('before.json')).replace(/"size":[0-9]+/u, '"size":1000'));
    expect(await check('filtered.csv', '--since', 'older.json')).toEqual({
      exit: EXIT.noEvidence,
      printed: expect.stringContaining('these are older'),
    });
  });
});

async function denyAddress(address: string): Promise<void> {
  const declared = await declareConsent(registry, await signUp(registry), {
    kind: 'url',
    address,
    answers: [{ use: 'train-ai', preference: 'deny' }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
  });
  if (!declared.ok) throw new Error(declared.message);
}

describe('assent check, of many tables', () => {
  it('goes on where a run was cut short: what is unchanged is not checked again', async () => {
    await Promise.all(['m1.csv', 'm2.csv', 'm3.csv'].map((name) => write(name, csv(ALL))));
    const again = () => check('m?.csv', '--out-dir', 'many', '--decisions', 'many.ndjson', '--json');
    const report = async () =>
      JSON.parse((await again()).printed) as { inputs: { name: string; wasFinished: boolean }[] };
    expect((await report()).inputs.map(({ wasFinished }) => wasFinished)).toEqual([false, false, false]);
    expect(await read('many/m2.csv')).toBe(csv(KEPT));
    await write('m2.csv', csv([0, ...ALL]));
    await rm(join(folder, 'many', 'm3.csv'));
    expect((await report()).inputs.map(({ wasFinished }) => wasFinished)).toEqual([true, false, false]);
    expect(await lines('many.ndjson')).toHaveLength(25);
    await utimes(join(folder, 'm1.csv'), 1, 1);
    await registry.log.sequence((stores, at) => appendLeaves(registry, stores, [anyStatement(at)], at));
    expect((await report()).inputs.map(({ wasFinished }) => wasFinished)).toEqual([false, false, false]);
  });

  it('refuses targets that would be written over each other, or over an input', async () => {
    await write('rows.csv', csv(ALL));
    expect((await check('rows.csv', 'rows.csv', '--out-dir', 'twice')).exit).toBe(EXIT.usage);
    expect((await check('rows.csv', '--out-dir', '.')).printed).toContain('names the input itself');
    expect((await check('rows.csv', 'm1.csv', '--out', 'one.csv')).printed).toContain('--out-dir');
    expect((await check('many', '--out-dir', 'many/kept')).printed).toContain(
      'lies in many, which is checked',
    );
  });
});

function anyStatement(at: Date) {
  return buildStatementLeaf({
    subject: {
      kind: 'content',
      work: randomBytes(16).toString('hex'),
      sha256: randomBytes(32).toString('hex'),
    },
    claim: randomBytes(16).toString('hex'),
    claimant: randomBytes(16).toString('hex'),
    capacity: 'author',
    use: 'search',
    preference: 'deny',
    basis: 'own-right',
    ownWorks: true,
    opening: randomBytes(32).toString('hex'),
    time: at.toISOString(),
  });
}

describe('a receipt', () => {
  const key = () => registry.log.keys.held()[0] ?? '';
  const verify = (...argv: readonly string[]) => run(['receipt', 'verify', ...argv]);

  beforeAll(async () => {
    await write('r1.csv', csv(ALL));
    await write('r2.csv', csv([0, 1]));
    await check('r1.csv', '--out', 'r1-kept.csv', '--receipt', 'r1.json');
    await check('r2.csv', '--receipt', 'r2.json');
  });

  it('verifies with the key of the log, and names the files by their bytes', async () => {
    const { exit, printed } = await verify('r1.json', '--key', key(), '--file', 'r1.csv', 'r1-kept.csv');
    expect({ exit, printed }).toEqual({
      exit: EXIT.done,
      printed: expect.stringContaining('Verified: the receipt is whole'),
    });
    expect(printed).toContain('It cannot prove what was trained.');
    expect((await verify('r1.json', '--key', key(), '--file', 'r2.csv')).exit).toBe(EXIT.noEvidence);
    expect((await verify('r1.json')).exit).toBe(EXIT.noEvidence);
  });

  it('of a size that was never signed leads to a larger tree that was', async () => {
    const { store } = registry;
    let size = Number(await store.log.size());
    while ((await store.logTree.bySize(size)) !== undefined) size -= 1;
    await check('r2.csv', '--as-of', String(size), '--receipt', 'earlier.json');
    const { printed } = await verify('earlier.json', '--key', key());
    expect(printed).toMatch(/Tree +the beginning of the signed one/);
    const text = await read('earlier.json');
    await write(
      'earlier.json',
      text.replace(/"root":"(.)/, (_, first) => `"root":"${first === 'A' ? 'B' : 'A'}`),
    );
    expect((await verify('earlier.json', '--key', key())).printed).toContain(
      'The checkpoint does not cover the answers.',
    );
  });

  it('does not verify once a number in it, its bytes or its checkpoint are others', async () => {
    const text = await read('r1.json');
    for (const [from, to] of [
      ['"DENIED":1', '"DENIED":0'],
      ['{"counts"', '{ "counts"'],
      ['"keep":"not-denied"', '"keep":"all"'],
      ['"origin":"', '"origin":"other-'],
      ['"root":"', '"root":"A'],
    ] as const) {
      expect(text).toContain(from);
      await write('changed.json', text.replace(from, to));
      expect({ from, ...(await verify('changed.json', '--key', key())) }).toMatchObject({
        from,
        exit: EXIT.noEvidence,
      });
    }
  });

  it('folds parts into one, refuses mixed versions and parts that would count twice', async () => {
    const merge = (...files: readonly string[]) => run(['receipt', 'merge', ...files, '--out', 'whole.json']);
    expect((await merge('r1.json', 'r2.json')).exit).toBe(EXIT.done);
    expect(JSON.parse(await read('whole.json'))).toMatchObject({
      counts: { rows: 10, answers: { DENIED: 2 } },
      files: [{}, {}],
    });
    expect((await verify('whole.json', '--key', key())).exit).toBe(EXIT.done);
    expect((await merge('r1.json', 'r1.json')).printed).toContain('would count twice');
    await run(['check', 'r2.csv', '--use', 'search', '--receipt', 'other.json']);
    expect(await merge('r1.json', 'other.json')).toMatchObject({ exit: EXIT.usage });
  });

  it('is signed with the key of its builder, and nobody else’s signature passes', async () => {
    await run(['receipt', 'key', '--name', 'builder.example/receipts', '--out', 'mine.key']);
    await check('r2.csv', '--receipt', 'signed.json', '--receipt-key', 'mine.key');
    expect((await verify('signed.json', '--key', key())).printed).toContain(
      'signed by builder.example/receipts+',
    );
    const text = await read('signed.json');
    await write('forged.json', text.replace('"name":"r2.csv"', '"name":"r3.csv"'));
    expect((await verify('forged.json', '--key', key())).printed).toContain(
      'It is not signed by builder.example',
    );
  });

  it('is dated by the log, which learns its digest alone', async () => {
    const { exit, printed } = await run(['receipt', 'countersign', 'r1.json', '--registry', server.url]);
    expect({ exit, printed }).toMatchObject({ exit: EXIT.done });
    const digest = createHash('sha256')
      .update(await read('r1.json'))
      .digest('hex');
    expect(printed).toContain(digest);
    expect((await verify('r1.json', '--key', key())).printed).toMatch(/Dated +\d{4}-\S+, as leaf \d+ of /);
    await write('r2.json.tlog-proof', await read('r1.json.tlog-proof'));
    expect((await verify('r2.json', '--key', key())).printed).toContain('proves another leaf');
    await rm(join(folder, 'r2.json.tlog-proof'));
    const unreachable = await run(['receipt', 'countersign', 'r1.json', '--registry', 'http://127.0.0.1:1']);
    expect(unreachable.exit).toBe(EXIT.noEvidence);
  });

  it('is dated with a name only once somebody has read what becomes public, and meant it', async () => {
    const made = await createApiKey(registry, offering, { name: 'runs', scopes: ['declare'] });
    const reading = await createApiKey(registry, offering, { name: 'asks', scopes: ['read'] });
    if (!made.ok || !reading.ok) throw new Error('No key was made.');
    await write('lab.apikey', `${made.secret}\n`);
    await write('reading.apikey', reading.secret);
    const name = (who: string, ...argv: readonly string[]) =>
      run(['receipt', 'countersign', 'signed.json', '--registry', server.url, '--named', who, ...argv]);
    const size = await registry.store.log.size();
    const told = await name('terms.test', '--key-file', 'lab.apikey');
    expect(told).toEqual({ exit: EXIT.usage, printed: expect.stringContaining('Nothing was sent.') });
    expect(told.printed).toMatch(
      /for good:\n(?: .*\n)+ {2}Rows +2: 1 denied, 0 only on terms, 0 allowed, 1 unanswered\n/,
    );
    expect(told.printed).toMatch(/until you take it back:\n {2}Name +terms\.test\n/);
    expect(await name('not_a.host')).toMatchObject({ exit: EXIT.usage });
    expect(await name('terms.test', '--yes')).toMatchObject({ exit: EXIT.usage });
    for (const [who, keyFile, why] of [
      ['yes.test', 'lab.apikey', 'has not proved that yes.test is its own'],
      ['terms.test', 'reading.apikey', 'lacks the scope DECLARE'],
      ['terms.test', 'mine.key', 'none that is known was sent'],
    ] as const) {
      const refused = await name(who, '--key-file', keyFile, '--yes');
      expect({ who, ...refused }).toEqual({
        ...{ who, exit: EXIT.noEvidence },
        printed: expect.stringContaining(why),
      });
    }
    expect(await registry.store.log.size()).toBe(size);

    const sent = await name('terms.test', '--key-file', 'lab.apikey', '--yes');
    expect(sent).toEqual({ exit: EXIT.done, printed: expect.stringContaining('is in the log') });
    expect((await verify('signed.json', '--key', key())).printed).toMatch(
      /Dated +\d{4}-\S+, as leaf \d+ of /,
    );
    expect((await verify('signed.json', '--key', key())).printed).toMatch(
      /Public +size, uses and counts, and a name/,
    );
    const { rows } = await registry.store.namedRuns.builders({ first: 5 });
    expect(rows.map(({ row }) => row)).toMatchObject([
      { name: 'terms.test', isProven: true, runs: 1n, rows: 2n, denied: 1n },
    ]);
    const python = await runPython(['verify-receipt', 'signed.json', '--key', key()], folder);
    expect(python).toMatchObject({ exit: 0, out: expect.stringContaining('as leaf') });
  });

  it('becomes a page that asks nobody for anything, a section of a card and a record for lawyers', async () => {
    await write('r2.csv', csv([0, 1]));
    await run(['receipt', 'page', 'r1.json', '--out', 'r1.html']);
    const page = await read('r1.html');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/(src|href)=|@import|url\(|<script/);
    const card = await run(['report', 'card', 'r1.json']);
    expect(card.printed).toContain('| denied | 1 |');
    const legal = await run(['report', 'legal', 'r1.json']);
    expect(legal.printed).toContain('## What this does not show');
    expect(`${page}${card.printed}${legal.printed}`).not.toMatch(/cleared|complian/i);
  });
});

describe('terms that were accepted', () => {
  /** The clock of the registry here stands still. */
  const newest = () => ['--snapshot', snapshots.folder, '--max-age', '99999d'];
  const key = () => registry.log.keys.held()[0] ?? '';
  const accept = (...argv: readonly string[]) =>
    run(['terms', 'accept', '--use', 'train-ai', '--receipt-key', 'lab.key', '--key', key(), ...argv]);
  const kept = (...argv: readonly string[]) =>
    check('rows.csv', ...newest(), '--key', key(), '--accepted', 'accepted.ndjson', ...argv);
  const counts = async (...argv: readonly string[]) =>
    JSON.parse((await kept('--json', ...argv)).printed) as Record<string, unknown>;

  beforeAll(async () => {
    await write('rows.csv', csv(ALL));
    await check('rows.csv', '--conditional', 'offers.csv');
    await run(['receipt', 'key', '--name', 'lab.example/receipts', '--out', 'lab.key']);
  });

  it('keep nothing before the registry confirms them, and then what they cover, counted apart and never as allowed', async () => {
    const signed = await accept(
      ...newest(),
      '--offers',
      'offers.csv',
      '--name',
      'Example Lab',
      '--out',
      'accepted.ndjson',
    );
    expect(signed).toEqual({
      exit: EXIT.done,
      printed: expect.stringContaining('Licence  https://terms.test/l'),
    });
    expect(signed.printed).toContain('This moves no money');
    expect(await kept('--out', 'none.csv')).toEqual({
      exit: EXIT.noEvidence,
      printed: expect.stringContaining('was never confirmed by a registry'),
    });
    const sent = await run(['terms', 'send', 'accepted.ndjson', '--registry', server.url]);
    expect(sent).toEqual({ exit: EXIT.done, printed: expect.stringContaining('The registry confirmed 1') });
    const without = JSON.parse((await check('rows.csv', '--json')).printed) as object;
    const {
      kept: rows,
      accepted,
      answers,
    } = await counts('--out', 'with-terms.csv', '--receipt', 'terms.json');
    expect({ rows, accepted, answers }).toMatchObject({
      rows: KEPT.length + 1,
      accepted: 1,
      answers: { ALLOWED: 1, CONDITIONAL: 1 },
    });
    expect(without).toMatchObject({ kept: KEPT.length, accepted: 0 });
    expect(await read('with-terms.csv')).toBe(csv([1, 2, 3, 4, 5, 6, 7]));
    expect((await kept('--keep', 'allowed', '--out', 'only.csv')).printed).toContain(
      '1 of the rows kept are on terms that you accepted.',
    );
    expect(await read('only.csv')).toBe(csv([4, 6]));
    await write('strict.json', '{"version":1,"conditional":"drop"}');
    expect(await counts('--policy', 'strict.json')).toMatchObject({ accepted: 0, kept: KEPT.length });
  });

  it('are seen by whoever made the offer, with who accepted for what, and stand in the log by their digest alone', async () => {
    const page = await listAcceptances(registry, offering, undefined, { first: 5 });
    expect(page.rows.map(({ row }) => row.acceptance)).toMatchObject([
      {
        name: 'Example Lab',
        uses: ['train-ai'],
        terms: { credit: 'Zoë Maker', licenceUrl: 'https://terms.test/l' },
      },
    ]);
    const stranger = await signUp(registry);
    expect((await listAcceptances(registry, stranger, undefined, { first: 5 })).rows).toEqual([]);
    const [entry] = await registry.store.log.ofKind('acceptance');
    const text = new TextDecoder().decode(entry?.leaf);
    const [signer] = page.rows.map(({ row }) => row.acceptance.signer.split('+')[1]);
    expect(JSON.parse(text)).toEqual({
      v: 1,
      kind: 'acceptance',
      time: expect.any(String),
      digest: Buffer.from(page.rows[0]?.row.stored.digest ?? []).toString('hex'),
      signer,
    });
    // Sent again, it is proved anew and becomes no second leaf.
    await run(['terms', 'send', 'accepted.ndjson', '--registry', server.url]);
    expect(await registry.store.log.ofKind('acceptance')).toHaveLength(1);
  });

  it('stand in the receipt by their digests, and are verified with it', async () => {
    const verify = (...argv: readonly string[]) =>
      run(['receipt', 'verify', 'terms.json', '--key', key(), ...argv]);
    expect((await verify()).printed).toContain('NOT CHECKED: give them with --accepted');
    const { exit, printed } = await verify('--accepted', 'accepted.ndjson');
    expect({ exit, printed }).toEqual({
      exit: EXIT.done,
      printed: expect.stringMatching(/Accepted +\d{4}-\S+, by lab\.example\/receipts\+/),
    });
    expect(
      (await run(['receipt', 'verify', 'r1.json', '--key', key(), '--accepted', 'accepted.ndjson'])).exit,
    ).toBe(EXIT.noEvidence);
    await write('more.json', (await read('terms.json')).replace('"accepted":1', '"accepted":2'));
    expect((await run(['receipt', 'verify', 'more.json', '--key', key()])).exit).toBe(EXIT.noEvidence);
    const python = (file: string) => runPython(['verify-receipt', file, '--key', key()], folder);
    expect((await python('terms.json')).exit).toBe(EXIT.done);
    expect((await python('more.json')).exit).toBe(EXIT.noEvidence);
  });

  it.each([
    ['another signature', /("signature":"(?!A))./, '$1A', 'is not signed by'],
    ['other terms', 'Zoë Maker', 'Zoe Maker', 'is not signed by'],
    ['another statement', /"statement":"[0-9a-f]{8}/, '"statement":"00000000', 'is not signed by'],
    ['another use', '"uses":["train-ai"]', '"uses":["search"]', 'is not signed by'],
    ['a later version', '"version":1', '"version":2', 'Version 2 of acceptances is not known here'],
    [
      'a member that is not known',
      '"acceptance":{',
      '"acceptance":{"also":1,',
      '"/acceptance/also" is not known here',
    ],
    ['no proof', /,"proof":"(?:[^"\\]|\\.)*"/, '', 'was never confirmed by a registry'],
    ['a proof that was changed', /(index )\d+/, '$10', 'accepted.ndjson'],
    ['no whole line', /.{40}$/s, '', 'is no acceptance as it stands'],
  ])(
    'with %s are no evidence: the run ends with 3, and nothing is written',
    async (_what, from, to, told) => {
      const text = await read('accepted.ndjson');
      const changed = text.replace(from, to);
      expect(changed).not.toBe(text);
      await write('changed.ndjson', changed);
      const argv = [...newest(), '--key', key(), '--accepted', 'changed.ndjson', '--out', 'bad.csv'];
      const { exit, printed } = await check('rows.csv', ...argv);
      expect({ exit, printed }).toEqual({
        exit: EXIT.noEvidence,
        printed: expect.stringContaining(told.replace('accepted', 'changed')),
      });
      await expect(access(join(folder, 'bad.csv'))).rejects.toThrow();
    },
  );

  it('are accepted only with a key, of offers that stand, for uses that they speak of', async () => {
    const [statement = ''] = (await objects('accepted.ndjson')).map(
      ({ acceptance }) => (acceptance as { statement: string }).statement,
    );
    const by = (...argv: readonly string[]) => accept(...newest(), '--out', 'refused.ndjson', ...argv);
    expect(await by('ab'.repeat(32))).toEqual({
      exit: EXIT.noEvidence,
      printed: expect.stringContaining('Nothing was accepted'),
    });
    expect((await by(statement, '--use', 'search')).printed).toContain('does not contain search');
    expect((await by()).exit).toBe(EXIT.usage);
    expect((await by(statement, '--name', 'two\nlines')).exit).toBe(EXIT.usage);
    expect((await by(statement, '--receipt-key', 'none.key')).printed).toContain('assent receipt key');
    await expect(access(join(folder, 'refused.ndjson'))).rejects.toThrow();
    const forged = (await read('accepted.ndjson')).replace('Example Lab', 'Another Lab');
    const { acceptance } = JSON.parse(forged) as { acceptance: unknown };
    const answered = await fetch(`${server.url}/v1/acceptances`, {
      method: 'POST',
      body: JSON.stringify(acceptance),
    });
    expect({ status: answered.status, text: await answered.text() }).toEqual({
      status: 400,
      text: expect.stringContaining('not signed by the key'),
    });
  });

  it('lapse with the offer: what was withdrawn or said anew is a no again, and the report says so', async () => {
    const unused = await run([
      'check',
      'rows.csv',
      '--use',
      'search',
      ...newest(),
      '--key',
      key(),
      '--accepted',
      'accepted.ndjson',
    ]);
    expect(unused.printed).toContain('is for another use and keeps no row');
    await declareConsent(registry, offering, {
      kind: 'domain',
      address: 'terms.test',
      answers: [{ use: 'train-ai', preference: 'conditional' }],
      capacity: 'author',
      basis: 'own-right',
      ownWorks: true,
      terms: { credit: 'Zoë Maker', licenceUrl: 'https://terms.test/l2' },
    });
    await check('rows.csv');
    expect(await counts()).toMatchObject({
      accepted: 0,
      kept: KEPT.length,
      acceptances: { lapsed: [{ why: 'not-on-offer' }] },
    });
    expect((await kept()).printed).toContain('is of an offer that does not stand any more and keeps no row');
    const late = (await read('accepted.ndjson')).replace(/,"proof".*/, '}');
    await write('late.ndjson', late);
    // It was recorded while the offer stood, and is proved still.
    expect((await run(['terms', 'send', 'late.ndjson', '--registry', server.url])).exit).toBe(EXIT.done);
    await run(['receipt', 'key', '--name', 'late.example/receipts', '--out', 'late.key']);
    const again = await accept(
      ...newest(),
      '--offers',
      'offers.csv',
      '--receipt-key',
      'late.key',
      '--out',
      'again.ndjson',
    );
    expect(again).toEqual({ exit: EXIT.noEvidence, printed: expect.stringContaining('stands in') });
  });
});

describe('assent check, of a log in trouble', () => {
  it.each<LogTrouble>(['behind', 'forked'])(
    'ends with 3, says why and writes nothing while the log is %s',
    async (trouble) => {
      await write('rows.csv', csv(ALL));
      const log = await openTroubledLog(registry.store, registry.clock, trouble);
      const before = await readdir(folder);
      const { exit, printed } = await run(
        ['check', 'rows.csv', '--use', 'train-ai', '--out', 'never.csv', '--report', 'never.json', '--json'],
        { log },
      );
      expect(exit).toBe(EXIT.noEvidence);
      expect(exit).toBe(3);
      expect(printed).toBe(`${logReadOnly(trouble).message}\n`);
      expect(await readdir(folder)).toEqual(before);
      await expect(access(join(folder, 'never.csv'))).rejects.toThrow();
    },
  );

  it.each<LogTrouble>(['stopped', 'other-key'])(
    'answers while the log only takes no leaves (%s)',
    async (trouble) => {
      await write('one.csv', 'url\nhttps://maker.example/1.jpg\n');
      const log = await openTroubledLog(registry.store, registry.clock, trouble);
      const { exit, printed } = await run(['check', 'one.csv', '--use', 'train-ai'], { log });
      expect(exit).toBe(EXIT.done);
      expect(printed).toContain('100 % nobody has answered: not permission');
    },
  );
});

describe('a receipt, after its log has other keys', () => {
  it('verifies by the list of keys that the log signs now, which vouches for the key of then', async () => {
    const old = registry.log.keys.held()[0] ?? '';
    const key = await addLogKey(registry);
    await retireLogKey(registry, old);
    expect((await run(['receipt', 'verify', 'r2.json', '--key', key])).exit).toBe(EXIT.noEvidence);
    const keys = await (await fetch(`${server.url}/log/keys.json`)).text();
    await write('keys.json', keys);
    expect(await run(['receipt', 'verify', 'r2.json', '--key', key, '--keys', 'keys.json'])).toMatchObject({
      exit: EXIT.done,
    });
    const named = ['--named', 'terms.test', '--key-file', 'lab.apikey', '--yes'];
    expect(
      await run(['receipt', 'countersign', 'r2.json', '--registry', server.url, ...named]),
    ).toMatchObject({ exit: EXIT.done });
    await rm(join(folder, 'r2.json.tlog-proof'));
    // A list that a stranger made vouches for nothing.
    expect((await run(['receipt', 'verify', 'r2.json', '--keys', 'keys.json'])).exit).toBe(EXIT.noEvidence);
    await write('keys.json', keys.replace('"version":1', '"version":2'));
    expect((await run(['receipt', 'verify', 'r2.json', '--key', key, '--keys', 'keys.json'])).exit).toBe(
      EXIT.unreadableInput,
    );
  });

  it('verifies in Python alone as it does here, whether old, dated, changed or of another', async () => {
    const key = registry.log.keys.held()[0] ?? '';
    const python = (...argv: readonly string[]) =>
      runPython(['verify-receipt', ...argv, '--key', key], folder);
    await write('keys.json', await (await fetch(`${server.url}/log/keys.json`)).text());
    const dated = ['r1.json', '--keys', 'keys.json', '--file', 'r1.csv', 'r1-kept.csv'];
    const { exit, out, err } = await python(...dated);
    expect({ exit, err, out }).toMatchObject({ exit: EXIT.done, err: '' });
    expect(out).toMatch(/r1-kept\.csv is what was kept of r1\.csv\.\n.*\nDated \d{4}-\S+, as leaf \d+ of /);
    await write('changed.json', (await read('r1.json')).replace('"DENIED":1', '"DENIED":0'));
    for (const argv of [
      ['r1.json'],
      ['changed.json', '--keys', 'keys.json'],
      ['r1.json', '--keys', 'keys.json', '--file', 'r2.csv'],
      ['r2.json', '--keys', 'keys.json', '--proof', 'r1.json.tlog-proof'],
    ]) {
      expect({ argv, ...(await python(...argv)) }).toMatchObject({ argv, exit: EXIT.noEvidence, out: '' });
    }
  });
});
