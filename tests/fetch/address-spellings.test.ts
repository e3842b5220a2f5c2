import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGuardedFetch } from '../../src/fetch/guarded-fetch.js';
import type { GuardedFetch } from '../../src/fetch/guarded-fetch.js';
import { requestHop } from '../../src/fetch/request-hop.js';
import { requestTarget } from '../../src/fetch/request-target.js';
import { asFieldValue, FORBIDDEN_SPELLINGS } from './forbidden-spellings.js';
import { mapTo, serveHttp, serveRaw } from './local-server.js';
import type { LocalServer } from './local-server.js';
import { refusalOf } from './refusal-of.js';
import { Switchboard } from './switchboard.js';

describe('A forbidden address, in whatever spelling', () => {
  let decoy: LocalServer;
  let redirector: LocalServer;
  let fetcher: GuardedFetch;
  let switchboard: Switchboard;
  const hop = {
    resolve: () => Promise.reject(new Error('No spelling may reach a resolver.')),
    signal: new AbortController().signal,
    userAgent: 'test',
    accept: '*/*',
    maxBytes: 100,
  };

  beforeAll(async () => {
    decoy = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\ninternal'));
    redirector = await serveHttp((request, response) => {
      const { searchParams } = new URL(request.url ?? '', 'http://start.test');
      const hops = Number(searchParams.get('hops'));
      const to = searchParams.get('to') ?? '';
      const next = new URLSearchParams({ hops: String(hops - 1), to });
      response.writeHead(302, { location: hops > 1 ? `/?${next.toString()}` : asFieldValue(to) }).end();
    });
    switchboard = new Switchboard(decoy, [redirector]);
    fetcher = createGuardedFetch({
      userAgent: 'test',
      hostMap: mapTo({ 'start.test': redirector }),
      resolve: hop.resolve,
    });
  });

  afterAll(async () => {
    switchboard.close();
    await fetcher.close();
    await decoy.close();
    await redirector.close();
  });

  it('covers at least 120 spellings, each once', () => {
    expect(new Set(FORBIDDEN_SPELLINGS.map(([host]) => host)).size).toBe(FORBIDDEN_SPELLINGS.length);
    expect(FORBIDDEN_SPELLINGS.length).toBeGreaterThanOrEqual(120);
  });

  it.each(FORBIDDEN_SPELLINGS)('%p is refused when asked for directly: %s', async (host) => {
    for (const url of [`http://${host}/`, `https://${host}/`, `http://${host}:443/`]) {
      expect((await refusalOf(fetcher.get(url))).code).toBe('address-forbidden');
    }
  });

  it.each(FORBIDDEN_SPELLINGS)('%p is refused at the connection, whatever the port: %s', async (host) => {
    const target = { ...requestTarget(`http://${host}/`, new Map()), port: decoy.port };
    expect((await refusalOf(requestHop(target, hop))).code).toBe('address-forbidden');
  });

  it.each(FORBIDDEN_SPELLINGS)('%p is refused when redirected to, at each of five hops: %s', async (host) => {
    for (const hops of [1, 2, 3, 4, 5]) {
      const query = new URLSearchParams({ hops: String(hops), to: `http://${host}/` });
      const request = fetcher.get(`http://start.test/?${query.toString()}`, { maxRedirects: 5 });
      expect((await refusalOf(request)).code).toBe('address-forbidden');
    }
  });

  it('never reached the decoy, which hears everyone who is let through', async () => {
    expect(switchboard.dialled).toEqual([]);
    expect(decoy.connections()).toBe(0);
    const mapped = { host: '127.0.0.1', port: decoy.port };
    await requestHop({ ...requestTarget('http://127.0.0.1/', new Map()), mapped }, hop);
    expect(decoy.connections()).toBe(1);
  });
});
