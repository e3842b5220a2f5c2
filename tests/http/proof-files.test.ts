import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogEntry } from '../../src/app/ports/log.js';
import type { Registry } from '../../src/app/registry.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { appendAny } from '../app/log/log-scenario.js';
import { runVerifier } from '../cli/run-verifier.js';
import { provenIndex } from '../support/proven-index.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import { openTroubledLog } from '../support/troubled-log.js';
import { type LogServer, openLogServer } from './log-server.js';

/** One full tile, and one that is not. */
const SIZE = 300;

let store: OpenStore;
let registry: Registry;
let server: LogServer;
let leaves: LogEntry[];
let folder: string;

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
  leaves = await registry.log.sequence((inside, at) => appendAny(inside, at, SIZE - 1));
  server = await openLogServer(registry);
  folder = await mkdtemp(join(tmpdir(), 'assent-proofs-'));
});

afterAll(async () => {
  await server.close();
  await store.close();
  await rm(folder, { recursive: true });
});

const key = () => registry.log.keys.held()[0] ?? '';
const nameOf = ({ leafHash }: LogEntry) => `${Buffer.from(leafHash).toString('hex')}.tlog-proof`;
const fetchProof = (name: string, init: RequestInit = {}) => fetch(`${server.url}/log/proof/${name}`, init);

function leafAt(index: number): LogEntry {
  const leaf = leaves.find((one) => one.index === BigInt(index));
  if (leaf === undefined) throw new Error(`No leaf ${index} was made here.`);
  return leaf;
}

describe('the proof of a leaf, as a file', () => {
  it.each([1, 255, 256, 299])('proves leaf %i to whoever has the key', async (index) => {
    const leaf = leafAt(index);
    const text = await (await fetchProof(nameOf(leaf))).text();
    expect(provenIndex(text, leaf.leaf, key())).toBe(index);
  });

  it('is downloaded under its own name, as text, and may be read from pages of any site', async () => {
    const name = nameOf(leafAt(7));
    const { status, headers } = await fetchProof(name, { headers: { origin: 'https://verifier.example' } });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('holds all that "assent proof verify" needs beside the key', async () => {
    const leaf = leafAt(42);
    await writeFile(join(folder, nameOf(leaf)), await (await fetchProof(nameOf(leaf))).text());
    const { exit, out } = await runVerifier(folder, 'proof', 'verify', nameOf(leaf), '--key', key());
    expect(exit).toBe(0);
    expect(out).toContain('holds this leaf, as number 42.');
  });

  it.each(['behind', 'forked', 'stopped', 'other-key'] as const)(
    'is given out while the log is %s: what was signed stays signed',
    async (trouble) => {
      const log = await openTroubledLog(store, registry.clock, trouble);
      const troubled = await openLogServer({ ...registry, log });
      const leaf = leafAt(12);
      const text = await (await fetch(`${troubled.url}/log/proof/${nameOf(leaf)}`)).text();
      expect(provenIndex(text, leaf.leaf, key())).toBe(12);
      await troubled.close();
    },
  );
});

describe('a proof that there is not', () => {
  it.each([
    [
      'ab'.repeat(32) + '.tlog-proof',
      'a leaf that the log does not hold',
      /^The log holds no leaf with this hash/,
    ],
    ['AB'.repeat(32) + '.tlog-proof', 'another spelling', /^The log has no such file/],
    ['ab'.repeat(31) + '.tlog-proof', 'half a byte less', /^The log has no such file/],
    ['ab'.repeat(32), 'no ending', /^The log has no such file/],
    ['', 'the folder', /^The log has no such file/],
  ])('is 404, with a sentence: %s, %s', async (name, _reason, told) => {
    const answer = await fetchProof(name);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-disposition')).toBeNull();
    expect(await answer.text()).toMatch(told);
  });

  it('is 404 as long as no signed checkpoint covers the leaf, and there once one does', async () => {
    const [unsigned] = await store.transact((inside) => appendAny(inside, registry.clock()));
    if (unsigned === undefined) throw new Error('Nothing was appended.');
    expect((await fetchProof(nameOf(unsigned))).status).toBe(404);
    await registry.log.sequence((inside, at) => appendAny(inside, at));
    const text = await (await fetchProof(nameOf(unsigned))).text();
    expect(provenIndex(text, unsigned.leaf, key())).toBe(Number(unsigned.index));
  });
});

describe('a receipt that is sent to be dated', () => {
  const send = (body: string, to = server) => fetch(`${to.url}/v1/receipts`, { method: 'POST', body });
  const digest = 'ab'.repeat(32);

  it('is a leaf with its digest from then on, and its sender has the proof', async () => {
    const answer = await send(JSON.stringify({ digest, signer: '0123abcd' }));
    expect(answer.status).toBe(201);
    const size = await registry.store.log.size();
    const [entry] = await registry.store.log.byIndex(size - 1n, 1);
    if (entry === undefined) throw new Error('No leaf was logged.');
    expect(JSON.parse(new TextDecoder().decode(entry.leaf))).toMatchObject({
      kind: 'receipt',
      digest,
      signer: '0123abcd',
    });
    expect(answer.headers.get('location')).toBe(`/log/proof/${nameOf(entry)}`);
    expect(provenIndex(await answer.text(), entry.leaf, key())).toBe(Number(entry.index));
  });

  it.each([
    ['no JSON', '{', 'The body is no JSON.'],
    ['more than a digest', JSON.stringify({ digest, url: 'https://a.example/' }), '"/url" is not known here'],
    ['a digest in capitals', JSON.stringify({ digest: digest.toUpperCase() }), '"/digest" must be'],
    ['nothing', '', 'The body is no JSON.'],
  ])('is refused with %s, and nothing is logged', async (_what, body, told) => {
    const before = await registry.store.log.size();
    const answer = await send(body);
    expect({ status: answer.status, text: await answer.text() }).toEqual({
      status: 400,
      text: expect.stringContaining(told),
    });
    expect(await registry.store.log.size()).toBe(before);
  });

  it('is not taken without end from one network, nor by a log that takes nothing', async () => {
    const limited = await openLogServer(registry);
    const answers = await Promise.all(
      Array.from({ length: 11 }, () => send(JSON.stringify({ digest }), limited)),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    await limited.close();
    const log = await openTroubledLog(store, registry.clock, 'stopped');
    const stopped = await openLogServer({ ...registry, log });
    expect((await send(JSON.stringify({ digest }), stopped)).status).toBe(503);
    await stopped.close();
  });
});
