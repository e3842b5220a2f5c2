import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LogTrouble } from '../../src/app/log/log-status.js';
import type { Registry } from '../../src/app/registry.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { appendAny } from '../app/log/log-scenario.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import { openTroubledLog } from '../support/troubled-log.js';
import { openLogServer } from './log-server.js';

let store: OpenStore;
let registry: Registry;

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
  await registry.log.sequence((inside, at) => appendAny(inside, at, 3));
});

afterAll(() => store.close());

async function readiness(log: Registry['log']): Promise<{ status: number; body: string; alive: number }> {
  const server = await openLogServer({ ...registry, log });
  const answer = await fetch(`${server.url}/readyz`);
  const { status: alive } = await fetch(`${server.url}/healthz`);
  const told = { status: answer.status, body: await answer.text(), alive };
  await server.close();
  return told;
}

describe('/readyz', () => {
  it.each<[LogTrouble, RegExp, string]>([
    ['behind', /assent log recover/, 'leaves may be missing'],
    ['forked', /put back the copy/, 'leaves may be other ones'],
  ])('is 503, with what to do, while the log is %s: %s', async (trouble, told) => {
    const { status, body, alive } = await readiness(await openTroubledLog(store, registry.clock, trouble));
    expect(status).toBe(503);
    expect(body).toMatch(told);
    expect(alive).toBe(200);
  });

  it.each<[LogTrouble, string]>([
    ['stopped', 'what it holds is whole'],
    ['other-key', 'what it holds is whole'],
  ])('is 200 while the log only takes no leaves (%s): %s', async (trouble) => {
    const log = await openTroubledLog(store, registry.clock, trouble);
    expect(await readiness(log)).toEqual({ status: 200, body: 'ready\n', alive: 200 });
  });

  it('is 200 when all is well', async () => {
    expect(await readiness(registry.log)).toMatchObject({ status: 200, body: 'ready\n' });
  });
});
