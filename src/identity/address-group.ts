import ipaddr from 'ipaddr.js';

/** What one subscriber is given of IPv6 (RIPE 690 §4.2), and can therefore take any address from. */
const SUBSCRIBER_PREFIX = 56;

/**
 * Whoever holds one address of a group holds them all, so limits count by group: an IPv4 address, or an IPv6 prefix.
 * What is no address is a group of its own.
 */
export function addressGroup(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const prefix = ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${SUBSCRIBER_PREFIX}`);
  return `${prefix.toString()}/${SUBSCRIBER_PREFIX}`;
}
