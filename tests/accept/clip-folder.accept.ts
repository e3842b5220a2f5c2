import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { startEmbedding } from '../../src/vision/embedding-process.js';
import { writeColourClip } from '../support/colour-clip.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { npyFloats } from '../support/npy-array.js';
import {
  makeTestHome,
  runCommand,
  type ServerProcess,
  startServerProcess,
  type TestHome,
} from '../support/server-process.js';

const data = process.env['ASSENT_ACCEPT_DATA'] ?? '';
const MODEL = { name: 'colours', revision: '1' };
const EDGE = 48;
const NEAREST = 8;
/** Half floats have eleven digits of two. */
const ROUNDING = 0.002;
/** Works that are asked about: every so many-eth. */
const STEP = 29;

interface Work {
  readonly url: string;
  readonly file: string;
  readonly vector: readonly number[];
}

interface Found {
  readonly url: string;
  readonly similarity: number;
}

/** The 600 works as clip-retrieval lays them out, with vectors of the suites' own CLIP. */
describe('a clip-retrieval folder of published works', () => {
  let scratch: string;
  let home: TestHome;
  let server: ServerProcess;
  let works: readonly Work[];

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'assent-clip-'));
    const model = join(scratch, 'model');
    await writeColourClip(model);
    works = await readWorks(model);
    home = await makeTestHome({
      ASSENT_MEANING_MODEL: model,
      ASSENT_MEANING_VECTORS: `${MODEL.name}@${MODEL.revision}`,
    });
    server = await startServerProcess(home);
  });

  afterAll(async () => {
    await server.stop();
    await home.remove();
    await rm(scratch, { recursive: true });
  });

  async function readWorks(model: string): Promise<Work[]> {
    const shard = join(scratch, 'shard');
    await mkdir(shard);
    execFileSync('tar', ['-xf', join(data, 'openclipart-600.tar'), '-C', shard]);
    const files = (await readdir(shard, { recursive: true })).filter((name) => name.endsWith('.jpg')).sort();
    const pictures = [];
    for (const file of files) {
      const rgb = await sharp(join(shard, file))
        .resize(EDGE, EDGE, { fit: 'fill' })
        .flatten({ background: 'white' })
        .toColourspace('srgb')
        .removeAlpha()
        .raw()
        .toBuffer();
      pictures.push({ rgb: new Uint8Array(rgb), width: EDGE, height: EDGE });
    }
    const embedder = await startEmbedding({ folder: model, ...MODEL });
    const vectors: Float32Array[] = [];
    for (let from = 0; from < pictures.length; from += 50)
      vectors.push(...(await embedder.pictures(pictures.slice(from, from + 50))));
    await embedder.close();
    return Promise.all(
      files.map(async (file, at) => {
        const facts = JSON.parse(await readFile(join(shard, file.replace(/jpg$/, 'json')), 'utf8')) as {
          url: string;
        };
        return { url: facts.url, file: join(shard, file), vector: [...(vectors[at] ?? [])] };
      }),
    );
  }

  /** The similarities of the nearest by comparing with every vector here, the work itself first. */
  function nearestHere(work: Work): number[] {
    return works
      .map(({ vector }) => cosine(vector, work.vector))
      .sort((one, other) => other - one)
      .slice(0, NEAREST);
  }

  function expectNearest(found: readonly Found[], work: Work): void {
    const wanted = nearestHere(work);
    expect(found).toHaveLength(NEAREST);
    for (const [at, { url, similarity }] of found.entries()) {
      expect(Math.abs(similarity - (wanted[at] ?? 2))).toBeLessThan(ROUNDING);
      const named = works.find((each) => each.url === url);
      expect(Math.abs(similarity - cosine(named?.vector ?? [], work.vector))).toBeLessThan(ROUNDING);
    }
  }

  const asked = () => works.filter((_, at) => at % STEP === 0);

  it('loads by one command, each vector with its row', async () => {
    const folder = join(scratch, 'embeddings');
    await mkdir(folder);
    await writeFile(join(folder, 'img_emb_0.npy'), npyFloats(works.map(({ vector }) => vector)));
    const rows = join(scratch, 'rows.ndjson');
    const lines = works.map(({ url, file }) => JSON.stringify({ url, caption: url, image_path: file }));
    await writeFile(rows, lines.join('\n'));
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(
      `COPY (SELECT * FROM read_json('${rows}')) TO '${join(folder, 'metadata_0.parquet')}' (FORMAT parquet)`,
    );
    connection.closeSync();
    const { exit, stdout } = await runCommand(
      home,
      ...['ingest', folder, '--dataset', 'works'],
      ...['--model', MODEL.name, '--model-revision', MODEL.revision],
    );
    expect(exit).toBe(0);
    expect(stdout).toContain('600 vectors added');
  });

  it('gives a work’s nearest entries on the command line', async () => {
    const [first] = asked();
    if (!first) throw new Error('There are works.');
    const found = await runCommand(home, 'search', `url:${first.url}`, '--json', '--limit', '1');
    const { entries } = JSON.parse(found.stdout) as { entries: { id: string }[] };
    const { stdout } = await runCommand(
      home,
      ...['search', '--like', entries[0]?.id ?? '', '--limit', String(NEAREST), '--json'],
    );
    expectNearest((JSON.parse(stdout) as { matches: Found[] }).matches, first);
  });

  it('gives them in the API', async () => {
    const api = new GraphqlClient(server.url);
    for (const work of asked()) {
      const { searchEntries } = await api.ask<{ searchEntries: { edges: { node: { id: string } }[] } }>(
        `query($words: String!) { searchEntries(input: { words: $words }, first: 1) {
           ... on EntryConnection { edges { node { id } } } } }`,
        { words: `url:${work.url}` },
      );
      const { searchByMeaning } = await api.ask<{
        searchByMeaning: { matches: { similarity: number; entry: { url: string } }[] };
      }>(
        `query($id: ID!) { searchByMeaning(input: { entry: $id }, first: ${NEAREST}) {
           ... on MeaningMatches { matches { similarity entry { url } } } } }`,
        { id: searchEntries.edges[0]?.node.id },
      );
      const found = searchByMeaning.matches.map(({ similarity, entry }) => ({ similarity, url: entry.url }));
      expectNearest(found, work);
    }
  });

  it('gives them to clients of clip-retrieval, by the vector and by the picture', async () => {
    expect(await (await fetch(`${server.url}/indices-list`)).json()).toEqual(['works']);
    const knn = async (change: object): Promise<Found[]> => {
      const fields = { modality: 'image', num_images: NEAREST, indice_name: 'works', ...change };
      const response = await fetch(`${server.url}/knn-service`, {
        method: 'POST',
        body: JSON.stringify(fields),
      });
      return (await response.json()) as Found[];
    };
    for (const work of asked()) {
      expectNearest(await knn({ embedding_input: work.vector }), work);
      const image = await sharp(work.file).resize(EDGE, EDGE, { fit: 'fill' }).png().toBuffer();
      expectNearest(await knn({ image: image.toString('base64') }), work);
    }
  });
});

function cosine(one: readonly number[], other: readonly number[]): number {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}
