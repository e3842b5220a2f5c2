/**
 * Which IP addresses an outgoing request may reach: only those that the IANA special-purpose registries
 * (RFC 6890 and its updates) leave as global unicast. Everything not known to be public is refused.
 */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** RFC 4291 §2.4: the only block from which global unicast IPv6 is assigned; `::/96`, the old IPv4-compatible form, lies outside. */
const GLOBAL_IPV6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** RFC 6052 §2.1: NAT64. On a host with IPv6 only, this is how the public IPv4 internet is reached. */
const NAT64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('64:ff9b::'), 96];

/** Lies in public space, yet answers only to machines inside one cloud, with their secrets. */
const CLOUD_HOST_AGENT = '168.63.129.16';

/**
 * Says why a request must not connect to `address`, or null when it may.
 * Anything but a strictly spelled IP address is refused, because a connect call would look it up once more.
 */
export function forbiddenReason(address: string): string | null {
  if (isIP(address) === 0) return 'not an IP address';
  if (address.includes('%')) return 'bound to one network interface';
  const parsed = ipaddr.parse(address);
  return parsed.kind() === 'ipv4'
    ? forbiddenIPv4(parsed as ipaddr.IPv4)
    : forbiddenIPv6(parsed as ipaddr.IPv6);
}

/** Whether `address` is a strictly spelled loopback address (127.0.0.0/8 or ::1). */
export function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.parse(address).range() === 'loopback';
}

function forbiddenIPv4(address: ipaddr.IPv4): string | null {
  if (address.toString() === CLOUD_HOST_AGENT) return 'cloud host agent';
  const range = address.range();
  return range === 'unicast' ? null : range;
}

function forbiddenIPv6(address: ipaddr.IPv6): string | null {
  if (address.match(NAT64)) {
    const embedded = forbiddenIPv4(new ipaddr.IPv4(address.toByteArray().slice(12)));
    return embedded === null ? null : `NAT64 of ${embedded}`;
  }
  const range = address.range();
  if (range !== 'unicast') return range;
  return address.match(GLOBAL_IPV6) ? null : 'outside global unicast';
}
