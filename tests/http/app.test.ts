import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { pino } from 'pino';
import sharp from 'sharp';
import { formatEntryId } from '../../src/app/catalogue/entries/entry-id.js';
import { loadDemo } from '../../src/app/catalogue/datasets/load-demo.js';
import { searchEntries } from '../../src/app/catalogue/search/search-entries.js';
import type { Registry } from '../../src/app/registry.js';
import { demoPictureFor } from '../../src/demo/demo-picture-source.js';
import { demoTable } from '../../src/demo/demo-table.js';
import { createApp } from '../../src/http/create-app.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { createChecksQuota } from '../../src/identity/checks-quota.js';
import { createThumbnailer, type ProcessThumbnailer } from '../../src/vision/thumbnail.js';
import { setMatchNews } from '../../src/app/works/news/set-match-news.js';
import { signUp } from '../support/sign-up.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import { writeParquet } from '../../src/tables/write-parquet.js';

const LONG_SCRIPT = 'export const answer = "no";\n'.repeat(50);

let store: OpenStore;
let registry: Registry;
let thumbnailer: ProcessThumbnailer;
let webFolder: string;
let server: Server;
let url: string;

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
  await loadDemo(registry, demoTable());
  thumbnailer = createThumbnailer();
  webFolder = await mkdtemp(join(tmpdir(), 'assent-web-'));
  await mkdir(join(webFolder, 'assets'));
  await writeFile(join(webFolder, 'index.html'), '<!doctype html><title>Assent</title>');
  await writeFile(join(webFolder, 'assets', 'main-abc123.js'), 'export {};');
  await writeFile(join(webFolder, 'assets', 'long-abc123.js'), LONG_SCRIPT);
  await writeFile(join(webFolder, 'assets', 'long-abc123.js.br'), brotliCompressSync(LONG_SCRIPT));
  const app = createApp({
    registry,
    logger: pino({ level: 'silent' }),
    writeParquet,
    thumbnails: { ownPictures: demoPictureFor, outgoing: registry.outgoing, thumbnailer },
    graphql: (_request, response) => {
      response.json({ data: {} });
    },
    webFolder,
    trustedProxies: 0,
    requestsPerMinute: 5,
    checks: createChecksQuota(100_000),
    isHttps: false,
  });
  server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((done) => server.close(done));
  await thumbnailer.close();
  await store.close();
  await rm(webFolder, { recursive: true });
});

async function anEntryId(): Promise<string> {
  const found = await searchEntries(registry, { words: 'moon' }, { first: 1 });
  if (!found.ok || !found.page.rows[0]) throw new Error('The demo has no moon.');
  return formatEntryId('demo', found.page.rows[0].row.rowId);
}

describe('pages', () => {
  it('load nothing from anywhere else and run nothing inline', async () => {
    const { headers } = await fetch(url, { headers: { accept: 'text/html' } });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it.each(['/', '/search?q=moon', '/statements/abc', '/claims/1/deeper'])(
    'answer %s with the application',
    async (path) => {
      const response = await fetch(`${url}${path}`, { headers: { accept: 'text/html' } });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('<title>Assent</title>');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('send scripts as the build compressed them to whoever takes that, and as they are to others', async () => {
    const asked = async (encoding: string) => {
      const response = await fetch(`${url}/assets/long-abc123.js`, {
        headers: { 'accept-encoding': encoding },
      });
      const { headers } = response;
      const [length, as, type] = ['content-length', 'content-encoding', 'content-type'].map((name) =>
        headers.get(name),
      );
      return {
        text: await response.text(),
        isShort: Number(length) < LONG_SCRIPT.length,
        as,
        type,
        vary: headers.get('vary'),
      };
    };
    const common = { text: LONG_SCRIPT, type: 'text/javascript; charset=utf-8', vary: 'Accept-Encoding' };
    expect(await asked('gzip, br')).toEqual({ ...common, isShort: true, as: 'br' });
    expect(await asked('gzip')).toEqual({ ...common, isShort: false, as: null });
    expect(await asked('br;q=0')).toEqual({ ...common, isShort: false, as: null });
  });

  it('keep files named for their content for ever, and answer 404 for one that is not there', async () => {
    const kept = await fetch(`${url}/assets/main-abc123.js`);
    expect(kept.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${url}/assets/gone.js`)).status).toBe(404);
  });

  it('never leave their folder', async () => {
    for (const path of ['/assets/..%2f..%2fpackage.json', '/%2e%2e/package.json', '/assets/%00']) {
      expect(await (await fetch(`${url}${path}`)).text()).not.toContain('"dependencies"');
    }
  });
});

describe('thumbnails', () => {
  it.each([160, 320, 640])('are made anew, %i pixels at most', async (edge) => {
    const response = await fetch(`${url}/thumbnails/${await anEntryId()}?edge=${edge}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/webp');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    const picture = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect(Math.max(picture.width, picture.height)).toBe(edge);
  });

  it('come in three sizes only', async () => {
    const response = await fetch(`${url}/thumbnails/${await anEntryId()}?edge=5000`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('160, 320, 640');
  });

  it.each(['demo:00000000000000000000000000000000', 'nothing', 'demo:..%2f'])(
    'are 404 for %s',
    async (id) => {
      expect((await fetch(`${url}/thumbnails/${id}`)).status).toBe(404);
    },
  );

  it('are 404, for a short while, when the picture cannot be fetched', async () => {
    const { id } = await store.datasets.ensure({
      slug: 'away',
      title: 'Away',
      isDemo: false,
      createdAt: new Date(0),
    });
    const rowId = new Uint8Array(16).fill(7);
    await store.entries.addBatch(id, [
      {
        url: 'https://gone.example/a.jpg',
        canonical: 'gone.example/a.jpg',
        host: 'gone.example',
        caption: 'gone',
        urlKey: 7n,
        rowId,
      },
    ]);
    const response = await fetch(`${url}/thumbnails/${formatEntryId('away', rowId)}`);
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('public, max-age=60');
  });
});

describe('the news of an account', () => {
  it('is a feed that nobody else keeps and that is sent when it changed, and its mails end by a POST without a session', async () => {
    const artist = await signUp(registry);
    const { feedAddress = '', news } = await setMatchNews(registry, artist, { mails: true, feed: 'renew' });
    const feed = url + new URL(feedAddress).pathname;
    const first = await fetch(feed);
    expect([first.status, first.headers.get('content-type'), first.headers.get('cache-control')]).toEqual([
      200,
      'application/atom+xml; charset=utf-8',
      'private, no-cache',
    ]);
    const again = await fetch(feed, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    expect((await fetch(feed.replace(/.{4}\/matches/, 'none/matches'))).status).toBe(404);
    const leave = (token: string) =>
      fetch(`${url}/unsubscribe/${token}`, {
        method: 'POST',
        headers: { origin: 'https://mail.example' },
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      });
    expect([(await leave('none')).status, (await leave(news.leaving)).status]).toEqual([404, 200]);
    expect(await registry.store.matchNews.of(artist.account.id)).toMatchObject({ mails: false });
  });
});

describe('health', () => {
  it('says that the process answers and that its store does', async () => {
    expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok\n');
    expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready\n');
  });
});

describe('the API', () => {
  it('refuses a network that asks too often and tells it when to come back', async () => {
    const statuses: number[] = [];
    for (let request = 0; request < 6; request++) {
      const response = await fetch(`${url}/graphql`, { method: 'POST' });
      statuses.push(response.status);
      if (response.status === 429) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('does not believe a forwarded address unless a proxy is trusted', async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'x-forwarded-for': '203.0.113.7' },
    });
    expect(response.status).toBe(429);
  });
});
