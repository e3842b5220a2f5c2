import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGuardedFetch } from '../../src/fetch/guarded-fetch.js';
import type { GuardedFetch } from '../../src/fetch/guarded-fetch.js';
import { mapTo, serveBytes, serveHttp, serveHttps } from './local-server.js';
import type { LocalServer } from './local-server.js';
import { refusalOf } from './refusal-of.js';
import { selfSigned } from './self-signed.js';

describe('A redirect', () => {
  let plain: LocalServer;
  let secure: LocalServer;
  let double: LocalServer;
  let fetcher: GuardedFetch;

  beforeAll(async () => {
    const identity = selfSigned('secure.test');
    plain = await serveHttp((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://artist.test');
      const count = Number(/^\/count\/(\d)$/.exec(pathname)?.[1] ?? 0);
      if (count > 0) response.writeHead(302, { location: `/count/${count - 1}` }).end('moved');
      else if (pathname === '/loop') response.writeHead(301, { location: '/loop' }).end();
      else if (pathname === '/bare') response.writeHead(302).end('no place named');
      else if (pathname === '/to') {
        const status = Number(searchParams.get('status') ?? 302);
        response.writeHead(status, { location: searchParams.get('place') ?? '' }).end('x'.repeat(100_000));
      } else response.end(`arrived at ${request.url ?? ''}`);
    });
    secure = await serveHttps(identity, (request, response) => {
      if (request.url === '/down') response.writeHead(302, { location: 'http://secure.test/' }).end();
      else response.end('secure');
    });
    double = await serveBytes(
      'HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n',
    );
    fetcher = createGuardedFetch({
      userAgent: 'test',
      hostMap: new Map([
        ...mapTo({ 'artist.test': plain, 'other.test': plain, 'double.test': double }),
        ['secure.test', { host: '127.0.0.1', port: secure.port, certificate: identity.certificate }],
      ]),
      resolve: () => Promise.resolve([]),
    });
  });

  afterAll(async () => {
    await fetcher.close();
    await Promise.all([plain, secure, double].map((server) => server.close()));
  });

  it('is followed three times, and each place is told', async () => {
    const answer = await fetcher.get('http://artist.test/count/3#part');
    expect(new TextDecoder().decode(answer.body)).toBe('arrived at /count/0');
    expect(answer).toMatchObject({
      url: 'http://artist.test/count/0',
      status: 200,
      redirects: ['http://artist.test/count/2', 'http://artist.test/count/1', 'http://artist.test/count/0'],
    });
  });

  it('is not followed a fourth time', async () => {
    expect((await refusalOf(fetcher.get('http://artist.test/count/4'))).code).toBe('too-many-redirects');
  });

  it('is not followed at all when the caller allows none', async () => {
    const request = fetcher.get('http://artist.test/count/1', { maxRedirects: 0 });
    expect((await refusalOf(request)).code).toBe('too-many-redirects');
  });

  it('to itself ends', async () => {
    expect((await refusalOf(fetcher.get('http://artist.test/loop'))).code).toBe('too-many-redirects');
  });

  it.each([301, 302, 303, 307, 308])('with status %d is followed by a GET', async (status) => {
    const answer = await fetcher.get(`http://artist.test/to?status=${status}&place=/there`);
    expect(answer.url).toBe('http://artist.test/there');
    expect(plain.heard.at(-1)?.method).toBe('GET');
  });

  it.each([300, 304, 305])('is not what status %d is', async (status) => {
    const answer = await fetcher.get(`http://artist.test/to?status=${status}&place=/there`);
    expect(answer).toMatchObject({ status, redirects: [] });
  });

  it('that names no place is an answer', async () => {
    expect(await fetcher.get('http://artist.test/bare')).toMatchObject({ status: 302, redirects: [] });
  });

  it('that names two places is refused', async () => {
    expect((await refusalOf(fetcher.get('http://double.test/'))).code).toBe('bad-response');
  });

  it.each([
    ['http://other.test/x', 'other.test', 'another mapped host, looked at anew'],
    ['//other.test/x', 'other.test', 'without scheme'],
    ['https://secure.test/', 'secure.test', 'up to https'],
  ])('to %s arrives at %s: %s', async (place, host) => {
    const answer = await fetcher.get(`http://artist.test/to?place=${encodeURIComponent(place)}`);
    expect(new URL(answer.url).hostname).toBe(host);
  });

  it.each([
    ['ftp://other.test/', 'scheme-forbidden', 'other protocol'],
    ['file:///etc/passwd', 'scheme-forbidden', 'local file'],
    ['http://user:secret@other.test/', 'credentials-in-url', 'user-info'],
    ['http://example.com:8080/', 'port-forbidden', 'other port'],
    ['http://', 'not-a-url', 'no host'],
    ['http://unknown.test/', 'name-not-found', 'looked up like any other'],
  ])('to %s is refused as %s: %s', async (place, code) => {
    const request = fetcher.get(`http://artist.test/to?place=${encodeURIComponent(place)}`);
    expect((await refusalOf(request)).code).toBe(code);
  });

  it.each([
    ['http://other.test/', 'redirect-to-other-host', 'another host'],
    ['http://www.artist.test/', 'redirect-to-other-host', 'a host below is another host'],
    ['http://artist.test.other.test/', 'redirect-to-other-host', 'a host that begins alike'],
  ])('to %s is refused as %s where only the same host may answer: %s', async (place, code) => {
    const url = `http://artist.test/to?place=${encodeURIComponent(place)}`;
    const before = plain.connections();
    expect((await refusalOf(fetcher.get(url, { sameHostOnly: true }))).code).toBe(code);
    expect(plain.connections()).toBe(before + 1);
  });

  it.each([
    ['http://ARTIST.test/x', 'upper case is the same name'],
    ['http://artist.test./x', 'a trailing dot is the same name'],
    ['/x', 'a path'],
  ])('to %s is followed where only the same host may answer: %s', async (place) => {
    const url = `http://artist.test/to?place=${encodeURIComponent(place)}`;
    const answer = await fetcher.get(url, { sameHostOnly: true });
    expect(new TextDecoder().decode(answer.body)).toBe('arrived at /x');
  });

  it('from https down to http is refused where only the same host may answer', async () => {
    const request = fetcher.get('https://secure.test/down', { sameHostOnly: true });
    expect((await refusalOf(request)).code).toBe('scheme-forbidden');
  });

  it('leaves no connection behind, though its body is never read', async () => {
    await fetcher.get('http://artist.test/to?place=/there');
    await plain.idle();
    expect(plain.connections()).toBeGreaterThan(0);
  });
});
