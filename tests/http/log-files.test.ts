import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import type { Registry } from '../../src/app/registry.js';
import { bringSnapshotUp } from '../../src/app/snapshots/bring-snapshot-up.js';
import { openCheckpoint } from '../../src/core/tlog/open-checkpoint.js';
import { decodeEntryBundle } from '../../src/core/tlog/entry-bundle.js';
import { parseVerifierKey } from '../../src/core/tlog/verifier-key.js';
import { verifyEd25519 } from '../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { appendAny } from '../app/log/log-scenario.js';
import { makeSnapshots } from '../support/snapshot-tools.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import { type LogServer, openLogServer } from './log-server.js';

/** One full tile, and one that is not. */
const SIZE = 300;

let store: OpenStore;
let registry: Registry;
let server: LogServer;
let snapshots: Awaited<ReturnType<typeof makeSnapshots>>;

beforeAll(async () => {
  store = await openTestStore();
  snapshots = await makeSnapshots();
  registry = makeTestRegistry(store, { snapshots: snapshots.tools });
  await registry.log.sequence((inside, at) => appendAny(inside, at, SIZE - 1));
  server = await openLogServer(registry);
});

afterAll(async () => {
  await server.close();
  await snapshots.remove();
  await store.close();
});

const fetchFile = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server.url}/log/${path}`, init);

/** A request exactly as it stands: `fetch` would tidy the path, and add that nothing kept is wanted to a condition. */
function askAsIs(
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(server.url);
  const options = { hostname, port, path, headers: { ...headers, connection: 'close' } };
  return new Promise((done, fail) => {
    const asked = request(options, (response) => {
      let body = '';
      response.setEncoding('latin1');
      response.on('data', (text: string) => (body += text));
      response.on('end', () => {
        done({ status: response.statusCode ?? 0, body });
      });
    });
    asked.on('error', fail);
    asked.end();
  });
}

const FILES = [
  ['checkpoint', 'text/plain; charset=utf-8', 'no-cache'],
  ['tile/0/000', 'application/octet-stream', 'public, max-age=31536000, immutable'],
  ['tile/0/001.p/44', 'application/octet-stream', 'public, max-age=31536000, immutable'],
  ['tile/1/000.p/1', 'application/octet-stream', 'public, max-age=31536000, immutable'],
  ['tile/entries/000', 'application/octet-stream', 'public, max-age=31536000, immutable'],
  ['tile/entries/001.p/44', 'application/octet-stream', 'public, max-age=31536000, immutable'],
] as const;
const PATHS = FILES.map(([path]) => path);

describe('a file of the log', () => {
  it.each(FILES)('%s is %s, to be kept as %s says, for pages of any site', async (path, type, cache) => {
    const { status, headers } = await fetchFile(path, { headers: { origin: 'https://verifier.example' } });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('cache-control')).toBe(cache);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it.each(PATHS)('%s is not sent again to whoever has it', async (path) => {
    const etag = (await fetchFile(path)).headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect(await askAsIs(`/log/${path}`, { 'if-none-match': etag })).toEqual({ status: 304, body: '' });
    expect((await askAsIs(`/log/${path}`, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it.each(PATHS)('%s answers HEAD with the headers alone', async (path) => {
    const whole = await fetchFile(path);
    const head = await fetchFile(path, { method: 'HEAD' });
    expect({ status: head.status, body: await head.text() }).toEqual({ status: 200, body: '' });
    for (const name of ['content-type', 'cache-control', 'etag', 'content-length']) {
      expect([name, head.headers.get(name)]).toEqual([name, whole.headers.get(name)]);
    }
  });

  it('holds what it should: a signed checkpoint, hashes, leaves', async () => {
    const [vkey = ''] = registry.log.keys.held();
    const key = parseVerifierKey(vkey, nodeSha256);
    if (!key.ok) throw new Error(key.problem.message);
    const note = new Uint8Array(await (await fetchFile('checkpoint')).arrayBuffer());
    expect(openCheckpoint(note, [key.key], verifyEd25519)).toMatchObject({
      ok: true,
      checkpoint: { origin: registry.log.origin, size: SIZE },
    });
    expect((await (await fetchFile('tile/0/001.p/44')).arrayBuffer()).byteLength).toBe(44 * 32);
    const bundle = new Uint8Array(await (await fetchFile('tile/entries/001.p/44')).arrayBuffer());
    const stored = await store.log.byIndex(256n, 44);
    expect(decodeEntryBundle(bundle, 44)).toEqual({ ok: true, entries: stored.map(({ leaf }) => leaf) });
  });

  it('comes as it is: a client that takes gzip gets the same bytes', async () => {
    const answer = await fetchFile('tile/entries/000', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(answer.headers.get('content-encoding')).toBeNull();
  });

  it('cannot be written', async () => {
    for (const method of ['PUT', 'POST', 'DELETE', 'PATCH']) {
      expect((await fetchFile('checkpoint', { method })).status).toBe(404);
    }
  });
});

describe('a file that the log does not have', () => {
  it.each([
    ['tile/0/001', 'the tile is not full yet'],
    ['tile/0/001.p/45', 'one hash more than there is'],
    ['tile/entries/001.p/45', 'one leaf more than there is'],
    ['tile/2/000.p/1', 'a level that the tree has not reached'],
    ['tile/0/x999/x999/x999/x999/x999/999', 'far beyond the end'],
    ['tile/0/-01', 'no number'],
  ])('is 404, for now, with a sentence: %s, %s', async (path) => {
    const answer = await fetchFile(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.text()).toBe(
      'The log has no such file, or not yet. Its size is in /log/checkpoint.\n',
    );
  });

  it.each([
    ['/log/tile/../checkpoint', 'dots'],
    ['/log/tile/%2e%2e/checkpoint', 'dots in disguise'],
    ['/log/tile/..%2fcheckpoint', 'a slash in disguise'],
    ['/log/tile/0/..%5c..%5ckeys', 'other slashes'],
    ['/log/tile//0/000', 'two slashes'],
    ['/log//tile/0/000', 'two slashes in front'],
    ['/log/tile/0/000/', 'a slash behind'],
    ['/log/tile/0/000%00', 'a zero byte'],
    ['/log/tile/0/000%0a', 'a line end'],
    ['/log/tile/0/%30%30%30%20', 'a blank behind'],
    ['/log/tile/00/000', 'a second spelling of the level'],
    ['/log/tile/0/x000/000', 'a second spelling of the index'],
    ['/log/tile/0/001.p/044', 'a second spelling of the width'],
    ['/log/tile/0/000.p/256', 'a full tile as a partial one'],
    ['/log/tile/0/000.p/0', 'nothing of a tile'],
    ['/log/tile/1e0/000', 'a number that is not decimal'],
    ['/log/checkpoint/', 'a folder'],
    ['/log/../log/checkpoint/..', 'up and down'],
    ['/log/keys/log.key', 'what lies beside the log'],
    ['/log/journal/00000000000000000000.journal', 'what the log is made of'],
    ['/log/../keys/log.key', 'the key'],
    ['/log/%2e%2e/keys/log.key', 'the key, in disguise'],
  ])('is not had by another way to write a path: %s, %s', async (path) => {
    const { status, body } = await askAsIs(path);
    expect([400, 404]).toContain(status);
    expect(body).not.toMatch(/PRIVATE|registry\.example|ASSENTJ1/);
  });

  it('is a 400 when the path cannot be decoded', async () => {
    expect((await askAsIs('/log/tile/%zz')).status).toBe(400);
  });

  it('is every file, as long as nothing is signed', async () => {
    const empty = await openTestStore();
    const before = await openLogServer(makeTestRegistry(empty));
    for (const path of ['checkpoint', 'tile/0/000.p/1', 'tile/entries/000.p/1']) {
      expect((await fetch(`${before.url}/log/${path}`)).status).toBe(404);
    }
    await before.close();
    await empty.close();
  });
});

describe('a mirror', () => {
  it('may read ten times as much as a caller of the API may ask, and is then told when to come back', async () => {
    const busy = await openLogServer(registry, { requestsPerMinute: 2 });
    for (let asked = 0; asked < 20; asked += 1) {
      expect((await fetch(`${busy.url}/log/tile/0/000`)).status).toBe(200);
    }
    const refused = await fetch(`${busy.url}/log/checkpoint`);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await refused.text()).toMatch(/^Too many requests\. Try again in \d+ seconds\.\n$/);
    expect((await fetch(`${busy.url}/graphql`, { method: 'POST' })).status).toBe(200);
    await busy.close();
  });
});

describe('a file of a snapshot', () => {
  const fetchSnapshot = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${server.url}/v1/snapshots/${path}`, init);

  it('may be kept for ever, and in parts; which is the newest is asked each time', async () => {
    const early = await fetchSnapshot('latest.json');
    expect([early.status, await early.text()]).toEqual([
      404,
      expect.stringContaining('ask again in a minute'),
    ]);
    const { size, manifest } = await bringSnapshotUp(registry);
    const latest = await fetchSnapshot('latest.json');
    expect(latest.headers.get('cache-control')).toBe('no-cache');
    expect(await latest.json()).toMatchObject({ size, manifest: `${size}/manifest` });
    for (const { name, bytes } of manifest.files) {
      const { status, headers } = await fetchSnapshot(`${size}/${name}`);
      expect([status, headers.get('content-length')]).toEqual([200, `${bytes}`]);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('access-control-allow-origin')).toBe('*');
    }
    const part = await fetchSnapshot(`${size}/rows.bin`, { headers: { range: 'bytes=0-7' } });
    expect([part.status, await part.text()]).toEqual([206, 'ASSENTK1']);
  });

  it('is also given by what keys begin with, for who does not want to tell which', async () => {
    const { size, manifest } = await bringSnapshotUp(registry);
    expect(manifest.rangeDigits).toBe(0);
    const { status, url, headers, body } = await fetch(`${server.url}/v1/range/-`).then(async (response) => ({
      ...{ status: response.status, url: response.url, headers: response.headers },
      body: new Uint8Array(await response.arrayBuffer()),
    }));
    expect([status, new URL(url).pathname]).toEqual([200, `/v1/snapshots/${size}/range/-`]);
    expect(headers.get('cache-control')).toContain('immutable');
    expect(body.length % 65_536).toBe(0);
    expect(new DataView(body.buffer).getBigUint64(8, true)).toBe(BigInt(manifest.counts.keys));
    // A narrower question would tell more than one of the right width.
    expect((await fetchSnapshot(`${size}/range/ab`)).status).toBe(404);
  });

  it('is nothing but a file of a snapshot that is whole', async () => {
    const { size } = await bringSnapshotUp(registry);
    await registry.snapshots.folder.draft(size + 1, { isResumed: true });
    const paths = [
      ...[
        `${size}/none.bin`,
        `${size + 1}/manifest`,
        `.${size + 1}.new/manifest`,
        `${size}`,
        `${size}/`,
        '0',
      ],
      ...['../../package.json', '..%2f..%2fpackage.json', `${size}/..%2flatest.json`, `${size}/manifest/x`],
    ];
    for (const path of paths) {
      const { status, body } = await askAsIs(`/v1/snapshots/${path}`);
      expect([path, status]).toEqual([path, 404]);
      expect(body).not.toContain('<!doctype');
    }
  });
});
