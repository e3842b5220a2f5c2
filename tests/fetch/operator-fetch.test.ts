import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { createOperatorFetch, type OperatorFetch } from '../../src/fetch/operator-fetch.js';
import { type LocalServer, serveBytes, serveHttp, serveHttps, serveRaw } from './local-server.js';
import { refusalOf } from './refusal-of.js';
import { selfSigned } from './self-signed.js';

describe('A fetch for an address that the operator typed', () => {
  let fetcher: OperatorFetch;
  let server: LocalServer | undefined;

  beforeEach(() => {
    fetcher = createOperatorFetch({ userAgent: 'Assent-test/1', timeoutMs: 5_000 });
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

  async function code(url: string, maxBytes = 1_000): Promise<string> {
    return (await refusalOf(fetcher.get(url, maxBytes))).code;
  }

  it('reaches this machine, on any port, and says who asks', async () => {
    const origin = await serve((_request, response) => response.end('hello'));
    const answer = await fetcher.get(`${origin}/a?b#c`, 1_000);
    expect(answer).toMatchObject({ url: `${origin}/a?b`, status: 200, redirects: [] });
    expect(new TextDecoder().decode(answer.body)).toBe('hello');
    expect(server?.heard[0]?.headers).toMatchObject({ 'user-agent': 'Assent-test/1' });
  });

  it('uses connections again', async () => {
    const origin = await serve((_request, response) => response.end('hello'));
    for (let turn = 0; turn < 5; turn += 1) await fetcher.get(origin, 1_000);
    expect(server?.connections()).toBeLessThan(5);
  });

  it('opens no more than 16 connections', async () => {
    const origin = await serve((_request, response) => {
      setTimeout(() => response.end('hello'), 20);
    });
    await Promise.all(Array.from({ length: 60 }, () => fetcher.get(origin, 1_000)));
    expect(server?.connections()).toBeLessThanOrEqual(16);
  });

  it('gives the status of any answer', async () => {
    const origin = await serve((_request, response) => response.writeHead(404).end('none'));
    expect((await fetcher.get(origin, 1_000)).status).toBe(404);
  });

  it('accepts a body of exactly the largest size, and not a byte more', async () => {
    const origin = await serve((request, response) =>
      response.end('x'.repeat(Number(request.url?.slice(1)))),
    );
    expect((await fetcher.get(`${origin}/1000`, 1_000)).body).toHaveLength(1_000);
    expect(await code(`${origin}/1001`)).toBe('too-large');
  });

  it('cuts off a bomb, small until decoded', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    const origin = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(await code(origin, 100_000)).toBe('too-large');
  });

  it('goes on with other requests after one was cut off', async () => {
    const origin = await serve((request, response) =>
      response.end(request.url === '/long' ? 'x'.repeat(100_000) : 'ok'),
    );
    expect(await code(`${origin}/long`)).toBe('too-large');
    expect((await fetcher.get(origin, 1_000)).status).toBe(200);
  });

  it('gives up on a server that takes too long', async () => {
    await fetcher.close();
    fetcher = createOperatorFetch({ userAgent: 'test', timeoutMs: 200 });
    const origin = await serve((_request, response) => {
      response.write('a');
    });
    expect(await code(origin)).toBe('timed-out');
  });

  it('follows three redirects on the host, and not a fourth', async () => {
    const origin = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('arrived');
      else response.writeHead(302, { location: `/${left - 1}` }).end('x'.repeat(10_000));
    });
    expect((await fetcher.get(`${origin}/3`, 1_000)).redirects).toEqual(
      [2, 1, 0].map((left) => `${origin}/${left}`),
    );
    expect(await code(`${origin}/4`)).toBe('too-many-redirects');
  });

  it.each([
    ['http://127.0.0.1/', 'redirect-to-other-host', 'another name of the same machine is another host'],
    ['http://169.254.169.254/latest', 'redirect-to-other-host', 'where a cloud keeps its secrets'],
    ['file:///etc/passwd', 'scheme-forbidden', 'a file'],
    ['http://user:secret@localhost/', 'credentials-in-url', 'a password'],
  ])('follows no redirect to %s (%s): %s', async (location, refusal) => {
    const origin = await serve((_request, response) => response.writeHead(302, { location }).end());
    expect(await code(origin)).toBe(refusal);
  });

  it.each([
    ['ftp://localhost/', 'scheme-forbidden'],
    ['http://user:secret@localhost/', 'credentials-in-url'],
    ['localhost', 'not-a-url'],
    ['http://no-such-name.invalid/', 'name-not-found'],
  ])('does not ask %s: %s', async (url, refusal) => {
    expect(await code(url)).toBe(refusal);
  });

  it('says when nobody listens', async () => {
    const gone = await serveHttp(() => undefined);
    await gone.close();
    expect(await code(`http://localhost:${gone.port}`)).toBe('connection-failed');
  });

  it('says when a certificate cannot be trusted', async () => {
    server = await serveHttps(selfSigned('localhost'), (_request, response) => response.end('hello'));
    expect(await code(`https://localhost:${server.port}`)).toBe('tls-failed');
  });

  it.each([
    ['SSH-2.0-OpenSSH_9.2\r\n', 'another protocol', 'bad-response'],
    ['HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello', 'a byte fewer than said', 'bad-response'],
    [`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 'headers beyond all measure', 'too-large'],
  ])('refuses an answer that is none (%#): %s', async (text, _reason, refusal) => {
    server = await serveBytes(text);
    expect(await code(`http://localhost:${server.port}`)).toBe(refusal);
  });

  it('says when a connection breaks', async () => {
    server = await serveRaw((socket) => {
      socket.once('data', () => socket.resetAndDestroy());
    });
    expect(await code(`http://localhost:${server.port}`)).toBe('connection-failed');
  });

  it('ends what is under way when it is closed', async () => {
    const origin = await serve(() => undefined);
    const asked = refusalOf(fetcher.get(origin, 1_000));
    await fetcher.close();
    expect((await asked).code).toBe('connection-failed');
  });
});
