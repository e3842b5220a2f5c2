import { Resolver } from 'node:dns/promises';

/** One address of a host name, as a resolver gives it. */
interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/**
 * Finds every IPv4 and IPv6 address of a host name; rejects or gives none when there is none.
 * `signal` ends a look-up whose request has ended.
 */
export type ResolveName = (hostname: string, signal: AbortSignal) => Promise<readonly ResolvedAddress[]>;

/**
 * Asks DNS servers (by default the system's) directly. Not `dns.lookup`: that one blocks a thread of the pool that
 * file access shares for as long as a slow server likes, reads the hosts file, and cannot be stopped.
 */
export function createNameResolver(servers?: readonly string[]): ResolveName {
  return async (hostname, signal) => {
    const resolver = new Resolver({ timeout: 3_000, tries: 2 });
    if (servers !== undefined) resolver.setServers(servers);
    const cancel = (): void => {
      resolver.cancel();
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await everyAddress(resolver, hostname);
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  };
}

async function everyAddress(resolver: Resolver, hostname: string): Promise<ResolvedAddress[]> {
  const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  if (four.status === 'rejected' && six.status === 'rejected') throw four.reason;
  return [
    ...(four.status === 'fulfilled' ? four.value : []).map((address) => ({ address, family: 4 })),
    ...(six.status === 'fulfilled' ? six.value : []).map((address) => ({ address, family: 6 })),
  ];
}
