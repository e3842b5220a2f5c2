import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import sharp from 'sharp';
import { SeededRandom } from '../../src/demo/seeded-random.js';
import { startEmbedding } from '../../src/vision/embedding-process.js';
import { writeColourClip } from '../support/colour-clip.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { type ModelHub, openModelHub } from '../support/model-hub.js';
import { npyFloats } from '../support/npy-array.js';
import {
  makeTestHome,
  runCommand,
  type ServerProcess,
  startServerProcess,
  type TestHome,
} from '../support/server-process.js';

const NAME = 'tests/colours';
type Colour = readonly [number, number, number];

/** What the works of the dataset look like. No caption says it. */
const COLOURS: Readonly<Record<string, Colour>> = {
  red: [255, 0, 0],
  green: [0, 255, 0],
  blue: [0, 0, 255],
  'dark red': [110, 0, 0],
  'dark green': [0, 100, 0],
  'dark blue': [0, 5, 115],
  'pale red': [255, 150, 155],
  'pale green': [150, 250, 150],
  'pale blue': [150, 155, 255],
  black: [0, 0, 0],
  white: [255, 255, 255],
};
/** Pairs of colour and words that stand nowhere in the model: it knows the single words alone. */
const HELD_OUT = ['dark red', 'dark green', 'pale blue'];
const HELD_OUT_TOO = ['dark blue', 'pale red', 'pale green'];
const EACH = 5;
const [WIDTH, HEIGHT] = [48, 32];

let scratch: string;
let hub: ModelHub;
let home: TestHome;
let server: ServerProcess;
let pictures: { name: string; rgb: Uint8Array }[];

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'assent-meaning-'));
  await writeColourClip(join(scratch, 'published'));
  hub = await openModelHub(NAME, join(scratch, 'published'));
  home = await makeTestHome({
    ASSENT_MEANING_MODEL: NAME,
    ASSENT_MODEL_HUB: 'http://hub.example',
    ASSENT_HOST_MAP: `hub.example=127.0.0.1:${hub.port}`,
  });
  server = await startServerProcess(home);
  const random = new SeededRandom('noise');
  pictures = Object.entries(COLOURS).flatMap(([name, colour]) =>
    Array.from({ length: EACH }, () => ({ name, rgb: noisy(colour, random) })),
  );
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await hub.close();
  await home.remove();
  await rm(scratch, { recursive: true });
});

function noisy(colour: Colour, random: SeededRandom): Uint8Array {
  return Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, at) =>
    Math.min(255, Math.max(0, (colour[at % 3] ?? 0) + random.integer(-20, 20))),
  );
}

const run = (...argv: string[]) => runCommand(home, ...argv);

async function post(
  path: string,
  body: unknown,
): Promise<{ status: number; headers: Headers; json: unknown }> {
  // As clip-retrieval's clients do: the body is text that happens to be JSON.
  const response = await fetch(`${server.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

const knn = (change: object) =>
  post('/knn-service', { modality: 'image', num_images: 5, indice_name: 'colours', ...change });

/** What the works look like that an answer names by their address. */
function looks(found: unknown): string[] {
  const rows = found as { url: string }[];
  return rows.map(({ url }) => pictures[Number(url.split('/').at(-1))]?.name ?? 'nothing');
}

function png(colour: Colour): Promise<Buffer> {
  const [r, g, b] = colour;
  return sharp({ create: { width: 40, height: 40, channels: 3, background: { r, g, b } } })
    .png()
    .toBuffer();
}

/** The folder of a clip-retrieval run over the works, whose vectors the pulled model makes. */
async function makeClipFolder(): Promise<string> {
  const folder = join(scratch, 'embeddings');
  await mkdir(folder);
  const embedder = await startEmbedding({
    folder: join(home.environment['ASSENT_DATA'] ?? '', 'models', NAME),
    name: NAME,
    revision: hub.commit,
  });
  const vectors = await embedder.pictures(pictures.map(({ rgb }) => ({ rgb, width: WIDTH, height: HEIGHT })));
  await embedder.close();
  await writeFile(join(folder, 'img_emb_0.npy'), npyFloats(vectors.map((vector) => [...vector])));
  const connection = await (await DuckDBInstance.create()).connect();
  // The last white work is called unsafe.
  await connection.run(
    `COPY (SELECT 'https://works.example/' || i AS url, 'plate ' || i AS caption,
                  CASE WHEN i = ${pictures.length - 1} THEN 0.9 ELSE 0.1 END AS punsafe
             FROM range(${pictures.length}) r(i)) TO '${join(folder, 'metadata_0.parquet')}' (FORMAT parquet)`,
  );
  connection.closeSync();
  return folder;
}

describe('search by meaning, from the weights on', () => {
  it('says before there are weights how to get them, and that everything else works', async () => {
    const { exit, stderr } = await run('search', '--meaning', 'dark red');
    expect(exit).toBe(2);
    expect(stderr).toContain('it has no config.json');
    expect(stderr).toContain(`assent models pull ${NAME}`);
    expect((await run('models', 'list')).stdout).toContain('Xenova/clip-vit-large-patch14  not here');
    expect((await run('doctor')).stdout).toMatch(/Meaning +The model in .* cannot be used/);
    expect((await run('search', 'anything')).exit).toBe(0);
    const { registry } = await new GraphqlClient(server.url).ask<{ registry: { meaning: object } }>(
      '{ registry { meaning { state model nextStep } } }',
    );
    expect(registry.meaning).toMatchObject({ state: 'NO_WEIGHTS', model: NAME });
  });

  it('is ready once the model is pulled, without a new start', async () => {
    expect(hub.asked).toEqual([]);
    const { exit, stdout } = await run('models', 'pull', NAME);
    expect(exit).toBe(0);
    expect(stdout).toContain(`${NAME}, revision ${hub.commit}`);
    expect((await run('models', 'list')).stdout).toContain(`${NAME}  at work; revision ${hub.commit}`);
    expect((await run('search', '--meaning', 'dark red')).stderr).toContain(
      `No row here has a vector of ${NAME}`,
    );
  });

  it('takes the vectors of a folder of clip-retrieval', async () => {
    const folder = await makeClipFolder();
    const model = ['--model', NAME, '--model-revision', hub.commit];
    const { exit, stdout } = await run('ingest', folder, '--dataset', 'colours', ...model);
    expect(exit).toBe(0);
    expect(stdout).toContain(`${pictures.length} vectors added`);
  });

  it.each(HELD_OUT)('finds what is %s by these words, which nobody told it', async (words) => {
    const { stdout } = await run(
      'search',
      '--meaning',
      `a ${words} picture`,
      '--limit',
      String(EACH),
      '--json',
    );
    const { matches } = JSON.parse(stdout) as {
      matches: { url: string; similarity: number; method: string }[];
    };
    expect(looks(matches)).toEqual(Array<string>(EACH).fill(words));
    expect(new Set(matches.map(({ method }) => method))).toEqual(new Set(['exact']));
  });

  it('prints how near each is and how it was found', async () => {
    const { stdout } = await run('search', '--meaning', 'blue', '--limit', '1');
    expect(stdout).toMatch(
      /^plate 1\d\n {2}https:\/\/works\.example\/1\d\n {2}colours {2}meaning [01]\.\d{3}, compared with/,
    );
    expect(stdout).toContain(
      `The 1 nearest by ${NAME}, ${hub.commit}; searched 55 vectors of 55 rows in colours.`,
    );
  });

  it('finds through the API what is like an entry, itself first', async () => {
    const api = new GraphqlClient(server.url);
    const { searchByMeaning: byWords } = await api.ask<{
      searchByMeaning: { matches: { entry: { id: string } }[] };
    }>(
      `{ searchByMeaning(input: { words: "pale green" }, first: 1) {
           ... on MeaningMatches { matches { entry { id } } } } }`,
    );
    const id = byWords.matches[0]?.entry.id ?? '';
    const { searchByMeaning: found } = await api.ask<{
      searchByMeaning: {
        model: string;
        matches: { similarity: number; entry: { id: string; url: string } }[];
      };
    }>(
      `query($id: ID!) { searchByMeaning(input: { entry: $id }, first: ${EACH}) {
           ... on MeaningMatches { model vectorsSearched matches { similarity method entry { id url } } } } }`,
      { id },
    );
    expect(found.model).toBe(NAME);
    expect(found.matches[0]?.entry.id).toBe(id);
    expect(looks(found.matches.map(({ entry }) => entry))).toEqual(Array<string>(EACH).fill('pale green'));
  });
});

interface Together {
  readonly ways: readonly { readonly way: string; readonly obstacle: unknown }[];
  readonly matches: readonly {
    readonly url: string;
    readonly reasons: readonly { readonly way: string }[];
  }[];
}

describe('a search in every way', () => {
  it('makes one list of words, likeness and meaning, and says of each row why it is there', async () => {
    const file = join(scratch, 'asked.png');
    await writeFile(file, await png([110, 0, 0]));
    const { stdout } = await run('search', 'plate', '--image', file, '--limit', '5', '--json');
    const { ways, matches } = JSON.parse(stdout) as Together;
    expect(ways.map(({ way, obstacle }) => [way, obstacle])).toEqual(
      ['words', 'meaning-of-words', 'likeness', 'meaning-of-picture'].map((way) => [way, null]),
    );
    expect(matches).toHaveLength(5);
    for (const { reasons } of matches) expect(reasons.map(({ way }) => way)).toContain('words');
    const byMeaning = matches.flatMap(({ url, reasons }) =>
      reasons.filter(({ way }) => way === 'meaning-of-picture').map((reason) => ({ url, reason })),
    );
    expect(byMeaning[0]?.reason).toMatchObject({
      similarity: expect.any(Number),
      meaning: 'nearly-the-same',
    });
    const table = (await run('search', 'dark red', '--together', '--limit', '3')).stdout;
    expect(table).toMatch(/because of meaning of the words: place 1, [01]\.\d{3}\n/);
    expect(table).toContain('By meaning of the words:');
  });

  it('calls pictures that are farther than a cosine of 0.94 similar, and no more', async () => {
    const api = new GraphqlClient(server.url);
    const { searchByMeaning: near } = await api.ask<{
      searchByMeaning: { matches: { entry: { id: string } }[] };
    }>(
      `{ searchByMeaning(input: { words: "pale green" }, first: 1) { ... on MeaningMatches { matches { entry { id } } } } }`,
    );
    const { entry } = await api.ask<{
      entry: {
        similar: {
          entry: { url: string };
          reasons: { way: string; meaning: string; similarity: number }[];
        }[];
      };
    }>(
      `query($id: ID!) { entry(id: $id) { similar(first: 20) { entry { url } reasons { way meaning similarity } } } }`,
      { id: near.matches[0]?.entry.id },
    );
    expect(entry.similar).toHaveLength(20);
    expect(looks(entry.similar.slice(0, 4).map((each) => each.entry))).toEqual(
      Array<string>(4).fill('pale green'),
    );
    for (const [reason] of entry.similar.map(({ reasons }) => reasons)) {
      expect(reason?.way).toBe('MEANING_OF_PICTURE');
      expect(reason?.meaning).toBe((reason?.similarity ?? 1) < 0.94 ? 'SIMILAR' : 'NEARLY_THE_SAME');
    }
    expect(entry.similar.at(-1)?.reasons[0]?.meaning).toBe('SIMILAR');
  });

  it('looks at candidates that nobody had looked at, keeps what they are recognised by, and says so', async () => {
    const bars = [200, 30, 90, 160, 60, 230, 10, 120];
    const shapes = bars.map(
      (hue, at) =>
        `<rect x="${at * 20}" y="${(hue % 7) * 9}" width="17" height="${60 + (hue % 5) * 12}" fill="hsl(${hue},70%,${25 + at * 7}%)"/>`,
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="120">${shapes.join('')}</svg>`;
    const picture = await sharp(Buffer.from(svg)).flatten({ background: 'white' }).png().toBuffer();
    hub.files.set('/pictures/bars.png', picture);
    const table = join(scratch, 'unseen.csv');
    await writeFile(table, 'url,caption\nhttp://hub.example/pictures/bars.png,bars of an unseen kind\n');
    await run('ingest', table, '--dataset', 'unseen');
    const file = join(scratch, 'bars.jpg');
    await writeFile(file, await sharp(picture).jpeg().toBuffer());
    const search = async () =>
      JSON.parse(
        (await run('search', 'unseen', '--image', file, '--dataset', 'unseen', '--json')).stdout,
      ) as {
        looked: object;
        matches: { reasons: object[] }[];
      };
    const first = await search();
    expect(first.looked).toEqual({ read: 1, missed: 0, left: 0 });
    expect(first.matches[0]?.reasons).toContainEqual(
      expect.objectContaining({ way: 'likeness', kind: 'same-picture' }),
    );
    expect((await search()).looked).toEqual({ read: 0, missed: 0, left: 0 });
  });

  it('keeps a vector beside the fingerprint of each picture that is looked at while meaning is on', async () => {
    hub.files.set('/pictures/pale.png', await png([150, 250, 150]));
    const table = join(scratch, 'fetched.csv');
    await writeFile(table, 'url,caption\nhttp://hub.example/pictures/pale.png,one\n');
    await run('ingest', table, '--dataset', 'fetched');
    const { stdout } = await run('fingerprint', 'fetched', '--pause', '0');
    expect(stdout).toContain('1 vectors kept beside, for search by meaning');
    expect((await run('fingerprint', 'fetched', '--vectors')).stdout).toMatch(
      /^fetched: 0 pictures looked at[^]*every picture that was looked at has a vector now\n$/,
    );
    const found = await run('search', '--meaning', 'pale green', '--dataset', 'fetched', '--json');
    expect(JSON.parse(found.stdout)).toMatchObject({ matches: [{ caption: 'one' }] });
    await run('dataset', 'drop', 'fetched', '--yes');
    await run('dataset', 'drop', 'unseen', '--yes');
  });
});

/** The body and headers of `requests.post(url, data=json.dumps(…))`: nothing says that it is JSON, and it is ASCII. */
async function asPythonClient(fields: Readonly<Record<string, unknown>>): Promise<unknown> {
  const ascii = (value: unknown): string =>
    JSON.stringify(value).replaceAll(
      /[\u007f-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  const body = `{${Object.entries(fields)
    .map(([name, value]) => `${ascii(name)}: ${ascii(value)}`)
    .join(', ')}}`;
  const headers = {
    'User-Agent': 'python-requests/2.31.0',
    'Accept-Encoding': 'gzip, deflate',
    Accept: '*/*',
    Connection: 'keep-alive',
    'Content-Length': String(Buffer.byteLength(body)),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}/knn-service`, { method: 'POST', headers }, (response) => {
      json(response).then(resolve, reject);
    });
    sent.on('error', reject).end(body);
  });
}

describe('the back end of clip-retrieval', () => {
  it('answers every field that its Python client sends, byte for byte as it sends them, with what that reads', async () => {
    // ClipClient's own defaults, in the order in which it writes them.
    const defaults = {
      ...{ text: null, image: null, image_url: null, embedding_input: null, deduplicate: true },
      ...{ use_safety_model: true, use_violence_detector: true, indice_name: 'colours', use_mclip: false },
      ...{ aesthetic_score: 9, aesthetic_weight: 0.5, modality: 'image', num_images: 3, num_result_ids: 3 },
    };
    const file = (await png([110, 0, 0])).toString('base64');
    hub.files.set('/pictures/dark.png', await png([110, 0, 0]));
    const vector = [-0.8, -0.8, -0.8, -0.8, 0.1, -0.1, 0.1, -0.1];
    const questions = [
      { text: 'dark red — ‘träumend’ 🎨' },
      { image: file },
      { image_url: 'http://hub.example/pictures/dark.png' },
      { embedding_input: vector },
    ];
    for (const question of questions) {
      const rows = (await asPythonClient({ ...defaults, ...question })) as Record<string, unknown>[];
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(Number.isSafeInteger(row['id'])).toBe(true);
        expect(row).toMatchObject({
          similarity: expect.any(Number),
          caption: expect.stringMatching(/^plate/),
        });
        expect(row['url']).toMatch(/^https:/);
      }
    }
    expect(await asPythonClient({ ...defaults, indice_name: 'laion_400m', text: 'red' })).toEqual({
      error: expect.stringContaining('/indices-list'),
    });
  });

  it('names the datasets that have vectors, to pages of any site', async () => {
    const response = await fetch(`${server.url}/indices-list`);
    expect(await response.json()).toEqual(['colours']);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    const asked = await fetch(`${server.url}/knn-service`, { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([204, 'Content-Type']);
  });

  it('finds by text, and gives columns to as many as were asked for', async () => {
    const { status, json } = await knn({
      text: 'dark blue',
      num_images: 2,
      num_result_ids: 4,
      indice_name: null,
    });
    expect(status).toBe(200);
    const rows = json as Record<string, unknown>[];
    expect(rows).toHaveLength(4);
    expect(looks(rows.slice(0, 2))).toEqual(['dark blue', 'dark blue']);
    expect(Object.keys(rows[0] ?? {})).toEqual(['id', 'similarity', 'url', 'caption', 'punsafe']);
    expect(Object.keys(rows[2] ?? {})).toEqual(['id', 'similarity']);
  });

  it('finds the other colours by words that nobody told it', async () => {
    for (const words of HELD_OUT_TOO) {
      const { json } = await knn({ text: words });
      expect(looks(json)).toEqual(Array<string>(EACH).fill(words));
    }
  });

  it('tells the columns of others by their numbers, in the order asked', async () => {
    const { json } = await post('/metadata', { ids: [7, 3, 999], indice_name: 'colours' });
    expect(json).toEqual([
      { id: 7, metadata: expect.objectContaining({ url: 'https://works.example/7', caption: 'plate 7' }) },
      { id: 3, metadata: expect.objectContaining({ url: 'https://works.example/3' }) },
    ]);
    expect((await post('/metadata', { ids: [], indice_name: 'colours' })).json).toEqual([]);
  });

  it('finds by a picture that is sent, by one at an address, and by a vector', async () => {
    const sent = await knn({ image: (await png([115, 0, 0])).toString('base64') });
    expect(looks(sent.json)).toEqual(Array<string>(5).fill('dark red'));
    hub.files.set('/pictures/green.png', await png([0, 105, 0]));
    const fetched = await knn({ image_url: 'http://hub.example/pictures/green.png' });
    expect(looks(fetched.json)).toEqual(Array<string>(5).fill('dark green'));
    const vector = [-1, 0, -1, 0, 1.1, 0.9, -0.9, -1.1].map((value) => value * 1e6);
    const byVector = await knn({ embedding_input: vector });
    expect(new Set(looks(byVector.json))).toEqual(new Set(['blue']));
  });

  it('shows a hidden row only to who switches the safety model off in so many words', async () => {
    const hidden = pictures.length - 1;
    const rows = async (more: object) => (await knn({ text: 'pale', num_images: 100, ...more })).json;
    expect(await rows({})).toHaveLength(pictures.length - 1);
    expect(await rows({ use_safety_model: true })).toHaveLength(pictures.length - 1);
    expect(await rows({ use_safety_model: false })).toHaveLength(pictures.length);
    const row = { ids: [hidden], indice_name: 'colours' };
    expect((await post('/metadata', row)).json).toEqual([]);
    expect((await post('/metadata', { ...row, use_safety_model: false })).json).toHaveLength(1);
  });

  it.each([
    ['an address inside', { image_url: `http://127.0.0.1:1/x.png` }, 400, /address|port/],
    ['a picture that is none', { image: 'AAAA' }, 400, /picture|file/i],
    ['nothing to start from', {}, 400, 'Give "text"'],
    ['captions', { text: 'x', modality: 'text' }, 400, '"modality" is "image"'],
    ['a vector of another length', { embedding_input: [1, 2] }, 400, '8 numbers'],
    ['an index that is not there', { text: 'x', indice_name: 'laion5B' }, 404, '/indices-list'],
  ] as const)('refuses %s, and says why', async (_what, change, status, why) => {
    const answer = await knn(change);
    expect(answer.status).toBe(status);
    expect((answer.json as { error: string }).error).toMatch(why);
  });
});
