import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FetchRefused } from '../../src/fetch/fetch-refused.js';
import type { FetchedBody } from '../../src/fetch/fetched-body.js';
import { createGuardedFetch } from '../../src/fetch/guarded-fetch.js';
import type { FetchLimits } from '../../src/fetch/guarded-fetch.js';
import { mapTo, serveBytes, serveHttp, serveRaw } from './local-server.js';
import type { LocalServer } from './local-server.js';
import { refusalOf } from './refusal-of.js';

describe('A guarded fetch', () => {
  let server: LocalServer | undefined;

  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  async function get(from: LocalServer, limits?: FetchLimits): Promise<FetchedBody> {
    server = from;
    const fetcher = createGuardedFetch({
      userAgent: 'Assent-test/1',
      hostMap: mapTo({ 'artist.test': from }),
    });
    return fetcher.get('http://artist.test/folder/file?a=b#c', limits);
  }

  /** The refusal, once the server has also seen every connection closed. */
  async function refused(from: LocalServer, limits?: FetchLimits): Promise<FetchRefused> {
    const refusal = await refusalOf(get(from, limits));
    await from.idle();
    return refusal;
  }

  it('sends a plain GET that names us, and nothing of ours beside', async () => {
    const from = await serveHttp((_request, response) => response.end('hello'));
    await get(from, { accept: 'image/*' });
    expect(from.heard[0]).toMatchObject({
      method: 'GET',
      url: '/folder/file?a=b',
      headers: {
        host: 'artist.test',
        'user-agent': 'Assent-test/1',
        accept: 'image/*',
        'accept-encoding': 'gzip, deflate, br',
        connection: 'close',
      },
    });
    expect(Object.keys(from.heard[0]?.headers ?? {})).toHaveLength(5);
  });

  it.each([
    ['a\r\nX-More: b', 'a second field in disguise'],
    ['niño €', 'beyond Latin-1'],
  ])('is not made for the user agent %p: %s', (userAgent) => {
    expect(() => createGuardedFetch({ userAgent })).toThrow('user-agent');
  });

  it('gives status, headers and body of any answer, also of an error', async () => {
    const from = await serveHttp((_request, response) => {
      response.writeHead(404, [
        ['X-Robots-Tag', 'noai'],
        ['X-Robots-Tag', 'noimageai'],
        ['Content-Type', 'text/plain'],
      ]);
      response.end('gone');
    });
    const answer = await get(from);
    expect(answer).toMatchObject({ url: 'http://artist.test/folder/file?a=b', status: 404, redirects: [] });
    expect(answer.headers).toMatchObject({ 'x-robots-tag': 'noai, noimageai', 'content-type': 'text/plain' });
    expect(new TextDecoder().decode(answer.body)).toBe('gone');
    await from.idle();
  });

  it('keeps a header with a dangerous name from touching an object', async () => {
    const from = await serveBytes('HTTP/1.1 200 OK\r\n__proto__: polluted\r\nContent-Length: 0\r\n\r\n');
    const answer = await get(from);
    expect(Object.getPrototypeOf(answer.headers)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['gzip', 'the usual one', gzipSync],
    ['GZIP', 'names ignore case', gzipSync],
    ['x-gzip', 'its old name', gzipSync],
    ['deflate', 'zlib', deflateSync],
    ['br', 'brotli', brotliCompressSync],
    ['identity', 'none', (text: string) => text],
  ])('decodes %s: %s', async (encoding, _reason, encode) => {
    const from = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(encode('hello '.repeat(1_000)));
    });
    expect(new TextDecoder().decode((await get(from)).body)).toBe('hello '.repeat(1_000));
  });

  it('accepts a body of exactly the largest size', async () => {
    const from = await serveHttp((_request, response) => response.end('x'.repeat(1_000)));
    expect((await get(from, { maxBytes: 1_000 })).body).toHaveLength(1_000);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('cuts off a %s bomb, small until decoded', async (encoding, encode) => {
    const bomb = encode(Buffer.alloc(20_000_000));
    const from = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb);
    });
    expect((await refused(from)).code).toBe('too-large');
  });

  it('cuts off what decodes to nothing for ever', async () => {
    const nothing = gzipSync('');
    const from = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      const timer = setInterval(() => response.write(Buffer.concat(Array<Buffer>(500).fill(nothing))), 1);
      response.on('close', () => {
        clearInterval(timer);
      });
    });
    expect((await refused(from, { maxBytes: 100_000 })).code).toBe('too-large');
  });

  it.each([
    ['Content-Encoding: gzip, gzip', 'a bomb in a bomb'],
    ['Content-Encoding: zstd', 'not asked for'],
    ['Content-Encoding: constructor', 'a name that objects have'],
    ['Content-Encoding: gzip', 'said to be gzip, and is not'],
    ['Content-Length: 5, 6', 'two lengths'],
    ['Content-Length: 5\r\nContent-Length: 6', 'two length fields'],
    ['Content-Length: -1', 'a negative length'],
    ['Content-Length: 5\r\nTransfer-Encoding: chunked', 'a length and chunks, as smuggling has it'],
    ['Transfer-Encoding: chunked', 'said to be chunked, and is not'],
    ['Content-Length: 6', 'a byte fewer than said'],
    ['Bad Header: x', 'a space in a field name'],
  ])('refuses a malformed answer (%s): %s', async (header) => {
    const from = await serveBytes(`HTTP/1.1 200 OK\r\n${header}\r\nConnection: close\r\n\r\nhello`);
    expect((await refused(from)).code).toBe('bad-response');
  });

  it.each([
    ['', 'nothing'],
    ['SSH-2.0-OpenSSH_9.2\r\n', 'another protocol'],
    ['HTTP/1.1 200 OK\r\nContent-Length: 5\r\n', 'headers without end'],
    ['HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n', 'an upgrade'],
    ['<html>hello</html>', 'a body alone'],
  ])('refuses an answer that is not HTTP (%p): %s', async (text) => {
    expect((await refused(await serveBytes(text))).code).toBe('bad-response');
  });

  it('reads no further than the length that the server declared', async () => {
    const from = await serveBytes('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello, and more');
    const outcome = await get(from).catch((error: unknown) => error);
    expect(outcome).toMatchObject(
      outcome instanceof Error ? { code: 'bad-response' } : { body: new TextEncoder().encode('hello') },
    );
    await from.idle();
  });

  it('refuses at its header what declares itself too large', async () => {
    const from = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10000001\r\n\r\n');
    });
    expect((await refused(from)).code).toBe('too-large');
  });

  it('refuses headers without measure', async () => {
    const from = await serveBytes(`HTTP/1.1 200 OK\r\n${'X-Fill: 0123456789abcdef\r\n'.repeat(2_000)}\r\n`);
    expect((await refused(from)).code).toBe('too-large');
  });

  it('cuts off chunks without end', async () => {
    const from = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
      const more = (): void => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket.on('drain', more);
      more();
    });
    expect((await refused(from, { maxBytes: 1_000_000 })).code).toBe('too-large');
  });

  it.each([
    ['', 'never a byte'],
    ['HTTP/1.1 200 OK\r\nX-Slow: ', 'a header that drips'],
    ['HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n', 'a body that drips'],
    ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n', 'a chunk that drips'],
  ])('gives up within its time on a server that is slow on purpose (%p): %s', async (start) => {
    const from = await serveRaw((socket) => {
      socket.write(start);
      const drip = setInterval(() => start !== '' && socket.write('1'), 20);
      socket.on('close', () => {
        clearInterval(drip);
      });
    });
    expect((await refused(from, { timeoutMs: 300 })).code).toBe('timed-out');
  });

  it('counts its time over all redirects together', async () => {
    const from = await serveHttp((request, response) => {
      setTimeout(() => response.writeHead(302, { location: request.url ?? '' }).end(), 100);
    });
    expect((await refused(from, { timeoutMs: 350, maxRedirects: 1_000 })).code).toBe('timed-out');
  });

  it('is connection-failed when nobody listens', async () => {
    const from = await serveRaw(() => undefined);
    await from.close();
    expect((await refusalOf(get(from))).code).toBe('connection-failed');
  });

  it('reads a picture byte for byte', async () => {
    const picture = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 31) % 256);
    const from = await serveHttp((_request, response) => response.end(picture));
    expect((await get(from)).body).toEqual(picture);
  });

  it('ends what is under way when closed, and begins nothing after', async () => {
    const from = await serveRaw(() => undefined);
    server = from;
    const fetcher = createGuardedFetch({ userAgent: 'test', hostMap: mapTo({ 'artist.test': from }) });
    const pending = refusalOf(fetcher.get('http://artist.test/'));
    await fetcher.close();
    expect((await pending).code).toBe('connection-failed');
    expect((await refusalOf(fetcher.get('http://artist.test/'))).code).toBe('connection-failed');
    await from.idle();
    expect(from.connections()).toBeLessThanOrEqual(1);
  });
});
