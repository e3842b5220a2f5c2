import { parseUrl } from '../core/url/parse-url.js';
import { isLoopback } from './forbidden-address.js';

/** Where a mapped host name is served on this machine. */
export interface LoopbackTarget {
  /** Loopback IP address, unbracketed. */
  readonly host: string;
  readonly port: number;
  /** PEM certificate to trust for this name alone, so that HTTPS can be rehearsed without a public certificate. */
  readonly certificate?: string;
}

/** Host name (lower-case, ASCII, no trailing dot) to the loopback server that stands in for it. */
export type HostMap = ReadonlyMap<string, LoopbackTarget>;

/** A host map that would send requests somewhere it must not, or that cannot be read. */
export class HostMapInvalid extends Error {
  override readonly name = 'HostMapInvalid';
  readonly code = 'host-map-invalid';
}

/**
 * Reads `"a.example=127.0.0.1:8080,b.example=[::1]:9090"`; an empty text is an empty map.
 * Throws HostMapInvalid for a malformed pair, a name given twice, or a target that is not a loopback address.
 */
export function parseHostMap(text: string): HostMap {
  const map = new Map<string, LoopbackTarget>();
  for (const pair of text.split(',').map((part) => part.trim())) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    if (equals < 1)
      throw new HostMapInvalid(
        `"${pair}" is not NAME=ADDRESS:PORT; write for example a.example=127.0.0.1:8080.`,
      );
    const name = mappedName(pair.slice(0, equals).trim());
    if (map.has(name)) throw new HostMapInvalid(`${name} is mapped twice; keep one of the two.`);
    map.set(name, loopbackTarget(pair.slice(equals + 1).trim()));
  }
  return map;
}

/** A copy of `map` that later changes cannot reach. Throws HostMapInvalid when a target is not on loopback. */
export function sealHostMap(map: HostMap): HostMap {
  for (const [name, target] of map) {
    if (!isLoopback(target.host)) throw notLoopback(`${name}=${target.host}`);
  }
  return new Map(map);
}

function mappedName(text: string): string {
  const url = parseUrl(`http://${text}/`);
  const isBareName = url?.host === text.toLowerCase() && !/^\[|^[\d.]+$/.test(url.host);
  if (!isBareName) {
    throw new HostMapInvalid(
      `"${text}" is not a host name; write it in lower case, in ASCII, without scheme or port.`,
    );
  }
  return text.toLowerCase();
}

function loopbackTarget(text: string): LoopbackTarget {
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || port < 1 || port > 65_535) {
    throw new HostMapInvalid(
      `"${text}" is not ADDRESS:PORT; write for example 127.0.0.1:8080 or [::1]:8080.`,
    );
  }
  if (!isLoopback(host)) throw notLoopback(text);
  return { host, port };
}

function notLoopback(target: string): HostMapInvalid {
  return new HostMapInvalid(`${target} is not on loopback; a host may only be mapped to 127.0.0.1 or [::1].`);
}
