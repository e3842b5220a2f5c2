import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createOperatorFetch, type OperatorFetch } from '../../src/fetch/operator-fetch.js';
import { type LocalServer, serveHttp } from './local-server.js';
import { refusalOf } from './refusal-of.js';

const BODY = new TextEncoder().encode('old 0\n');

describe('A POST to an address that the operator wrote down', () => {
  let fetcher: OperatorFetch;
  let server: LocalServer | undefined;
  const ending = new AbortController();

  beforeEach(() => {
    fetcher = createOperatorFetch({ userAgent: 'Assent-test/1', timeoutMs: 2_000 });
  });

  afterEach(async () => {
    await fetcher.close();
    await server?.close();
    server = undefined;
  });

  async function serve(listener: RequestListener): Promise<string> {
    server = await serveHttp(listener);
    return `http://localhost:${server.port}`;
  }

  const post = (url: string, signal = ending.signal) => fetcher.post(url, BODY, 1_000, signal);

  it('carries the bytes as text, and says who asks', async () => {
    const heard: string[] = [];
    const origin = await serve((request, response) => {
      void readAll(request).then((text) => {
        heard.push(text);
        response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('7\n');
      });
    });
    const answer = await post(`${origin}/w1/add-checkpoint`);
    expect(answer).toMatchObject({ status: 409, headers: { 'content-type': 'text/x.tlog.size' } });
    expect(new TextDecoder().decode(answer.body)).toBe('7\n');
    expect(heard).toEqual(['old 0\n']);
    expect(server?.heard[0]).toMatchObject({
      method: 'POST',
      url: '/w1/add-checkpoint',
      headers: { 'user-agent': 'Assent-test/1', 'content-type': 'text/plain; charset=utf-8' },
    });
  });

  it('is not sent on by a redirect', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await post(origin)).toMatchObject({ status: 307, redirects: [] });
    expect(server?.heard).toHaveLength(1);
  });

  it('refuses an answer that is too large', async () => {
    const origin = await serve((_request, response) => response.end('x'.repeat(1_001)));
    expect((await refusalOf(post(origin))).code).toBe('too-large');
  });

  it('gives up after its time', async () => {
    fetcher = createOperatorFetch({ userAgent: 'Assent-test/1', timeoutMs: 100 });
    const origin = await serve(() => undefined);
    expect((await refusalOf(post(origin))).code).toBe('timed-out');
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const origin = await serve(() => {
      stop.abort();
    });
    expect((await refusalOf(post(origin, stop.signal))).code).toBe('bad-response');
  });

  it.each([
    ['ftp://localhost/', 'scheme-forbidden'],
    ['http://name:word@localhost/', 'credentials-in-url'],
    ['nonsense', 'not-a-url'],
    ['http://localhost:1/', 'connection-failed'],
  ])('to %s is refused as %s', async (url, code) => {
    expect((await refusalOf(post(url))).code).toBe(code);
  });
});

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
