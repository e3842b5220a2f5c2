import { describe, expect, it } from '@jest/globals';
import { addressGroup } from '../../src/identity/address-group.js';

describe('addressGroup', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1', 'IPv4 stands for itself'],
    ['::ffff:192.0.2.1', '192.0.2.1', 'IPv4 seen through an IPv6 socket'],
    ['2001:db8:1:2ff:3:4:5:6', '2001:db8:1:200::/56', 'IPv6 by the prefix of a subscriber'],
    ['2001:DB8:1:2AB::1', '2001:db8:1:200::/56', 'the same prefix in another spelling'],
    ['2001:db8:1:300::1', '2001:db8:1:300::/56', 'the next prefix'],
    ['::1', '::/56', 'loopback'],
    ['gone', 'gone', 'no address'],
  ])('puts %s into %s: %s', (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });
});
