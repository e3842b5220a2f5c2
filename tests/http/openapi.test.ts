import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Express } from 'express';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { loadDemo } from '../../src/app/catalogue/datasets/load-demo.js';
import { declareConsent } from '../../src/app/consent/declare-consent.js';
import { demoPictureFor } from '../../src/demo/demo-picture-source.js';
import { demoTable } from '../../src/demo/demo-table.js';
import { createApp } from '../../src/http/create-app.js';
import type { Answer, Operation, PathItem } from '../../src/http/openapi/document-parts.js';
import { writeOpenapi } from '../../src/http/openapi/write-openapi.js';
import { createChecksQuota } from '../../src/identity/checks-quota.js';
import { writeParquet } from '../../src/tables/write-parquet.js';
import { createThumbnailer, type ProcessThumbnailer } from '../../src/vision/thumbnail.js';
import { JsonSchema } from '../core/log/json-schema.js';
import { signUp } from '../support/sign-up.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: { readonly responses: Readonly<Record<string, Answer>> };
}

const document = JSON.parse(await readFile('schema/openapi.json', 'utf8')) as Document;
const OPERATIONS = Object.entries(document.paths).flatMap(([path, item]) =>
  (['get', 'post'] as const).flatMap((method) => {
    const operation = item[method];
    return operation === undefined ? [] : [[operation.operationId, { path, method, operation }] as const];
  }),
);

/** What answers otherwise than with 200 on a registry that holds the demo alone, and why. */
const NOT_DONE: Readonly<Record<string, number>> = {
  // It needs a browser that is signed in.
  exportMyData: 401,
  // It needs a key.
  nameRun: 401,
  // Nobody has such an address.
  readMatchFeed: 404,
  readKeptFile: 404,
  endMatchMails: 404,
  // No leaf has this hash.
  proof: 404,
  // No snapshot was made.
  latestSnapshot: 404,
  snapshotFile: 404,
  snapshotRange: 404,
  range: 404,
  // No provider is set up.
  beginProviderSignIn: 422,
  // To the page to sign in on: nothing was begun.
  finishProviderSignIn: 303,
  // No model is configured.
  knn: 404,
  // A leaf is made.
  dateReceipt: 201,
  // What the example holds is signed by nobody.
  takeAcceptance: 400,
};

let app: Express;
let server: Server;
let url: string;
let thumbnailer: ProcessThumbnailer;
let close: () => Promise<void>;

beforeAll(async () => {
  const store = await openTestStore();
  const registry = makeTestRegistry(store);
  await loadDemo(registry, demoTable());
  await declareConsent(registry, await signUp(registry), {
    kind: 'url',
    address: 'https://example.com/1.jpg',
    answers: [{ use: 'train-ai', preference: 'deny' }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
  });
  thumbnailer = createThumbnailer();
  app = createApp({
    registry,
    logger: pino({ level: 'silent' }),
    writeParquet,
    thumbnails: { ownPictures: demoPictureFor, outgoing: registry.outgoing, thumbnailer },
    graphql: (_request, _response, next) => {
      next();
    },
    webFolder: '/nonexistent',
    trustedProxies: 0,
    requestsPerMinute: 1_000,
    checks: createChecksQuota(100_000),
    isHttps: false,
  });
  server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = async () => {
    await new Promise((done) => server.close(done));
    await thumbnailer.close();
    await store.close();
  };
});

afterAll(() => close());

describe('schema/openapi.json', () => {
  it('is what the code writes, and what the server serves', async () => {
    expect(await readFile('schema/openapi.json', 'utf8')).toBe(writeOpenapi());
    const served = await fetch(`${url}/openapi.json`);
    expect(served.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await served.text()).toBe(writeOpenapi());
  });

  it('describes every address that is answered, and no other', () => {
    const described = OPERATIONS.map(([, { path, method, operation }]) => ({
      method,
      path: filledIn(path, operation),
    }));
    const routes = routesOf(app).filter(({ path }) => path !== '/{*path}');
    const misses = routes.filter((route) => !described.some((one) => isAnsweredBy(one, route)));
    expect(misses).toEqual([]);
    const strangers = described.filter((one) => !routes.some((route) => isAnsweredBy(one, route)));
    expect(strangers).toEqual([]);
  });

  it('names each operation once, and refers to nothing that is not there', () => {
    const ids = OPERATIONS.map(([id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, reference = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = reference
        .split('/')
        .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], document);
      expect([reference, typeof found]).toEqual([reference, 'object']);
    }
  });

  it('says of every quota when to come again', () => {
    for (const [id, { operation }] of OPERATIONS) {
      const answer = operation.responses['429'];
      if (answer !== undefined) expect([id, resolved(answer).headers]).toHaveProperty('1.Retry-After');
    }
  });

  it('shows an example of every body, save where it is a file', () => {
    const withoutExample = OPERATIONS.filter(([, { operation }]) =>
      Object.values(operation.requestBody?.content ?? {}).some(({ example }) => example === undefined),
    );
    expect(withoutExample.map(([id]) => id)).toEqual([
      'searchByPicture',
      'searchTogether',
      'printWork',
      'keepFile',
      'readSignedOriginal',
    ]);
  });

  it.each(OPERATIONS)(
    'shows of %s an example that is answered as it says',
    async (id, { path, method, operation }) => {
      const bodies = Object.entries(operation.requestBody?.content ?? { '': {} });
      for (const [type, { example }] of bodies) {
        if (type === 'application/octet-stream') continue;
        const body = sent(example);
        const response = await fetch(url + filledIn(path, operation), {
          method: method.toUpperCase(),
          redirect: 'manual',
          ...(type === '' ? {} : { body, headers: { 'content-type': type } }),
        });
        expect([id, response.status]).toEqual([id, NOT_DONE[id] ?? 200]);
        const answer = resolved(operation.responses[String(response.status)]);
        await expectDescribed(response, answer);
      }
    },
  );
});

interface Route {
  readonly method: string;
  readonly path: string | RegExp;
}

interface Layer {
  readonly route?: { readonly path: string | RegExp; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

function routesOf({ router }: { readonly router: unknown }): Route[] {
  return (router as { readonly stack: readonly Layer[] }).stack.flatMap(({ route, handle }) => {
    if (route) return Object.keys(route.methods).map((method) => ({ method, path: route.path }));
    return handle?.stack ? routesOf({ router: handle }) : [];
  });
}

function isAnsweredBy(one: { readonly method: string; readonly path: string }, route: Route): boolean {
  const pattern =
    typeof route.path === 'string' ? new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`) : route.path;
  return route.method === one.method && pattern.test(one.path.split('?')[0] ?? '');
}

/** The address with its examples put in. */
function filledIn(path: string, { parameters = [] }: Operation): string {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const filled = inPath.reduce((text, { name, example }) => text.replace(`{${name}}`, String(example)), path);
  const query = new URLSearchParams(
    parameters
      .filter((parameter) => parameter.in === 'query' && parameter.example !== undefined)
      .flatMap(({ name, example }) =>
        [example].flat().map((value): [string, string] => [name, String(value)]),
      ),
  );
  return query.size > 0 ? `${filled}?${query.toString()}` : filled;
}

function sent(example: unknown): string {
  return typeof example === 'string' ? example : JSON.stringify(example);
}

function resolved(answer: Operation['responses'][string] | undefined): Answer {
  const name = answer && '$ref' in answer ? answer.$ref.split('/').at(-1) : undefined;
  const found = name === undefined ? (answer as Answer | undefined) : document.components.responses[name];
  if (found === undefined) throw new Error('This status is not described.');
  return found;
}

async function expectDescribed(response: Response, { content = {}, headers = {} }: Answer): Promise<void> {
  for (const name of Object.keys(headers)) expect([name, response.headers.get(name)]).not.toContain(null);
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  expect(Object.keys(content)).toContain(type);
  const schema = content[type]?.schema ?? {};
  const read = (text: string, by: unknown) => {
    expect(new JsonSchema(by as Record<string, unknown>).accepts(JSON.parse(text))).toBe(true);
  };
  if (type === 'application/json') read(await response.text(), schema);
  else if (type === 'application/x-ndjson' && 'contentSchema' in schema)
    for (const line of (await response.text()).trimEnd().split('\n')) read(line, schema['contentSchema']);
  // A list of lines may hold none.
  else if (type !== 'application/x-ndjson')
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
}
