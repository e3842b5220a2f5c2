import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGuardedFetch } from '../../src/fetch/guarded-fetch.js';
import { mapTo, serveHttp, serveHttps, serveRaw } from './local-server.js';
import type { LocalServer } from './local-server.js';
import { refusalOf } from './refusal-of.js';
import { selfSigned } from './self-signed.js';

describe('A request over https', () => {
  const identity = selfSigned('artist.test');
  let secure: LocalServer;
  let plain: LocalServer;

  beforeAll(async () => {
    secure = await serveHttps(identity, (request, response) =>
      response.end(`secure ${request.headers.host ?? ''}`),
    );
    plain = await serveHttp((_request, response) => response.end('plain'));
  });

  afterAll(async () => {
    await secure.close();
    await plain.close();
  });

  it('is answered when the certificate is trusted and names the host', async () => {
    const fetcher = createGuardedFetch({
      userAgent: 'test',
      hostMap: new Map([
        ['artist.test', { host: '127.0.0.1', port: secure.port, certificate: identity.certificate }],
      ]),
    });
    const answer = await fetcher.get('https://artist.test./file');
    expect(new TextDecoder().decode(answer.body)).toBe('secure artist.test.');
    await secure.idle();
  });

  it('is tls-failed when nobody vouches for the certificate', async () => {
    const fetcher = createGuardedFetch({ userAgent: 'test', hostMap: mapTo({ 'artist.test': secure }) });
    expect((await refusalOf(fetcher.get('https://artist.test/'))).code).toBe('tls-failed');
    expect(secure.heard.filter(({ headers }) => headers.host === 'artist.test')).toEqual([]);
    await secure.idle();
  });

  it('is tls-failed when the certificate names another host', async () => {
    const target = { host: '127.0.0.1', port: secure.port, certificate: identity.certificate };
    const fetcher = createGuardedFetch({ userAgent: 'test', hostMap: new Map([['other.test', target]]) });
    expect((await refusalOf(fetcher.get('https://other.test/'))).code).toBe('tls-failed');
    await secure.idle();
  });

  it('is tls-failed when the certificate has expired', async () => {
    const expired = selfSigned('artist.test', { from: -3, to: -2 });
    const server = await serveHttps(expired, (_request, response) => response.end());
    const target = { host: '127.0.0.1', port: server.port, certificate: expired.certificate };
    const fetcher = createGuardedFetch({ userAgent: 'test', hostMap: new Map([['artist.test', target]]) });
    expect((await refusalOf(fetcher.get('https://artist.test/'))).code).toBe('tls-failed');
    await server.close();
  });

  it('is tls-failed when the server speaks plain http', async () => {
    const fetcher = createGuardedFetch({ userAgent: 'test', hostMap: mapTo({ 'artist.test': plain }) });
    expect((await refusalOf(fetcher.get('https://artist.test/'))).code).toBe('tls-failed');
    await plain.idle();
  });

  it('times out when the handshake never comes', async () => {
    const mute = await serveRaw(() => undefined);
    const fetcher = createGuardedFetch({ userAgent: 'test', hostMap: mapTo({ 'artist.test': mute }) });
    expect((await refusalOf(fetcher.get('https://artist.test/', { timeoutMs: 200 }))).code).toBe('timed-out');
    await mute.idle();
    await mute.close();
  });
});
