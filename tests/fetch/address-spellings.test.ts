import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGuardedFetch } from '../../src/fetch/guarded-fetch.js';
import type { GuardedFetch } from '../../src/fetch/guarded-fetch.js';
import { requestHop } from '../../src/fetch/request-hop.js';
import { requestTarget } from '../../src/fetch/request-target.js';
import { mapTo, serveHttp, serveRaw } from './local-server.js';
import type { LocalServer } from './local-server.js';
import { refusalOf } from './refusal-of.js';
import { Switchboard } from './switchboard.js';

/** A host as somebody could write it into an address, and why it must not be reached. */
const SPELLINGS: readonly (readonly [host: string, reason: string])[] = [
  ['127.0.0.1', 'loopback'],
  ['127.0.0.1.', 'loopback, fully qualified'],
  ['127.1', 'loopback, two parts'],
  ['127.0.1', 'loopback, three parts'],
  ['127.65535', 'loopback, large second part'],
  ['127.255.255.254', 'loopback, end of the range'],
  ['2130706433', 'loopback, one decimal number'],
  ['0x7f000001', 'loopback, one hex number'],
  ['0X7F000001', 'loopback, upper-case hex'],
  ['017700000001', 'loopback, one octal number'],
  ['0x7f.0.0.1', 'loopback, hex part'],
  ['0x7f.0x0.0x0.0x1', 'loopback, hex parts'],
  ['0177.0.0.1', 'loopback, octal part'],
  ['0177.0000.0000.0001', 'loopback, padded octal parts'],
  ['0x7f.1', 'loopback, hex and short'],
  ['0177.1', 'loopback, octal and short'],
  ['0x7f.0x000001', 'loopback, hex and padded'],
  ['00000000000000000000177.0.0.1', 'loopback, long padding'],
  ['%31%32%37.0.0.1', 'loopback, percent-encoded digits'],
  ['127%2e0%2e0%2e1', 'loopback, percent-encoded dots'],
  ['１２７.0.0.1', 'loopback, full-width digits'],
  ['①②⑦.⓪.⓪.①', 'loopback, circled digits'],
  ['127。0。0。1', 'loopback, ideographic full stops'],
  ['127．0．0．1', 'loopback, full-width full stops'],
  ['𝟭𝟮𝟳.𝟬.𝟬.𝟭', 'loopback, mathematical digits'],
  ['127.0.\t0.1', 'loopback, a tab that the parser drops'],
  ['127.0.0\n.1', 'loopback, a line break that the parser drops'],
  ['127\u{ad}.0.0.1', 'loopback, a soft hyphen that IDNA drops'],
  ['0', 'this host, one number'],
  ['0.0.0.0', 'this host'],
  ['0x0', 'this host, hex'],
  ['00', 'this host, octal'],
  ['0.1', 'this network, short'],
  ['0.255.255.255', 'this network'],
  ['localhost', 'loopback name'],
  ['LOCALHOST', 'loopback name in upper case'],
  ['localhost.', 'loopback name, fully qualified'],
  ['anything.localhost', 'below the loopback name'],
  ['ⓛⓞⓒⓐⓛⓗⓞⓢⓣ', 'loopback name in circled letters'],
  ['10.0.0.1', 'private'],
  ['10.1', 'private, short'],
  ['0xa.1', 'private, hex'],
  ['012.1', 'private, octal'],
  ['167772161', 'private, one number'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private, end of the range'],
  ['0xac100001', 'private, hex'],
  ['192.168.0.1', 'private'],
  ['192.168.1', 'private, three parts'],
  ['0xc0a80001', 'private, hex'],
  ['3232235521', 'private, one number'],
  ['0300.0250.0.1', 'private, octal'],
  ['100.64.0.1', 'carrier-grade NAT'],
  ['100.127.255.255', 'carrier-grade NAT, end of the range'],
  ['100.100.100.200', 'metadata of a cloud inside carrier-grade NAT'],
  ['169.254.169.254', 'metadata of most clouds'],
  ['0xa9fea9fe', 'metadata, hex'],
  ['2852039166', 'metadata, one number'],
  ['0251.0376.0251.0376', 'metadata, octal'],
  ['169.254.43518', 'metadata, three parts'],
  ['169.16689662', 'metadata, two parts'],
  ['169.254.0.1', 'link-local'],
  ['168.63.129.16', 'host agent of a cloud'],
  ['0xa83f8110', 'host agent of a cloud, hex'],
  ['192.0.0.192', 'metadata of a cloud in protocol assignments'],
  ['192.0.2.1', 'documentation'],
  ['198.51.100.1', 'documentation'],
  ['203.0.113.1', 'documentation'],
  ['192.88.99.1', '6to4 relay'],
  ['198.18.0.1', 'benchmarking'],
  ['198.19.255.255', 'benchmarking, end of the range'],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.255', 'multicast, end of the range'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['4294967295', 'broadcast, one number'],
  ['0xffffffff', 'broadcast, hex'],
  ['[::1]', 'loopback'],
  ['[0:0:0:0:0:0:0:1]', 'loopback, in full'],
  ['[0000:0000:0000:0000:0000:0000:0000:0001]', 'loopback, padded'],
  ['[::0001]', 'loopback, padded'],
  ['[::0.0.0.1]', 'loopback, dotted'],
  ['[::]', 'unspecified'],
  ['[0::0]', 'unspecified'],
  ['[::127.0.0.1]', 'IPv4-compatible loopback'],
  ['[::7f00:1]', 'IPv4-compatible loopback, hex'],
  ['[::ffff:127.0.0.1]', 'IPv4-mapped loopback'],
  ['[::ffff:7f00:1]', 'IPv4-mapped loopback, hex'],
  ['[::FFFF:7F00:0001]', 'IPv4-mapped loopback, upper case'],
  ['[0:0:0:0:0:ffff:127.0.0.1]', 'IPv4-mapped loopback, in full'],
  ['[::ffff:10.0.0.1]', 'IPv4-mapped private'],
  ['[::ffff:169.254.169.254]', 'IPv4-mapped metadata'],
  ['[::ffff:a9fe:a9fe]', 'IPv4-mapped metadata, hex'],
  ['[::ffff:0.0.0.0]', 'IPv4-mapped unspecified'],
  ['[::ffff:0:127.0.0.1]', 'IPv4-translated loopback'],
  ['[64:ff9b::127.0.0.1]', 'NAT64 of loopback'],
  ['[64:ff9b::7f00:1]', 'NAT64 of loopback, hex'],
  ['[64:ff9b::a9fe:a9fe]', 'NAT64 of metadata'],
  ['[64:ff9b::10.0.0.1]', 'NAT64 of private'],
  ['[64:ff9b:1::7f00:1]', 'local-use NAT64'],
  ['[2002:7f00:1::]', '6to4 of loopback'],
  ['[2002:a9fe:a9fe::]', '6to4 of metadata'],
  ['[2002:c0a8:1::1]', '6to4 of private'],
  ['[2001:0:a9fe:a9fe::1]', 'Teredo with a private server'],
  ['[2001::80ff:fffe]', 'Teredo with a loopback client'],
  ['[2001:db8::1]', 'documentation'],
  ['[3fff::1]', 'documentation'],
  ['[2001:2::1]', 'benchmarking'],
  ['[2001:10::1]', 'ORCHID'],
  ['[2001:20::1]', 'ORCHIDv2'],
  ['[100::1]', 'discard only'],
  ['[5f00::1]', 'segment routing'],
  ['[4000::1]', 'unassigned'],
  ['[fc00::1]', 'unique local'],
  ['[fd00::1]', 'unique local'],
  ['[fd00:ec2::254]', 'metadata over IPv6'],
  ['[fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]', 'unique local, end of the range'],
  ['[fe80::1]', 'link-local'],
  ['[febf::1]', 'link-local, end of the range'],
  ['[fec0::1]', 'site-local'],
  ['[ff02::1]', 'multicast'],
  ['[ff0e::1]', 'multicast with global scope'],
];

/** Raw UTF-8, as careless servers send it; a line break is the one thing that a field cannot carry. */
function asFieldValue(place: string): string {
  return Buffer.from(place.replaceAll('\n', '')).toString('latin1');
}

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
    expect(new Set(SPELLINGS.map(([host]) => host)).size).toBe(SPELLINGS.length);
    expect(SPELLINGS.length).toBeGreaterThanOrEqual(120);
  });

  it.each(SPELLINGS)('%p is refused when asked for directly: %s', async (host) => {
    for (const url of [`http://${host}/`, `https://${host}/`, `http://${host}:443/`]) {
      expect((await refusalOf(fetcher.get(url))).code).toBe('address-forbidden');
    }
  });

  it.each(SPELLINGS)('%p is refused at the connection, whatever the port: %s', async (host) => {
    const target = { ...requestTarget(`http://${host}/`, new Map()), port: decoy.port };
    expect((await refusalOf(requestHop(target, hop))).code).toBe('address-forbidden');
  });

  it.each(SPELLINGS)('%p is refused when redirected to, at each of five hops: %s', async (host) => {
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
