import { describe, expect, it } from '@jest/globals';
import { FetchRefused } from '../../src/fetch/fetch-refused.js';
import { requestTarget } from '../../src/fetch/request-target.js';

const MAP = new Map([['artist.test', { host: '127.0.0.1', port: 8080 }]]);

function codeOf(text: string): string {
  try {
    requestTarget(text, MAP);
  } catch (error) {
    if (error instanceof FetchRefused) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('requestTarget', () => {
  it.each([
    ['', 'not-a-url', 'empty'],
    ['example.com/a.png', 'not-a-url', 'no scheme'],
    ['//example.com/', 'not-a-url', 'relative'],
    ['http://', 'not-a-url', 'no host'],
    ['http://256.256.256.256/', 'not-a-url', 'not an address, yet ends in a number'],
    ['http://1.2.3.4.5/', 'not-a-url', 'five parts'],
    ['http://[::1%25lo]/', 'not-a-url', 'zone identifier'],
    ['http://a b/', 'not-a-url', 'space in the host'],
    ['http://example.com:65536/', 'not-a-url', 'port out of range'],
    [`http://example.com/${'a'.repeat(9_000)}`, 'not-a-url', 'too long'],
    ['file:///etc/passwd', 'scheme-forbidden', 'local file'],
    ['ftp://example.com/', 'scheme-forbidden', 'other protocol'],
    ['gopher://127.0.0.1:6379/_INFO', 'scheme-forbidden', 'speaks any protocol'],
    ['data:text/plain,hello', 'scheme-forbidden', 'no request at all'],
    ['javascript:alert(1)', 'scheme-forbidden', 'script'],
    ['ws://example.com/', 'scheme-forbidden', 'other protocol'],
    ['unix:/run/docker.sock', 'scheme-forbidden', 'local socket'],
    ['blob:https://example.com/1', 'scheme-forbidden', 'browser only'],
    ['http://user@example.com/', 'credentials-in-url', 'user name'],
    ['http://:secret@example.com/', 'credentials-in-url', 'password'],
    ['http://example.com@127.0.0.1/', 'credentials-in-url', 'disguised host'],
    ['http://example.com%00@127.0.0.1/', 'credentials-in-url', 'disguised host'],
    ['http://example.com:8080/', 'port-forbidden', 'other port'],
    ['http://example.com:22/', 'port-forbidden', 'ssh'],
    ['https://example.com:8443/', 'port-forbidden', 'other port'],
    ['http://example.com:0/', 'port-forbidden', 'no port'],
    ['http://example.com/', 'accepted', 'default port'],
    ['http://example.com:443/', 'accepted', 'the other allowed port'],
    ['https://example.com:80/', 'accepted', 'the other allowed port'],
    ['http://artist.test:8080/', 'accepted', 'a mapped name decides its port itself'],
  ])('%p is %s: %s', (text, expected) => {
    expect(codeOf(text)).toBe(expected);
  });

  it('drops the fragment, the brackets of IPv6 and the trailing dot of a name', () => {
    expect(requestTarget('http://[2606:4700::1111]/a?b#c', MAP)).toMatchObject({
      hostname: '2606:4700::1111',
    });
    expect(requestTarget('https://ARTIST.test./a?b#c', MAP)).toMatchObject({
      hostname: 'artist.test',
      port: 443,
      mapped: { host: '127.0.0.1', port: 8080 },
    });
    expect(requestTarget('http://example.com/a?b#c', MAP).url.href).toBe('http://example.com/a?b');
  });

  it('resolves a redirect against the address that sent it', () => {
    const base = new URL('https://example.com/folder/page');
    expect(requestTarget('../other', MAP, base).url.href).toBe('https://example.com/other');
    expect(requestTarget('//example.org/', MAP, base).url.href).toBe('https://example.org/');
  });
});
