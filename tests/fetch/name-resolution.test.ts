import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createGuardedFetch } from '../../src/fetch/guarded-fetch.js';
import type { GuardedFetch } from '../../src/fetch/guarded-fetch.js';
import { createNameResolver } from '../../src/fetch/resolve-name.js';
import type { ResolveName } from '../../src/fetch/resolve-name.js';
import { serveDns } from './dns-server.js';
import type { DnsAnswers, DnsServer } from './dns-server.js';
import { serveHttp } from './local-server.js';
import type { LocalServer } from './local-server.js';
import { refusalOf } from './refusal-of.js';
import { Switchboard } from './switchboard.js';

const PUBLIC = '93.184.215.14';
const PUBLIC_6 = '2606:2800:21f:cb07:6820:80da:af6b:8b2c';

describe('The name of a host', () => {
  let server: LocalServer;
  let switchboard: Switchboard;
  let fetcher: GuardedFetch | undefined;
  let dns: DnsServer | undefined;

  beforeEach(async () => {
    server = await serveHttp((request, response) => {
      if (request.url === '/again') response.writeHead(302, { location: 'http://rebind.test/' }).end();
      else response.end(`hello from ${request.headers.host ?? ''}`);
    });
    switchboard = new Switchboard(server);
  });

  afterEach(async () => {
    switchboard.close();
    await fetcher?.close();
    await dns?.close();
    await server.close();
    dns = undefined;
  });

  function fetchWith(resolve: ResolveName, timeoutMs = 10_000): GuardedFetch {
    fetcher = createGuardedFetch({ userAgent: 'test', resolve, timeoutMs });
    return fetcher;
  }

  async function fetchThroughDns(answers: DnsAnswers, timeoutMs?: number): Promise<GuardedFetch> {
    dns = await serveDns(answers);
    return fetchWith(createNameResolver([dns.endpoint]), timeoutMs);
  }

  it('is looked up once a hop, and the address that was checked is the one connected to', async () => {
    const asked: string[] = [];
    const answers = [[PUBLIC], ['127.0.0.1'], ['10.0.0.1']];
    const get = fetchWith((hostname) => {
      asked.push(hostname);
      return Promise.resolve((answers.shift() ?? []).map((address) => ({ address, family: 4 })));
    }).get('http://rebind.test/');
    expect(new TextDecoder().decode((await get).body)).toBe('hello from rebind.test');
    expect(asked).toEqual(['rebind.test']);
    expect(switchboard.dialled).toEqual([`${PUBLIC} 80`]);
  });

  it('is looked up anew for a redirect, and refused when it has moved inside meanwhile', async () => {
    let asked = 0;
    const get = fetchWith(() => {
      asked += 1;
      return Promise.resolve([{ address: asked === 1 ? PUBLIC : '127.0.0.1', family: 4 }]);
    }).get('http://rebind.test/again');
    expect((await refusalOf(get)).code).toBe('address-forbidden');
    expect(asked).toBe(2);
    expect(switchboard.dialled).toEqual([`${PUBLIC} 80`]);
  });

  it('is asked of a DNS server once a hop, which gains nothing by changing its answer', async () => {
    const rebinding = await fetchThroughDns((_name, type, asked) =>
      type === 'AAAA' ? [] : [asked === 1 ? PUBLIC : '169.254.169.254'],
    );
    expect((await refusalOf(rebinding.get('http://rebind.test/again'))).code).toBe('address-forbidden');
    expect(switchboard.dialled).toEqual([`${PUBLIC} 80`]);
    expect(dns?.asked.toSorted()).toEqual([
      'rebind.test A',
      'rebind.test A',
      'rebind.test AAAA',
      'rebind.test AAAA',
    ]);
  });

  it('is connected to at its next address when the first does not answer, IPv4 first', async () => {
    await server.close();
    const both = [
      { address: PUBLIC_6, family: 6 },
      { address: PUBLIC, family: 4 },
    ];
    const request = fetchWith(() => Promise.resolve(both)).get('http://dual.test/');
    expect((await refusalOf(request)).code).toBe('connection-failed');
    expect(switchboard.dialled).toEqual([`${PUBLIC} 80`, `${PUBLIC_6} 80`]);
  });

  it('is connected to at the address that was checked over https too', async () => {
    const get = fetchWith(() => Promise.resolve([{ address: PUBLIC, family: 4 }])).get(
      'https://secure.test/',
    );
    // The server that stands in speaks plain HTTP.
    expect((await refusalOf(get)).code).toBe('tls-failed');
    expect(switchboard.dialled).toEqual([`${PUBLIC} 443`]);
  });

  it('is tried at four addresses at most, however many it lists', async () => {
    await server.close();
    const many = Array.from({ length: 200 }, (_, index) => ({ address: `93.184.215.${index}`, family: 4 }));
    expect((await refusalOf(fetchWith(() => Promise.resolve(many)).get('http://many.test/'))).code).toBe(
      'connection-failed',
    );
    expect(switchboard.dialled).toHaveLength(4);
  });

  it.each([
    [[PUBLIC, '10.0.0.1'], [], 'one private among public'],
    [[PUBLIC, PUBLIC, PUBLIC, PUBLIC, PUBLIC, '127.0.0.1'], [], 'private beyond those that would be tried'],
    [[PUBLIC], ['0:0:0:0:0:0:0:1'], 'public A, loopback AAAA'],
    [['127.0.0.1'], [PUBLIC_6], 'loopback A, public AAAA'],
    [[PUBLIC], ['0:0:0:0:0:ffff:a9fe:a9fe'], 'public A, mapped metadata AAAA'],
    [[PUBLIC], ['fd00:ec2:0:0:0:0:0:254'], 'public A, unique local AAAA'],
    [[PUBLIC], ['64:ff9b:0:0:0:0:7f00:1'], 'public A, NAT64 of loopback'],
    [[], ['fe80:0:0:0:0:0:0:1'], 'link-local AAAA alone'],
    [['0.0.0.0'], [], 'unspecified'],
  ])('is refused whole for A %j and AAAA %j: %s', async (four, six) => {
    const mixed = await fetchThroughDns((_name, type) => (type === 'A' ? four : six));
    expect((await refusalOf(mixed.get('http://mixed.test/'))).code).toBe('address-forbidden');
    expect(switchboard.dialled).toEqual([]);
  });

  it.each([
    ['127.1', 'a short form that connecting would expand'],
    ['localhost', 'a name that connecting would look up'],
    ['', 'nothing, which connecting would take for this machine'],
    ['2606:4700::1111%lo', 'an interface of ours'],
  ])('is refused when a resolver answers %p: %s', async (address) => {
    const odd = fetchWith(() => Promise.resolve([{ address, family: 4 }]));
    expect((await refusalOf(odd.get('http://odd.test/'))).code).toBe('address-forbidden');
    expect(switchboard.dialled).toEqual([]);
  });

  it('is name-not-found when it has no address', async () => {
    const empty = await fetchThroughDns(() => []);
    expect((await refusalOf(empty.get('http://empty.test/'))).code).toBe('name-not-found');
  });

  it('is name-not-found when the resolver fails or knows none', async () => {
    expect((await refusalOf(fetchWith(() => Promise.resolve([])).get('http://none.test/'))).code).toBe(
      'name-not-found',
    );
    const failing = fetchWith(() => Promise.reject(new Error('SERVFAIL')));
    expect((await refusalOf(failing.get('http://failing.test/'))).code).toBe('name-not-found');
  });

  it('times out with the request when its DNS server keeps silent', async () => {
    const silent = await fetchThroughDns(() => null, 200);
    expect((await refusalOf(silent.get('http://silent.test/'))).code).toBe('timed-out');
  });

  it('times out with the request when an injected resolver never ends', async () => {
    const stuck = fetchWith(() => new Promise(() => undefined), 100);
    expect((await refusalOf(stuck.get('http://stuck.test/'))).code).toBe('timed-out');
  });

  it('does not appear with its hidden address in the refusal', async () => {
    const inside = fetchWith(() => Promise.resolve([{ address: '10.20.30.40', family: 4 }]));
    expect((await refusalOf(inside.get('http://inside.test/'))).message).not.toContain('10.20.30.40');
  });
});
