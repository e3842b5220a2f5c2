import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { demoEntries } from '../../src/demo/demo-catalogue.js';
import { demoPictureFor } from '../../src/demo/demo-picture-source.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { npyArray, npyFloats } from '../support/npy-array.js';
import {
  makeTestHome,
  type Ran,
  runCommand,
  type ServerProcess,
  startServerProcess,
  type TestHome,
} from '../support/server-process.js';
import { tarArchive } from '../support/tar-archive.js';

let home: TestHome;
let server: ServerProcess;
let api: GraphqlClient;

beforeAll(async () => {
  home = await makeTestHome();
  server = await startServerProcess(home);
  api = new GraphqlClient(server.url);
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await home.remove();
});

const made = (name: string) => join(home.folder, name);
const run = (...argv: string[]): Promise<Ran> => runCommand(home, ...argv);

interface Facts {
  readonly rowsHeld: string;
  readonly isOpen: boolean;
  readonly medium: string;
  readonly publisher: string | null;
  readonly release: string | null;
  readonly vectors: readonly unknown[];
  readonly files: { readonly edges: readonly { readonly node: { readonly name: string } }[] };
}

async function factsOf(slug: string): Promise<Facts | null> {
  const { dataset } = await api.ask<{ dataset: Facts | null }>(
    `query($slug: String!) { dataset(slug: $slug) {
       rowsHeld isOpen medium publisher release vectors { model revision dimensions rows }
       files { edges { node { name } } }
     } }`,
    { slug },
  );
  return dataset;
}

async function parquet(name: string, select: string): Promise<string> {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`COPY (${select}) TO '${made(name)}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
  connection.closeSync();
  return made(name);
}

async function demoPicture(number: number): Promise<Buffer> {
  return Buffer.from((await demoPictureFor(demoEntries()[number]?.url ?? '')) ?? []);
}

describe('ingesting by the command line', () => {
  it('says which column it takes for what, and on a dry run does no more', async () => {
    const file = await parquet(
      'aesthetics.parquet',
      `SELECT 'https://a.example/' || i AS "URL", 'boat ' || i AS "TEXT", 640.0 AS "WIDTH", 480.0 AS "HEIGHT",
              0.3 AS similarity, 0.01 AS punsafe, 0.2 AS pwatermark, 6.5 AS "AESTHETIC_SCORE", i AS hash
         FROM range(3) r(i)`,
    );
    const { exit, stdout } = await run('ingest', file, '--dataset', 'dry', '--dry-run');
    expect(exit).toBe(0);
    expect(stdout).toContain('3 rows; laid out as LAION aesthetics v2; columns: url ← URL, caption ← TEXT');
    expect(stdout).toContain('aesthetic ← AESTHETIC_SCORE');
    expect(stdout).toContain('kept as they come: hash');
    expect(await factsOf('dry')).toBeNull();
  });

  it('loads a folder of shards with the pictures that could not be fetched, and keeps what it rejects', async () => {
    await mkdir(made('shards'));
    const sample = (key: string, url: string) => [
      { name: `${key}.jpg`, data: Buffer.alloc(2_000, key) },
      {
        name: `${key}.json`,
        data: JSON.stringify({ url, caption: `cup ${key}`, key, status: 'success', sha256: 'ab'.repeat(32) }),
      },
    ];
    await writeFile(
      made('shards/00000.tar'),
      tarArchive([...sample('000000000', 'https://b.example/0.jpg'), ...sample('000000001', 'no address')]),
    );
    await parquet(
      'shards/00000.parquet',
      `SELECT * FROM (VALUES ('https://b.example/0.jpg', 'cup 000000000', 'success'),
                             ('https://b.example/2.jpg', 'cup 2', 'failed_to_download')) t(url, caption, status)`,
    );
    const { exit, stdout } = await run(
      'ingest',
      made('shards'),
      '--dataset',
      'shards',
      '--publisher',
      'A lab',
    );
    expect(exit).toBe(0);
    expect(stdout).toContain('00000.tar: 3 rows read, 2 added, 0 already held, 1 rejected.');
    const [, kept = ''] = /rejected rows are kept in (.*)\n/.exec(stdout) ?? [];
    expect(JSON.parse(await readFile(kept, 'utf8'))).toMatchObject({
      row: 2,
      reason: 'not-a-url',
      cells: { url: 'no address', caption: 'cup 000000001' },
    });
    expect(await factsOf('shards')).toMatchObject({
      rowsHeld: '2',
      isOpen: true,
      medium: 'IMAGE',
      publisher: 'A lab',
      files: { edges: [{ node: { name: '00000.tar' } }] },
    });
    expect((await run('search', 'cup')).stdout).toContain('https://b.example/2.jpg');
  });

  it('looks at the pictures of a shard, by which they are found from then on, over HTTP as well', async () => {
    const [one, other] = await Promise.all([demoPicture(7), demoPicture(150)]);
    await writeFile(
      made('pictures.tar'),
      tarArchive([
        { name: '0.json', data: JSON.stringify({ url: 'https://p.example/0.png', caption: 'one' }) },
        { name: '0.png', data: one },
        { name: '1.json', data: JSON.stringify({ url: 'https://p.example/1.png', caption: 'other' }) },
        { name: '1.png', data: other },
        { name: '2.json', data: JSON.stringify({ url: 'https://p.example/2.png', caption: 'none' }) },
        { name: '2.jpg', data: 'no picture at all' },
      ]),
    );
    const loaded = await run('ingest', 'pictures.tar', '--dataset', 'pictures');
    expect(loaded.stdout).toContain('3 rows; 3 pictures; columns: ');
    const copy = await sharp(other).flop().jpeg({ quality: 70 }).toBuffer();
    await writeFile(made('copy.jpg'), copy);
    const found = await run('search', '--image', 'copy.jpg', '--dataset', 'pictures');
    expect(found.stdout).toMatch(/^the same picture \(\d+ of 256 bits differ.*; mirrored\)\n {2}other\n/);
    expect(found.stdout).toContain('2 of 3 rows in ');
    const { dataset } = await api.ask<{ dataset: { pictures: unknown } }>(
      `{ dataset(slug: "pictures") { pictures { read missed } } }`,
    );
    expect(dataset.pictures).toEqual({ read: '2', missed: '1' });

    const send = (path: string, type: string, body: Uint8Array) =>
      fetch(`${server.url}/search/picture${path}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: body as Uint8Array<ArrayBuffer>,
      });
    const answer = await send('?dataset=pictures&first=1', 'application/octet-stream', copy);
    expect(await answer.json()).toMatchObject({
      picture: { isPlain: false },
      matches: [
        { entry: expect.stringMatching(/^pictures:/), likeness: 'SAME_PICTURE', orientation: 'MIRRORED' },
      ],
      searched: { datasets: ['pictures'], rowsHeld: '3', rowsFingerprinted: '2' },
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const together = await fetch(`${server.url}/search/together?dataset=pictures&words=domain:p.example`, {
      method: 'POST',
      headers: { 'content-type': 'image/jpeg' },
      body: copy as Uint8Array<ArrayBuffer>,
    });
    expect(await together.json()).toMatchObject({
      matches: [
        {
          entry: expect.stringMatching(/^pictures:/),
          reasons: [
            { way: 'WORDS', rank: expect.any(Number), likeness: null },
            { way: 'LIKENESS', rank: 1, likeness: 'SAME_PICTURE', orientation: 'MIRRORED', similarity: null },
          ],
        },
        { reasons: [{ way: 'WORDS' }] },
        { reasons: [{ way: 'WORDS' }] },
      ],
      ways: [
        { way: 'WORDS', found: 3, obstacle: null },
        { way: 'LIKENESS', found: 1 },
        { way: 'MEANING_OF_PICTURE', found: 0, obstacle: expect.any(String), nextStep: expect.any(String) },
      ],
      searched: { datasets: ['pictures'], rowsHeld: '3' },
    });
    expect(together.headers.get('cache-control')).toBe('no-store');
    const refused = await Promise.all([
      send('', 'text/plain', copy),
      send('', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
      send('', 'image/png', Buffer.alloc(10_000_002)),
      send('?first=1000', 'image/jpeg', copy),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([415, 422, 413, 400]);
    expect(await refused[1].json()).toMatchObject({
      error: {
        code: 'PICTURE_REFUSED',
        reason: 'format-unsupported',
        nextStep: expect.stringContaining('PNG'),
      },
    });
  });

  it('loads a folder of clip-retrieval once it is told what made the vectors', async () => {
    await mkdir(made('clip'));
    await writeFile(
      made('clip/img_emb_0.npy'),
      npyFloats([
        [1, 0],
        [0, 1],
        [NaN, 0],
      ]),
    );
    await parquet(
      'clip/metadata_0.parquet',
      `SELECT 'https://c.example/' || i AS url, 'jar' AS caption FROM range(3) r(i)`,
    );
    const nameless = await run('ingest', made('clip'), '--dataset', 'clip');
    expect(nameless.exit).toBe(2);
    expect(nameless.stderr).toContain('--model ViT-B/32 --model-revision openai');
    const model = ['--model', 'ViT-B/32', '--model-revision', 'openai'];
    const { exit, stdout } = await run('ingest', made('clip'), '--dataset', 'clip', ...model);
    expect(exit).toBe(0);
    expect(stdout).toContain('2 vectors added');
    expect(stdout).toContain('1 rows are held without a vector');
    expect(await factsOf('clip')).toMatchObject({
      rowsHeld: '3',
      vectors: [{ model: 'ViT-B/32', revision: 'openai', dimensions: 2, rows: '2' }],
    });
  });

  it('leaves nothing of a file that is damaged, wherever the damage is', async () => {
    const url = (i: number) => `https://d.example/${i}.jpg`;
    const lines = Array.from({ length: 30_000 }, (_, i) => `${url(i)},caption ${i}`);
    const packed = gzipSync(`url,text\n${lines.join('\n')}\n`);
    const whole = await readFile(
      await parquet(
        'whole.parquet',
        `SELECT 'https://d.example/' || i AS url, random()::VARCHAR AS text FROM range(20000) r(i)`,
      ),
    );
    await mkdir(made('bad/objects'), { recursive: true });
    await writeFile(
      made('bad/objects/img_emb_0.npy'),
      npyArray(new Uint8Array(16), { descr: "'|O'", shape: '(2, 1)' }),
    );
    await parquet(
      'bad/objects/metadata_0.parquet',
      `SELECT 'https://d.example/' || i AS url FROM range(2) r(i)`,
    );
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, Math.floor(whole.length * 0.6), Math.floor(whole.length * 0.7));
    const files: Readonly<Record<string, Buffer>> = {
      'cut.csv.gz': packed.subarray(0, Math.floor(packed.length / 2)),
      'cut.parquet': whole.subarray(0, Math.floor(whole.length / 2)),
      'damaged.parquet': damaged,
      'climbing.tar': tarArchive([{ name: '../../etc/cron.d/x', data: 'x' }]),
    };
    for (const [name, bytes] of Object.entries(files)) await writeFile(made(`bad/${name}`), bytes);
    const model = ['--model', 'm', '--model-revision', '1'];
    for (const name of [...Object.keys(files), 'objects']) {
      const { exit, stderr } = await run('ingest', made(`bad/${name}`), '--dataset', 'damaged', ...model);
      expect({ name, exit }).toEqual({ name, exit: 4 });
      expect(stderr).toContain(made(`bad/${name}`));
      expect(await factsOf('damaged')).toBeNull();
    }
  });

  it('keeps the files before a damaged one, whole and open', async () => {
    await writeFile(made('good.csv'), 'audio_url,title,artist\nhttps://e.example/1.mp3,A song,Somebody\n');
    const { exit } = await run('ingest', made('good.csv'), made('bad/cut.parquet'), '--dataset', 'half');
    expect(exit).toBe(4);
    expect(await factsOf('half')).toMatchObject({ rowsHeld: '1', isOpen: true, medium: 'AUDIO' });
  });
});

describe('datasets by the command line', () => {
  it('are listed, described anew, and dropped with all they hold, once that is meant', async () => {
    await writeFile(made('few.tsv'), 'url\ttext\nhttps://f.example/1.jpg\ta kite\n');
    await run('ingest', made('few.tsv'), '--dataset', 'few', '--rows-published', '4000');
    expect((await run('dataset', 'list')).stdout).toContain('few  1 rows of 4,000 published  few\n');
    expect((await run('dataset', 'set', 'few', '--release', '2026-11', '--medium', 'text')).exit).toBe(0);
    expect(await factsOf('few')).toMatchObject({ release: '2026-11', medium: 'TEXT' });

    const asked = await run('dataset', 'drop', 'few');
    expect(asked.exit).toBe(2);
    expect(asked.stderr).toContain('few holds 1 rows. To remove it, repeat with --yes.');
    expect((await run('search', 'kite')).stdout).toContain('f.example');
    const dropped = await run('dataset', 'drop', 'few', '--yes');
    expect(dropped.stdout).toBe('Removed few with 1 rows.\n');
    expect((await run('search', 'kite')).stdout).not.toContain('f.example');
    const again = await run('dataset', 'drop', 'few', '--yes');
    expect([again.exit, again.stderr]).toEqual([2, expect.stringContaining('There is no such dataset')]);
  });
});
