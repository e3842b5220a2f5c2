import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import express from 'express';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDemo } from '../../src/app/catalogue/datasets/load-demo.js';
import { runProgram } from '../../src/cli/program.js';
import { demoTable } from '../../src/demo/demo-table.js';
import { searchExportRoutes } from '../../src/http/search-exports.js';
import { writeParquet } from '../../src/tables/write-parquet.js';
import { recordingIo, type RecordingIo } from '../support/recording-io.js';
import { dataset, entry } from '../support/store-records.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const registry = makeTestRegistry(store);
let server: Server;
let url: string;
let folder: string;

beforeAll(async () => {
  await loadDemo(registry, demoTable());
  const { id } = await store.datasets.ensure(dataset({ slug: 'hostile' }));
  await store.entries.addBatch(id, [
    entry('bad.example/1.jpg', '=1+2 zebu, "quoted"', {
      author: '@who',
      width: 600,
      height: 300,
      aesthetic: 6.5,
    }),
  ]);
  folder = await mkdtemp(join(tmpdir(), 'assent-exports-'));
  server = createServer(express().use(searchExportRoutes(registry, writeParquet)));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/exports/search`;
});

afterAll(async () => {
  await new Promise((done) => server.close(done));
  await store.close();
  await rm(folder, { recursive: true });
});

async function rowsOf(path: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create()).connect();
  const read = await connection.runAndReadAll(`SELECT * FROM '${path}'`);
  connection.closeSync();
  return read.getRowObjectsJson();
}

describe('the export of a search', () => {
  it('is CSV in which no cell is a formula', async () => {
    const response = await fetch(`${url}.csv?q=zebu`);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="search.csv"');
    const [names, line, end] = (await response.text()).split('\r\n');
    expect(names).toMatch(/^id,dataset,url,caption,author,host,width,.*,train_ai$/);
    expect(line).toContain(`,"'=1+2 zebu, ""quoted""",'@who,bad.example,600,300,,6.5,`);
    expect(line).toMatch(/,UNKNOWN$/);
    expect(end).toBe('');
  });

  it('is NDJSON with every row that the search finds, in its order, whatever the page', async () => {
    const text = await (await fetch(`${url}.ndjson?q=moon&sort=newest`)).text();
    const captions = text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { caption: string }).caption);
    expect(captions.length).toBeGreaterThan(6);
    const io = recordingIo(folder);
    await runProgram(['search', 'moon', '--sort', 'newest', '--json', '--limit', '1000'], io, (_argv, work) =>
      work(registry),
    );
    const printed = JSON.parse(io.printed()) as { entries: { caption: string }[] };
    expect(captions).toEqual(printed.entries.map(({ caption }) => caption));
  });

  it('is Parquet with numbers as numbers', async () => {
    const path = join(folder, 'fetched.parquet');
    const response = await fetch(`${url}.parquet?q=zebu&size=medium&aesthetic=6..7&dataset=hostile`);
    await writeFile(path, Buffer.from(await response.arrayBuffer()));
    expect(await rowsOf(path)).toEqual([
      expect.objectContaining({
        dataset: 'hostile',
        caption: '=1+2 zebu, "quoted"',
        width: 600,
        aesthetic: 6.5,
        similarity: null,
        train_ai: 'UNKNOWN',
      }),
    ]);
  });

  it.each([
    ['q=', 'nothing to search for'],
    ['q=%22open', 'A phrase has no end'],
    ['q=moon&size=gigantic', 'parameter size'],
    ['q=moon&aesthetic=high', 'parameter aesthetic'],
    ['q=moon&answer=maybe', 'parameter answer'],
    ['q=moon&sort=random', 'parameter sort'],
    ['q=moon&dataset=none', 'no such dataset'],
  ])('of %s is refused: %s', async (query, message) => {
    const response = await fetch(`${url}.csv?${query}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(message);
  });

  it('keeps by answer what the registry answers', async () => {
    const denied = await (await fetch(`${url}.ndjson?q=moon&answer=denied`)).text();
    expect(denied).toBe('');
    const unknown = await (await fetch(`${url}.ndjson?q=zebu&answer=unknown`)).text();
    expect(unknown.trim().split('\n')).toHaveLength(1);
  });
});

describe('assent search', () => {
  async function run(...argv: string[]): Promise<{ code: number; io: RecordingIo }> {
    const io = recordingIo(folder);
    return { code: await runProgram(['search', ...argv], io, (_argv, work) => work(registry)), io };
  }

  it.each(['csv', 'ndjson', 'parquet'])(
    'writes a .%s file, and leaves nothing else behind',
    async (format) => {
      const { code, io } = await run('zebu', '--export', `out.${format}`);
      expect(code).toBe(0);
      expect(io.printed()).toBe(`1 rows in out.${format}.\n`);
      expect(await readdir(folder)).toContain(`out.${format}`);
      expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
      expect((await readFile(join(folder, `out.${format}`))).length).toBeGreaterThan(100);
    },
  );

  it('says what it searched beside the words, what it found otherwise, and counts', async () => {
    const { io } = await run('luna', '--limit', '2', '--facets');
    expect(io.printed()).toContain('luna was also searched as');
    expect(io.printed()).toMatch(/\d+ hits\n {2}datasets {2}demo \d+/);
    expect((await run('zebuu')).io.printed()).toContain(
      'No row holds these words; these are spelt much like them.',
    );
    expect((await run('frida khalo')).io.printed()).toContain('Did you mean Frida Kahlo');
  });

  it.each([
    [['moon "open'], 'A phrase has no end.'],
    [['moon', '--aesthetic', 'high'], '--aesthetic takes a range'],
    [['moon', '--unsafe', '..'], '--unsafe takes a range'],
    [['moon', '--limit', '0'], '--limit takes a number from 1 to 1000'],
    [['moon', '--export', 'out.xls'], 'must end in .csv'],
    [['moon', '--size', 'gigantic'], 'Allowed choices'],
  ])('refuses %j: %s', async (argv, message) => {
    const { code, io } = await run(...argv);
    expect(code).toBe(2);
    expect(io.printed()).toContain(message);
  });

  it('points at what is wrong in the words', async () => {
    expect((await run('moon w*')).io.printed()).toContain('\n  moon w*\n       ^^');
  });

  it('goes on behind a page', async () => {
    const first = JSON.parse((await run('moon', '--json', '--limit', '2')).io.printed()) as {
      endCursor: string;
    };
    const all = JSON.parse((await run('moon', '--json', '--limit', '4')).io.printed()) as {
      entries: object[];
    };
    const next = JSON.parse(
      (await run('moon', '--json', '--limit', '2', '--after', first.endCursor)).io.printed(),
    ) as { entries: object[] };
    expect(next.entries).toEqual(all.entries.slice(2));
  });
});
