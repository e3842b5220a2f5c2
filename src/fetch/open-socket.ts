import { connect as connectTcp, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { FetchRefused } from './fetch-refused.js';
import type { RequestTarget } from './request-target.js';

/** How long one of several addresses may keep silent before the next is tried, in milliseconds. */
const ATTEMPT_MS = 3_000;

/** A name may list hundreds of addresses; trying them all would make us a port scanner. */
const MAX_ATTEMPTS = 4;

/**
 * Connects to the first of `addresses` that answers, and for https finishes the handshake for the target's name.
 * Every socket that does not become the result is destroyed, also when `signal` ends the attempt.
 * Throws FetchRefused: connection-failed, tls-failed.
 */
export async function openSocket(
  target: RequestTarget,
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<Socket> {
  const candidates = addresses.slice(0, MAX_ATTEMPTS);
  let failure: unknown;
  for (const [index, address] of candidates.entries()) {
    const isLast = index === candidates.length - 1;
    try {
      return await attempt(target, address, signal, isLast ? undefined : ATTEMPT_MS);
    } catch (error) {
      if (error instanceof FetchRefused) throw error;
      failure = error;
    }
    if (signal.aborted) break;
  }
  throw new FetchRefused(
    'connection-failed',
    `${target.hostname} did not accept a connection. Check that its web server is running and reachable.`,
    { cause: failure },
  );
}

function attempt(
  target: RequestTarget,
  address: string,
  signal: AbortSignal,
  limitMs?: number,
): Promise<Socket> {
  const secure = target.url.protocol === 'https:';
  const socket = secure ? startTls(target, address) : connectTcp(endpoint(target, address));
  const stop = (): void => {
    socket.destroy(new Error('The attempt was stopped.'));
  };
  const timer = limitMs === undefined ? undefined : setTimeout(stop, limitMs);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  return new Promise<Socket>((resolve, reject) => {
    let reached = false;
    socket.once('connect', () => {
      reached = true;
      clearTimeout(timer);
    });
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      resolve(socket);
    });
    // Not `once`: a second error of a socket that is already lost must not end the process.
    socket.on('error', (error) => {
      socket.destroy();
      reject(reached && secure ? tlsFailed(target, error) : error);
    });
  }).finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  });
}

function endpoint(target: RequestTarget, address: string): { host: string; port: number } {
  return { host: address, port: target.mapped?.port ?? target.port };
}

function startTls(target: RequestTarget, address: string): Socket {
  const certificate = target.mapped?.certificate;
  return connectTls({
    ...endpoint(target, address),
    ALPNProtocols: ['http/1.1'],
    // RFC 6066 §3 forbids an IP address as server name; the certificate is then checked for the address itself.
    ...(isIP(target.hostname) === 0 ? { servername: target.hostname } : {}),
    ...(certificate === undefined ? {} : { ca: certificate }),
  });
}

function tlsFailed(target: RequestTarget, cause: Error): FetchRefused {
  return new FetchRefused(
    'tls-failed',
    `No secure connection to ${target.hostname} could be made (${cause.message}). Check its certificate, or try http://.`,
    { cause },
  );
}
