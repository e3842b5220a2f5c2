import { isIP, isIPv4 } from 'node:net';
import { FetchRefused } from './fetch-refused.js';
import { forbiddenReason } from './forbidden-address.js';
import type { RequestTarget } from './request-target.js';
import type { ResolveName } from './resolve-name.js';

/**
 * Every address that `target` may be reached at, IPv4 first. Its name is looked up once, and if a single answer is
 * forbidden the whole name is: a public and a private address in one answer is how a guard is talked past.
 * Throws FetchRefused: address-forbidden, name-not-found.
 */
export async function permittedAddresses(
  target: RequestTarget,
  resolve: ResolveName,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (target.mapped !== undefined) return [target.mapped.host];
  const { hostname } = target;
  // RFC 6761 §6.3: these names mean this machine, whatever a resolver says.
  if (/(?:^|\.)localhost$/.test(hostname)) throw addressForbidden(hostname, 'loopback');
  const addresses = isIP(hostname) === 0 ? await lookUp(hostname, resolve, signal) : [hostname];
  for (const address of addresses) {
    const reason = forbiddenReason(address);
    if (reason !== null) throw addressForbidden(hostname, reason);
  }
  return addresses.toSorted((a, b) => Number(isIPv4(b)) - Number(isIPv4(a)));
}

async function lookUp(hostname: string, resolve: ResolveName, signal: AbortSignal): Promise<string[]> {
  const settled = new AbortController();
  let answers;
  try {
    answers = await Promise.race([resolve(hostname, signal), rejectionOf(signal, settled.signal)]);
  } catch (error) {
    throw nameNotFound(hostname, { cause: error });
  } finally {
    settled.abort();
  }
  if (answers.length === 0) throw nameNotFound(hostname);
  return answers.map(({ address }) => address);
}

/** A resolver is free to ignore the signal; the request must not wait for it all the same. Nobody listens once it is settled. */
function rejectionOf(signal: AbortSignal, settled: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => {
      reject(new Error('The look-up was stopped.'));
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true, signal: settled });
  });
}

function addressForbidden(hostname: string, reason: string): FetchRefused {
  return new FetchRefused(
    'address-forbidden',
    `${hostname} does not lead to the public internet alone (${reason}). Give an address that everyone can open.`,
  );
}

function nameNotFound(hostname: string, options?: ErrorOptions): FetchRefused {
  return new FetchRefused(
    'name-not-found',
    `No address was found for ${hostname}. Check the spelling; if the name is new, try again in an hour.`,
    options,
  );
}
