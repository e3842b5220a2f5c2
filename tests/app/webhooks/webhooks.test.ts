import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { SignedInActor } from '../../../src/app/actor.js';
import type { Webhook } from '../../../src/app/ports/webhooks.js';
import type { Registry } from '../../../src/app/registry.js';
import { createWebhook } from '../../../src/app/webhooks/create-webhook.js';
import { deliverWebhooks } from '../../../src/app/webhooks/deliver-webhooks.js';
import { removeWebhook } from '../../../src/app/webhooks/remove-webhook.js';
import { replayWebhook } from '../../../src/app/webhooks/replay-webhook.js';
import type { Mail } from '../../../src/app/ports/surroundings.js';
import { createGuardedFetch, type GuardedFetch } from '../../../src/fetch/guarded-fetch.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { type LocalServer, mapTo, serveHttp } from '../../fetch/local-server.js';
import { signUp } from '../../support/sign-up.js';
import { type TestClock, testClock } from '../../support/test-clock.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';
import { appendAny } from '../log/log-scenario.js';

interface Heard {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let store: OpenStore;
let registry: Registry;
let outgoing: GuardedFetch;
let server: LocalServer;
let builder: SignedInActor;
const clock: TestClock = testClock();
const heard: Heard[] = [];
const mails: Mail[] = [];
/** What the server of builders answers. */
let status = 204;

beforeAll(async () => {
  store = await openTestStore();
  server = await serveHttp((request, response) => {
    void text(request).then((body) => {
      heard.push({ path: request.url ?? '', headers: request.headers, body });
      response.writeHead(status, status === 302 ? { location: 'http://builder.test/elsewhere' } : {}).end();
    });
  });
  outgoing = createGuardedFetch({
    userAgent: 'assent-test',
    hostMap: mapTo({ 'builder.test': server }),
    resolve: () => Promise.resolve([]),
    timeoutMs: 60_000,
  });
  const mailer = {
    isEnabled: true,
    send: (mail: Mail) => {
      mails.push(mail);
      return Promise.resolve();
    },
  };
  registry = makeTestRegistry(store, { clock: clock.now, outgoing, mailer });
  builder = await signUp(registry, 'builder');
  await grow();
});

afterAll(async () => {
  await outgoing.close();
  await server.close();
  await store.close();
});

const grow = () => registry.log.sequence((inside, at) => appendAny(inside, at));
const sizeNow = async () => Number(await store.log.size());

async function made(url: string): Promise<{ webhook: Webhook; secret: string }> {
  const result = await createWebhook(registry, builder, { url });
  if (!result.ok) throw new Error(result.message);
  return result;
}

const asItIs = async ({ id }: Webhook) => {
  const webhook = await store.webhooks.byId(id);
  if (webhook === undefined) throw new Error('It is gone.');
  return webhook;
};

describe('a webhook', () => {
  it('is told once when the log has grown, in a message that its secret signs', async () => {
    status = 204;
    const { webhook, secret } = await made('http://builder.test/grown');
    await deliverWebhooks(registry);
    expect(heard).toEqual([]);
    const since = await sizeNow();
    await grow();
    await grow();
    expect(await deliverWebhooks(registry)).toBe(1);
    expect(await deliverWebhooks(registry)).toBe(0);
    const [message, ...more] = heard;
    expect(more).toEqual([]);
    const size = await sizeNow();
    expect(JSON.parse(message?.body ?? '')).toEqual({
      type: 'log.grown',
      log: registry.log.origin,
      since,
      size,
      changes: `http://localhost:4000/v1/changes?since=${since}`,
    });
    const { headers } = message ?? {};
    const timestamp = String(headers?.['webhook-timestamp']);
    expect(timestamp).toBe(String(Math.floor(clock.now().getTime() / 1_000)));
    const signed = `${String(headers?.['webhook-id'])}.${timestamp}.${message?.body ?? ''}`;
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const expected = createHmac('sha256', key).update(signed).digest('base64');
    expect(headers?.['webhook-signature']).toBe(`v1,${expected}`);
    expect(await asItIs(webhook)).toMatchObject({
      toldSize: size,
      failures: 0,
      attempts: [{ since, size, status: 204 }],
    });
    await removeWebhook(registry, builder, webhook);
  });

  it('is told by one server alone, however many are at work', async () => {
    const { webhook } = await made('http://builder.test/once');
    await grow();
    heard.length = 0;
    const told = await Promise.all(Array.from({ length: 5 }, () => deliverWebhooks(registry)));
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(heard).toHaveLength(1);
    await removeWebhook(registry, builder, webhook);
  });

  it('is tried again with pauses that double, and told with what grew meanwhile', async () => {
    const { webhook } = await made('http://builder.test/slow');
    await grow();
    status = 500;
    const pauses: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      expect(await deliverWebhooks(registry)).toBe(0);
      const { nextAttemptAt } = await asItIs(webhook);
      pauses.push((nextAttemptAt?.getTime() ?? 0) - clock.now().getTime());
      heard.length = 0;
      await deliverWebhooks(registry);
      expect(heard).toEqual([]);
      clock.advance({ seconds: (pauses.at(-1) ?? 0) / 1_000 });
    }
    expect(pauses).toEqual([60_000, 120_000, 240_000, 480_000]);
    await grow();
    status = 200;
    expect(await deliverWebhooks(registry)).toBe(1);
    expect(JSON.parse(heard[0]?.body ?? '')).toMatchObject({
      since: webhook.toldSize,
      size: await sizeNow(),
    });
    const { failingSince, nextAttemptAt, attempts } = await asItIs(webhook);
    expect({ failingSince, nextAttemptAt }).toEqual({});
    expect(attempts.map((attempt) => attempt.status)).toEqual([200, 500, 500, 500, 500]);
    await removeWebhook(registry, builder, webhook);
  });

  it('is given up after a day, its holder is told, and it is taken up again where it is replayed', async () => {
    await store.accounts.update(builder.account.id, {
      email: 'builder@example.org',
      emailConfirmedAt: clock.now(),
    });
    const { webhook } = await made('http://builder.test/gone');
    const since = await sizeNow();
    await grow();
    status = 404;
    for (let hour = 0; hour <= 28; hour += 1) {
      await deliverWebhooks(registry);
      clock.advance({ hours: 1 });
    }
    const given = await asItIs(webhook);
    expect(given.disabledAt).toBeInstanceOf(Date);
    expect(given.attempts.length).toBeLessThanOrEqual(20);
    expect(mails.map(({ to }) => to)).toEqual(['builder@example.org']);
    expect(mails[0]?.text).toContain('http://builder.test/gone');
    heard.length = 0;
    await deliverWebhooks(registry);
    expect(heard).toEqual([]);
    status = 200;
    const replayed = await replayWebhook(registry, builder, { id: webhook.id, since: BigInt(since) });
    expect(replayed).toMatchObject({ ok: true, webhook: { disabledAt: undefined, toldSize: since } });
    expect(await deliverWebhooks(registry)).toBe(1);
    expect(JSON.parse(heard[0]?.body ?? '')).toMatchObject({ since });
    await removeWebhook(registry, builder, webhook);
  });

  it.each([
    ['http://builder.test/moved', 302, 'status 302'],
    ['http://127.0.0.1/inside', 200, 'address'],
    ['http://nowhere.test:8080/', 200, 'port'],
    ['http://nowhere.test/', 200, 'address'],
  ])('at %s is reached by nothing that the guard would not send', async (url, answered, problem) => {
    status = answered;
    const { webhook } = await made(url);
    await grow();
    heard.length = 0;
    expect(await deliverWebhooks(registry)).toBe(0);
    expect(heard.map(({ path }) => path)).toEqual(answered === 302 ? ['/moved'] : []);
    const [attempt] = (await asItIs(webhook)).attempts;
    expect(attempt?.problem).toContain(problem);
    await removeWebhook(registry, builder, webhook);
  });

  it.each([
    '',
    'example.com',
    'ftp://builder.test/',
    'http://user:secret@builder.test/',
    `http://builder.test/${'a'.repeat(2_048)}`,
  ])('is not made of %j', async (url) => {
    expect(await createWebhook(registry, builder, { url })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'url',
    });
  });

  it('is one of ten at most', async () => {
    const hoarder = await signUp(registry, 'builder');
    const results = [];
    for (let turn = 0; turn < 11; turn += 1) {
      results.push((await createWebhook(registry, hoarder, { url: 'https://builder.test/' })).ok);
    }
    expect(results).toEqual([...Array.from({ length: 10 }, () => true), false]);
    for (const { id } of await store.webhooks.ofAccount(hoarder.account.id)) await store.webhooks.remove(id);
  });

  it('is nobody else’s to end or replay, and is replayed from no size that was not signed', async () => {
    const { webhook } = await made('https://builder.test/mine');
    const stranger = await signUp(registry, 'builder');
    const absent = { code: 'NOT_FOUND' };
    expect(await removeWebhook(registry, stranger, webhook)).toMatchObject(absent);
    expect(await replayWebhook(registry, stranger, { id: webhook.id, since: 0n })).toMatchObject(absent);
    expect(await removeWebhook(registry, builder, { id: 'no id' })).toMatchObject(absent);
    for (const since of [-1n, 1_000_000n]) {
      const refused = await replayWebhook(registry, builder, { id: webhook.id, since });
      expect(refused).toMatchObject({ code: 'INVALID_INPUT', field: 'since' });
    }
    await removeWebhook(registry, builder, webhook);
  });
});
