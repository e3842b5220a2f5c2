import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { pino } from 'pino';
import { createApiKey } from '../../src/app/accounts/create-api-key.js';
import { setKeyQuota } from '../../src/app/accounts/set-key-quota.js';
import { revokeApiKey } from '../../src/app/accounts/revoke-api-key.js';
import type { SignedInActor } from '../../src/app/actor.js';
import { declareConsent } from '../../src/app/consent/declare-consent.js';
import { withdrawStatement } from '../../src/app/consent/withdraw-statement.js';
import { LogReadOnly } from '../../src/app/log/log-status.js';
import type { ApiScope } from '../../src/app/ports/accounts.js';
import type { Registry } from '../../src/app/registry.js';
import { bringSnapshotUp } from '../../src/app/snapshots/bring-snapshot-up.js';
import { findGiven } from '../../src/app/snapshots/find-given.js';
import type { Preference } from '../../src/core/consent/preference.js';
import { createOnlineChecker } from '../../src/client/online-checker.js';
import { urlKey } from '../../src/core/url/url-key.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { openPython, type PythonProcess } from '../clients/python-process.js';
import { runPython } from '../clients/run-python.js';
import { eventually } from '../support/eventually.js';
import { provenClaim } from '../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../support/registry-with-site.js';
import { signUp } from '../support/sign-up.js';
import { type LogServer, openLogServer } from './log-server.js';

const HOST = 'artist.test';
const NO = `https://${HOST}/no.jpg`;
const TERMS = `https://${HOST}/terms.jpg`;
const YES = `https://${HOST}/yes.jpg`;
const NOBODY = 'https://nobody.example/éxample.png';
const ALL = [NO, TERMS, YES, NOBODY];

let world: RegistryWithSite;
let registry: Registry;
let server: LogServer;
let artist: SignedInActor;
let noId: string;

beforeAll(async () => {
  world = await openRegistryWithSite([HOST]);
  registry = world.registry;
  server = await openLogServer(registry);
  artist = await signUp(registry);
  await provenClaim(registry, world.site, artist, 'domain', HOST);
  noId = await say(NO, 'deny');
  await say(TERMS, 'conditional');
  await say(YES, 'allow');
});

afterAll(async () => {
  await server.close();
  await world.close();
});

async function say(address: string, preference: Preference): Promise<string> {
  const declared = await declareConsent(registry, artist, {
    kind: 'url',
    address,
    answers: [{ use: 'train-ai', preference }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    ...(preference === 'conditional' ? { terms: { credit: 'Name me' } } : {}),
  });
  const [view] = declared.ok ? declared.statements : [];
  if (view === undefined) throw new Error('It was not declared.');
  return Buffer.from(view.statement.id).toString('hex');
}

async function newKey(scopes: readonly ApiScope[], isStrict = false) {
  const made = await createApiKey(registry, artist, { name: 'training run', scopes, isStrict });
  if (!made.ok) throw new Error(made.message);
  return made;
}

const ask = (path: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  fetch(server.url + path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain', ...headers },
  });

const check = (body: string | Uint8Array, headers: Record<string, string> = {}, query = 'use=train-ai') =>
  ask(`/v1/check?${query}`, body, headers);

describe('POST /v1/check', () => {
  it('answers a word for each line, in order, the same one twice if it came twice', async () => {
    const response = await check([...ALL, 'UNLIKELY', '', NO].join('\r\n') + '\n');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    const words = ['DENIED', 'CONDITIONAL', 'ALLOWED', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'DENIED'];
    expect(await response.text()).toBe(`${words.join('\n')}\n`);
  });

  it('says on which leaves, at which moment and by which rules it answered', async () => {
    const { headers } = await check(NO);
    const size = await registry.store.log.size();
    expect(headers.get('assent-log-size')).toBe(String(size));
    expect(headers.get('assent-moment')).toBe(registry.clock().toISOString());
    expect(headers.get('assent-rules-version')).toBe('1');
    expect(headers.get('assent-canonical-url-version')).toBe('1');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('answers NDJSON with what decided, for each of several uses', async () => {
    const lines = [JSON.stringify(NO), JSON.stringify({ url: 'nothing here', row: 7 })];
    const response = await check(
      lines.join('\n'),
      { 'content-type': 'application/x-ndjson' },
      'use=search&use=train-ai',
    );
    const answers = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    const unknown = { decision: 'UNKNOWN', assurance: null, basis: null, mandate: null, decidedBy: [] };
    expect(answers).toEqual([
      {
        url: NO,
        canonicalUrl: `${HOST}/no.jpg`,
        notAnswered: null,
        decisions: [
          { use: 'search', ...unknown },
          {
            use: 'train-ai',
            decision: 'DENIED',
            assurance: 'verified',
            basis: 'own-right',
            mandate: null,
            decidedBy: [noId],
          },
        ],
      },
      {
        url: 'nothing here',
        canonicalUrl: null,
        notAnswered: 'not-a-url',
        decisions: [
          { use: 'search', ...unknown },
          { use: 'train-ai', ...unknown },
        ],
      },
    ]);
  });

  it('gives several words of a line with tabs between them, and NDJSON for text to whoever accepts it', async () => {
    const two = await check(NO, {}, 'use=search&use=train-ai');
    expect(await two.text()).toBe('UNKNOWN\tDENIED\n');
    const json = await check(NO, { accept: 'application/x-ndjson' });
    expect(JSON.parse(await json.text())).toMatchObject({ url: NO, decisions: [{ decision: 'DENIED' }] });
  });

  it('answers as of an earlier size of the log', async () => {
    const before = await check(NO, {}, 'use=train-ai&log-size=1');
    expect(await before.text()).toBe('UNKNOWN\n');
    expect(before.headers.get('assent-log-size')).toBe('1');
  });

  it('answers nothing to an empty body, and to one line without its end', async () => {
    expect(await (await check('')).text()).toBe('');
    expect(await (await check('\n')).text()).toBe('UNKNOWN\n');
  });

  it('answers each line as it comes, before the next is sent', async () => {
    const { request, response } = await openCheck();
    for (const [address, word] of [
      [NO, 'DENIED\n'],
      [YES, 'ALLOWED\n'],
    ]) {
      request.write(`${address ?? ''}\n`);
      const [chunk] = (await once(await response(), 'data')) as [Buffer];
      expect(chunk.toString()).toBe(word);
    }
    request.end();
    await once(await response(), 'end');
  });

  it('answers as many lines as come, whatever they are cut into, in bounded pieces', async () => {
    const count = 25_000;
    const body = Array.from({ length: count }, (_, at) => (at % 5 === 0 ? NO : `${NOBODY}?${at}`)).join('\n');
    const words = (await (await check(body)).text()).trimEnd().split('\n');
    expect(words).toHaveLength(count);
    expect(words.every((word, at) => word === (at % 5 === 0 ? 'DENIED' : 'UNKNOWN'))).toBe(true);
  });

  it('breaks the connection off where it cannot go on, so that no answer looks whole', async () => {
    const { request, response } = await openCheck('application/x-ndjson');
    request.write(`${JSON.stringify(NO)}\n`);
    const incoming = await response();
    await once(incoming, 'data');
    request.write('not JSON\n');
    await expect(once(incoming, 'end')).rejects.toThrow('aborted');
    request.destroy();
  });

  it.each([
    ['no use', 'text/plain', '', NO, 400, 'The use to ask about is missing.'],
    ['a use that is none', 'text/plain', 'use=training', NO, 400, 'not known'],
    ['a use named twice', 'text/plain', 'use=search&use=search', NO, 400, 'twice'],
    ['a slip in a name', 'text/plain', 'use=search&minimum_assurance=verified', NO, 400, 'minimum_assurance'],
    ['no assurance', 'text/plain', 'use=search&minimum-assurance=high', NO, 400, '"high"'],
    [
      'a size yet to come',
      'text/plain',
      'use=search&log-size=999999',
      NO,
      400,
      'none that the log has signed',
    ],
    ['a time without its zone', 'text/plain', 'use=search&time=2026-11-22T12:00:00', NO, 400, 'is no time'],
    ['a size and a time', 'text/plain', 'use=search&log-size=1&time=2026-11-22T12:00:00Z', NO, 400, 'Both'],
    ['lines that are no JSON', 'application/x-ndjson', 'use=search', 'one\ntwo', 400, 'Line 1'],
    ['JSON without an address', 'application/x-ndjson', 'use=search', '{"uri":"a"}', 400, 'Line 1'],
    ['another kind of body', 'text/csv', 'use=search', NO, 415, 'NDJSON'],
    ['bytes that are no UTF-8', 'text/plain', 'use=search', Uint8Array.of(0x61, 0xff, 0x0a), 400, 'UTF-8'],
    ['an endless line', 'text/plain', 'use=search', 'a'.repeat(1_100_000), 400, 'Line 1'],
  ])('refuses %s, and says what to send', async (_, type, query, body, status, message) => {
    const response = await check(body, { 'content-type': type }, query);
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error: { message: string; nextStep: string } };
    expect(error.message).toContain(message);
    expect(error.nextStep).toMatch(/\.$/);
  });

  it('refuses a compressed body and an answer that it cannot write', async () => {
    expect((await check(NO, { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await check(NO, { accept: 'text/html' })).status).toBe(406);
  });

  it('takes a key that may check, and refuses one that may not, that is unknown, or was revoked', async () => {
    const { secret, apiKey } = await newKey(['check']);
    const asked = (key: string) => check(NO, { authorization: `Bearer ${key}` });
    expect(await (await asked(secret)).text()).toBe('DENIED\n');
    expect((await asked((await newKey(['read'])).secret)).status).toBe(403);
    expect((await asked('assent_nonsense')).status).toBe(401);
    await revokeApiKey(registry, artist, { id: apiKey.id });
    expect((await asked(secret)).status).toBe(401);
  });

  it('answers nothing while leaves may be missing', async () => {
    const behind = await openLogServer({
      ...registry,
      log: {
        ...registry.log,
        assertWhole: () => {
          throw new LogReadOnly('behind', 'Behind.');
        },
      },
    });
    const options = { method: 'POST', body: NO, headers: { 'content-type': 'text/plain' } };
    for (const path of ['/v1/check?use=train-ai', '/api/v2/query/urls']) {
      const response = await fetch(behind.url + path, options);
      expect(response.status).toBe(503);
      expect(await response.text()).not.toMatch(/ALLOWED|UNKNOWN|optOut/);
    }
    await behind.close();
  });

  it('sends those away who have used up their quota, and says when to come back', async () => {
    const tight = await openLogServer(registry, { checksPerMinute: 3 });
    const options = (lines: number) => ({
      method: 'POST',
      body: `${NO}\n`.repeat(lines),
      headers: { 'content-type': 'text/plain' },
    });
    const path = `${tight.url}/v1/check?use=train-ai`;
    expect(await (await fetch(path, options(3))).text()).toBe('DENIED\n'.repeat(3));
    const over = await fetch(path, options(2));
    expect(over.status).toBe(429);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    const spawning = await fetch(`${tight.url}/api/v2/query/urls`, options(1));
    expect(spawning.status).toBe(429);
    await tight.close();
  });

  it('counts all keys of an account together, and one with a quota of its own for itself', async () => {
    const tight = await openLogServer(registry, { checksPerMinute: 1 });
    const [one, other] = [await newKey(['check']), await newKey(['check'])];
    const asked = async (lines: number, key: string) => {
      const response = await fetch(`${tight.url}/v1/check?use=train-ai`, {
        method: 'POST',
        body: `${NO}\n`.repeat(lines),
        headers: { authorization: `Bearer ${key}` },
      });
      return response.status === 200 ? (await response.text()).split('\n').length - 1 : response.status;
    };
    expect(await asked(10, one.secret)).toBe(10);
    expect(await asked(1, other.secret)).toBe(429);
    await setKeyQuota(registry, { prefix: other.apiKey.prefix, checksPerMinute: 3 });
    expect(await asked(3, other.secret)).toBe(3);
    expect(await asked(1, other.secret)).toBe(429);
    await tight.close();
  });

  it('has those wait who get to the end of their quota on the way, and answers nothing meanwhile', async () => {
    const tight = await openLogServer(registry, { checksPerMinute: 3 });
    const { request, response } = await openCheck('text/plain', tight);
    request.write(`${NO}\n${NO}\n`);
    const incoming = await response();
    let answered = '';
    incoming.on('data', (chunk: Buffer) => (answered += chunk.toString()));
    incoming.on('error', () => undefined);
    await eventually(() => answered === 'DENIED\n'.repeat(2));
    request.write(`${NO}\n${NO}\n`);
    await eventually(async () => {
      const next = await fetch(`${tight.url}/v1/check?use=train-ai`, { method: 'POST', body: NO });
      return next.status === 429;
    });
    expect(answered).toBe('DENIED\n'.repeat(2));
    request.destroy();
    await tight.close();
  });
});

describe("POST /api/v2/query/urls, as Spawning's clients send it", () => {
  it.each(['/api/v2/query/urls', '/api/v2/query/urls/'])(
    'answers two flags for each line at %s, in order, doubles and empty ones too',
    async (path) => {
      const response = await ask(path, [...ALL, NO, ''].join('\n'));
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({
        urls: [
          { url: NO, optOut: true, optIn: false },
          { url: TERMS, optOut: true, optIn: false },
          { url: YES, optOut: false, optIn: true },
          { url: NOBODY, optOut: false, optIn: false },
          { url: NO, optOut: true, optIn: false },
          { url: '', optOut: false, optIn: false },
        ],
      });
    },
  );

  it('takes a key after the word API, and refuses one that is no good with anything but a 200', async () => {
    const { secret } = await newKey(['check']);
    const good = await ask('/api/v2/query/urls/', NO, { authorization: `API ${secret}` });
    expect(await good.json()).toMatchObject({ urls: [{ optOut: true }] });
    expect((await ask('/api/v2/query/urls/', NO, { authorization: 'API nonsense' })).status).toBe(401);
  });

  it('is told with a strict key that what nobody has answered is opted out, what is no address too', async () => {
    const { secret } = await newKey(['check'], true);
    const strict = await ask('/api/v2/query/urls', [...ALL, 'UNLIKELY', ''].join('\n'), {
      authorization: `API ${secret}`,
    });
    const { urls } = (await strict.json()) as { urls: { optOut: boolean; optIn: boolean }[] };
    expect(urls.map(({ optOut }) => optOut)).toEqual([true, true, false, true, true, true]);
    expect(urls.map(({ optIn }) => optIn)).toEqual([false, false, true, false, false, false]);
  });

  it('answers the requests of datadiligence 0.1.7, which only know another host', async () => {
    const { secret } = await newKey(['check'], true);
    const headers = {
      'user-agent': 'spawningbot datadiligence/0.1.7',
      authorization: `API ${secret}`,
      'content-type': 'text/plain',
    };
    // It joins addresses by line feeds, ends without one, aligns by index, and takes what is not opted out for allowed.
    const asked = [NO, 'https://www.spawning.ai/éxample.png', YES, NO];
    const response = await ask('/api/v2/query/urls/', new TextEncoder().encode(asked.join('\n')), headers);
    expect([response.status, response.redirected]).toEqual([200, false]);
    const { urls } = (await response.json()) as { urls: { url: string; optOut: boolean }[] };
    expect(urls.map(({ url }) => url)).toEqual(asked);
    expect(asked.filter((_, at) => urls[at]?.optOut === false)).toEqual([YES]);
  });

  it('finds the noes that a join on addresses as they stand would miss', async () => {
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
    const words = (await (await check(spellings.join('\n'))).text()).trimEnd().split('\n');
    expect(words.filter((word) => word === 'DENIED')).toHaveLength(spellings.length);
    expect(spellings.filter((spelling) => spelling === NO)).toHaveLength(1);
  });

  it('refuses more than 10,000 lines, and what is no UTF-8', async () => {
    expect((await ask('/api/v2/query/urls', '\n'.repeat(10_000))).status).toBe(413);
    expect((await ask('/api/v2/query/urls', Uint8Array.of(0xff))).status).toBe(400);
  });
});

describe('clients of a real registry', () => {
  const asked = [...ALL, 'UNLIKELY', '', 'half a character \ud800', NO];
  const states = [
    'denied',
    'conditional',
    'allowed',
    ...Array.from({ length: 4 }, () => 'unknown'),
    'denied',
  ];
  let python: PythonProcess;
  const load = (address: string, rows: readonly object[]) =>
    runPython([address, 'train-ai'], '.', {
      file: 'checked_loader.py',
      stdin: rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
    });

  beforeAll(() => {
    python = openPython();
  });
  afterAll(() => python.close());

  it('are told the same in TypeScript, in batches at one size of the log', async () => {
    const checker = createOnlineChecker({ registry: server.url, use: 'train-ai', batch: 3, maxAge: 3e11 });
    const size = Number(await registry.store.log.size());
    const answers = [];
    for await (const answer of checker.check(asked)) {
      answers.push(answer);
      if (answers.length === 1) await say(`https://${HOST}/meanwhile-${answers.length}.jpg`, 'deny');
    }
    expect(answers.map(({ url }) => url)).toEqual(asked);
    expect(answers.map(({ state }) => state)).toEqual(states);
    expect(answers[0]).toMatchObject({ assurance: 'verified', decidedBy: [noId] });
    expect(checker.logSize).toBe(size);
    expect(await registry.store.log.size()).toBeGreaterThan(size);
  });

  it('are told the same in Python, with a key, as of an earlier size too', async () => {
    const { secret } = await newKey(['check']);
    const options = { batch: 3, key: secret };
    const early = { ...options, log_size: 1 };
    const [now, before] = (await python.ask('check', [
      { registry: server.url, use: 'train-ai', urls: asked, options },
      { registry: server.url, use: 'train-ai', urls: asked, options: early },
    ])) as { logSize: number; answers: { url: string; state: string }[] }[];
    expect(now?.answers.map(({ url, state }) => [url, state])).toEqual(
      asked.map((url, at) => [url, states[at]]),
    );
    expect(before?.logSize).toBe(1);
    expect(new Set(before?.answers.map(({ state }) => state))).toEqual(new Set(['unknown']));
  });

  it('load with the example in Python what is allowed alone, and stop where nothing is answered', async () => {
    const rows = asked.map((url, row) => ({ row, url, caption: 'é' }));
    const loaded = await load(server.url, rows);
    expect(loaded).toMatchObject({
      exit: 0,
      out: `${JSON.stringify(rows[2])}\n`.replace(/","/g, '", "').replace(/":/g, '": ').replace(/,"/g, ', "'),
    });
    expect(loaded.err).toMatch(/^Checked at log size \d+\.\n$/);
    const stopped = await load(`${server.url}/nowhere`, rows);
    expect(stopped).toMatchObject({ exit: 3, out: '', err: expect.stringContaining('404') });
    for (const [line, why] of [
      ['{"url": "https://example.com/', 'Line 3 is no JSON.'],
      ['["https://example.com/"]', 'Line 3 is no JSON object with a member url.'],
      ['{"address": 1}', 'Line 3 is no JSON object with a member url.'],
    ]) {
      const stdin = `${JSON.stringify(rows[2])}\n\n${line}\n`;
      const unread = await runPython([server.url, 'train-ai'], '.', { file: 'checked_loader.py', stdin });
      expect(unread).toEqual({
        exit: 4,
        out: '',
        err: `Stopped: ${why} What was written before is not a checked dataset.\n`,
      });
    }
  });
});

describe('what a server writes down', () => {
  it('holds no address that was asked about, and no beginning of a key, also where something fails', async () => {
    let written = '';
    // Any four digits may stand in the time of a line, and in the number of the process.
    const settings = { level: 'trace', timestamp: false, base: null };
    const logger = pino(settings, { write: (line: string) => (written += line) });
    const talking = await openLogServer(registry, { logger });
    const secret = `https://${HOST}/secret-4711.jpg`;
    const size = String(await registry.store.log.size());
    const lines = { method: 'POST', body: `${secret}\n`, headers: { 'content-type': 'text/plain' } };
    const asked = [
      ['/v1/check?use=train-ai', lines],
      ['/v1/check?use=nonsense', lines],
      [`/v1/check?use=train-ai&log-size=${size}`, lines],
      ['/api/v2/query/urls', lines],
      ['/v1/range/4711', {}],
      [`/v1/snapshots/${size}/range/4711`, {}],
      ['/v1/changes?since=0', {}],
      ['/nothing/secret-4711', {}],
    ] as const;
    const askAll = async () => {
      for (const [path, init] of asked)
        await fetch(talking.url + path, init)
          .then((answer) => answer.text())
          .catch(() => '');
    };
    await askAll();
    const { dataSource } = registry.store as OpenStore;
    await dataSource.query('ALTER TABLE log_references RENAME TO log_references_gone');
    await askAll().finally(() =>
      dataSource.query('ALTER TABLE log_references_gone RENAME TO log_references'),
    );
    await talking.close();
    expect(written).toContain('log_references');
    const key = urlKey(`${HOST}/secret-4711.jpg`);
    for (const told of [
      '4711',
      'secret',
      key.toString(16),
      key.toString(),
      BigInt.asIntN(64, key).toString(),
    ])
      expect(written).not.toContain(told);
  });
});

/** A check whose lines are sent one by one. */
function openCheck(
  type = 'text/plain',
  { url }: LogServer = server,
): Promise<{
  request: ClientRequest;
  response: () => Promise<IncomingMessage>;
}> {
  const request = httpRequest(`${url}/v1/check?use=train-ai`, {
    method: 'POST',
    headers: { 'content-type': type, ...(type === 'text/plain' ? { accept: 'text/plain' } : {}) },
  });
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  request.on('error', () => undefined);
  return Promise.resolve({ request, response: async () => (await answered)[0] });
}

describe('the list of what is given', () => {
  const exported = async (query: string) => {
    const response = await fetch(`${server.url}/exports/allowed.ndjson${query}`);
    const lines = (await response.text()).split('\n').filter((line) => line !== '');
    return {
      status: response.status,
      rows: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    };
  };

  it('is empty before a snapshot was made, and says so by no row', async () => {
    expect(await exported('')).toEqual({ status: 200, rows: [] });
    expect((await findGiven(registry, {}, { first: 5 })).rows).toEqual([]);
  });

  it('holds what is allowed, or allowed on terms, with credit and the address of a proof, and nothing else', async () => {
    await bringSnapshotUp(registry);
    const { rows } = await exported('');
    expect(rows).toMatchObject([
      { address: expect.stringContaining('terms.jpg'), answer: 'CONDITIONAL', credit: 'Name me' },
      { address: expect.stringContaining('yes.jpg'), answer: 'ALLOWED', credit: null },
    ]);
    const proof = new URL(String(rows[0]?.['proof'])).pathname;
    expect((await fetch(server.url + proof)).status).toBe(200);
    const csv = await (await fetch(`${server.url}/exports/allowed.csv?use=train-ai`)).text();
    expect(csv.split('\r\n')).toHaveLength(4);
  });

  it.each([
    ['?q=NAME%20mé', 1, 'words in the terms, whatever their case and accents'],
    ['?q=yes.jpg', 1, 'a part of the address'],
    ['?answer=ALLOWED', 1, 'one answer'],
    ['?use=search', 0, 'one use'],
    ['?q=zyzzyva', 0, 'nothing'],
  ])('%s leaves %i: %s', async (query, count) => {
    expect((await exported(query)).rows).toHaveLength(count);
  });

  it('refuses a use that there is not, rather than list everything', async () => {
    expect(await fetch(`${server.url}/exports/allowed.csv?use=everything`)).toMatchObject({ status: 400 });
  });

  it('is paged, and leaves out at once what has been taken back since it was made', async () => {
    const first = await findGiven(registry, {}, { first: 1 });
    expect(first.hasNextPage).toBe(true);
    const second = await findGiven(registry, {}, { first: 5, after: first.rows[0]?.cursor ?? '' });
    expect([...first.rows, ...second.rows].map(({ row }) => row.statement.preference)).toEqual([
      'allow',
      'conditional',
    ]);
    const yes = first.rows[0]?.row.statement.id ?? new Uint8Array();
    expect(await withdrawStatement(registry, artist, { statementId: yes })).toMatchObject({ ok: true });
    expect((await findGiven(registry, { answer: 'ALLOWED' }, { first: 5 })).rows).toEqual([]);
  });
});
