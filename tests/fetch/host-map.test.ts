import { describe, expect, it } from '@jest/globals';
import { HostMapInvalid, parseHostMap, sealHostMap } from '../../src/fetch/host-map.js';

describe('parseHostMap', () => {
  it('reads pairs of a host name and a loopback address with port', () => {
    expect([...parseHostMap('a.example=127.0.0.1:8080, b.example=[::1]:9090,')]).toEqual([
      ['a.example', { host: '127.0.0.1', port: 8080 }],
      ['b.example', { host: '::1', port: 9090 }],
    ]);
  });

  it('reads an empty text as an empty map', () => {
    expect(parseHostMap('').size).toBe(0);
  });

  it('keeps names in lower case, as a parsed address has them', () => {
    expect([...parseHostMap('Artist.TEST=127.0.0.1:80').keys()]).toEqual(['artist.test']);
  });

  it.each([
    ['a.example', 'no target'],
    ['=127.0.0.1:80', 'no name'],
    ['a.example=127.0.0.1', 'no port'],
    ['a.example=127.0.0.1:0', 'port 0 is not a port to connect to'],
    ['a.example=127.0.0.1:65536', 'port out of range'],
    ['a.example=::1:80', 'IPv6 without brackets is ambiguous'],
    ['a.example=10.0.0.1:80', 'private, not loopback'],
    ['a.example=8.8.8.8:80', 'public'],
    ['a.example=169.254.169.254:80', 'metadata service'],
    ['a.example=0.0.0.0:80', 'every interface is not loopback'],
    ['a.example=localhost:80', 'a name would be looked up'],
    ['a.example=127.1:80', 'a short form would be looked up'],
    ['a.example=127.0.0.1:80,a.example=127.0.0.1:81', 'the same name twice'],
    ['a.example=127.0.0.1:80,A.example=127.0.0.1:81', 'the same name in another case'],
    ['http://a.example=127.0.0.1:80', 'a scheme'],
    ['a.example:80=127.0.0.1:80', 'a port'],
    ['a.example/x=127.0.0.1:80', 'a path'],
    ['u@a.example=127.0.0.1:80', 'user-info'],
    ['8.8.8.8=127.0.0.1:80', 'an address is not a name'],
    ['[::1]=127.0.0.1:80', 'an address is not a name'],
    ['niño.example=127.0.0.1:80', 'not in ASCII form'],
  ])('refuses %s: %s', (text) => {
    expect(() => parseHostMap(text)).toThrow(HostMapInvalid);
  });
});

describe('sealHostMap', () => {
  it('refuses a map made by hand that leaves loopback', () => {
    expect(() => sealHostMap(new Map([['a.example', { host: '10.0.0.1', port: 80 }]]))).toThrow(
      HostMapInvalid,
    );
  });

  it('gives a copy that later changes of the original do not reach', () => {
    const original = new Map([['a.example', { host: '127.0.0.1', port: 80 }]]);
    const sealed = sealHostMap(original);
    original.set('a.example', { host: '10.0.0.1', port: 80 });
    expect(sealed.get('a.example')?.host).toBe('127.0.0.1');
  });
});
