import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { forbiddenReason, isLoopback } from '../../src/fetch/forbidden-address.js';

const FORBIDDEN: readonly (readonly [address: string, reason: string])[] = [
  ['0.0.0.0', 'unspecified'],
  ['0.255.255.255', 'unspecified'],
  ['10.0.0.1', 'private'],
  ['100.64.0.1', 'carrierGradeNat'],
  ['100.100.100.200', 'carrierGradeNat'],
  ['100.127.255.255', 'carrierGradeNat'],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['168.63.129.16', 'cloud host agent'],
  ['169.254.0.1', 'linkLocal'],
  ['169.254.169.254', 'linkLocal'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.0.0.192', 'reserved'],
  ['192.0.2.1', 'reserved'],
  ['192.31.196.1', 'as112'],
  ['192.52.193.1', 'amt'],
  ['192.88.99.1', 'reserved'],
  ['192.168.0.1', 'private'],
  ['192.175.48.1', 'as112'],
  ['198.18.0.1', 'reserved'],
  ['198.19.255.255', 'reserved'],
  ['198.51.100.1', 'reserved'],
  ['203.0.113.1', 'reserved'],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.255', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::7f00:1', 'outside global unicast'],
  ['::127.0.0.1', 'ipv4Mapped'],
  ['::ffff:127.0.0.1', 'ipv4Mapped'],
  ['::ffff:8.8.8.8', 'ipv4Mapped'],
  ['::ffff:0:127.0.0.1', 'rfc6145'],
  ['64:ff9b::127.0.0.1', 'NAT64 of loopback'],
  ['64:ff9b::10.0.0.1', 'NAT64 of private'],
  ['64:ff9b::169.254.169.254', 'NAT64 of linkLocal'],
  ['64:ff9b:1::a00:1', 'rfc6052'],
  ['100::1', 'discard'],
  ['2001::7f00:1', 'teredo'],
  ['2001:2::1', 'benchmarking'],
  ['2001:10::1', 'deprecatedOrchid'],
  ['2001:20::1', 'orchid2'],
  ['2001:db8::1', 'reserved'],
  ['2002:7f00:1::', '6to4'],
  ['2002:808:808::', '6to4'],
  ['3fff::1', 'reserved'],
  ['4000::1', 'outside global unicast'],
  ['5f00::1', 'segmentRouting'],
  ['fc00::1', 'uniqueLocal'],
  ['fd00:ec2::254', 'uniqueLocal'],
  ['fe80::1', 'linkLocal'],
  ['fec0::1', 'deprecatedSiteLocal'],
  ['ff02::1', 'multicast'],
  ['fe80::1%eth0', 'bound to one network interface'],
  ['2606:4700::1111%lo', 'bound to one network interface'],
  ['', 'not an IP address'],
  ['example.com', 'not an IP address'],
  ['127.1', 'not an IP address'],
  ['2130706433', 'not an IP address'],
  ['0x7f.0.0.1', 'not an IP address'],
  ['0177.0.0.1', 'not an IP address'],
  ['8.8.8.8 ', 'not an IP address'],
];

const ALLOWED: readonly (readonly [address: string, reason: string])[] = [
  ['1.1.1.1', 'public'],
  ['8.8.8.8', 'public'],
  ['9.255.255.255', 'last before 10/8'],
  ['11.0.0.0', 'first after 10/8'],
  ['100.63.255.255', 'last before CGNAT'],
  ['100.128.0.0', 'first after CGNAT'],
  ['126.255.255.255', 'last before loopback'],
  ['128.0.0.1', 'first after loopback'],
  ['168.63.129.17', 'neighbour of the cloud host agent'],
  ['169.253.255.255', 'last before link-local'],
  ['172.15.255.255', 'last before 172.16/12'],
  ['172.32.0.0', 'first after 172.16/12'],
  ['198.17.255.255', 'last before benchmarking'],
  ['198.20.0.0', 'first after benchmarking'],
  ['223.255.255.255', 'last before multicast'],
  ['2606:4700::1111', 'public'],
  ['2a00:1450:4001::200e', 'public'],
  ['2001:4860:4860::8888', 'public, beside the reserved part of 2001::/16'],
  ['64:ff9b::8.8.8.8', 'how an IPv6-only host reaches a public IPv4 address'],
];

const octets = fc.array(fc.nat(255), { minLength: 4, maxLength: 4 }).map((parts) => parts.join('.'));

describe('forbiddenReason', () => {
  it.each(FORBIDDEN)('refuses %p as %s', (address, reason) => {
    expect(forbiddenReason(address)).toBe(reason);
  });

  it.each(ALLOWED)('allows %s: %s', (address) => {
    expect(forbiddenReason(address)).toBeNull();
  });

  it('judges a NAT64 address exactly as the IPv4 address inside it', () => {
    fc.assert(
      fc.property(octets, (address) => {
        expect(forbiddenReason(`64:ff9b::${address}`) === null).toBe(forbiddenReason(address) === null);
      }),
    );
  });

  it('refuses every IPv4 address in mapped, translated and compatible form', () => {
    fc.assert(
      fc.property(octets, fc.constantFrom('::ffff:', '::ffff:0:', '::'), (address, prefix) => {
        expect(forbiddenReason(prefix + address)).not.toBeNull();
      }),
    );
  });

  it('allows no IPv6 address outside 2000::/3 but NAT64', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const group = Number.parseInt(address.split(':')[0] ?? '', 16);
        fc.pre(!(group >= 0x2000 && group <= 0x3fff) && group !== 0x64);
        expect(forbiddenReason(address)).not.toBeNull();
      }),
    );
  });
});

describe('isLoopback', () => {
  it.each([
    ['127.0.0.1', true, 'IPv4 loopback'],
    ['127.9.9.9', true, 'the whole of 127/8'],
    ['::1', true, 'IPv6 loopback'],
    ['::ffff:127.0.0.1', false, 'a second spelling is not needed'],
    ['10.0.0.1', false, 'private is not loopback'],
    ['localhost', false, 'a name could be looked up'],
    ['127.1', false, 'a short form could be looked up'],
  ])('of %s is %s: %s', (address, expected) => {
    expect(isLoopback(address)).toBe(expected);
  });
});
