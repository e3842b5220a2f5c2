import { FetchRefused } from './fetch-refused.js';
import type { HostMap, LoopbackTarget } from './host-map.js';
import { webAddress } from './web-address.js';

/** One hop of a request, checked for everything that can be known before a name is looked up. */
export interface RequestTarget {
  /** Parsed and normalised, without fragment. */
  readonly url: URL;
  /** Host name without trailing dot, or IP address without brackets. */
  readonly hostname: string;
  readonly port: number;
  readonly mapped: LoopbackTarget | undefined;
}

/**
 * Parses `text` (relative to `base`, for a redirect) and refuses what no request may carry.
 * The WHATWG parser turns every spelling of an IPv4 address into dotted decimal, so that later checks see one form.
 * Throws FetchRefused: not-a-url, scheme-forbidden, credentials-in-url, port-forbidden.
 */
export function requestTarget(text: string, hostMap: HostMap, base?: URL): RequestTarget {
  const url = webAddress(text, base);
  const hostname = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const mapped = hostMap.get(hostname);
  const defaultPort = url.protocol === 'http:' ? 80 : 443;
  const port = url.port === '' ? defaultPort : Number(url.port);
  if (mapped === undefined && port !== 80 && port !== 443) {
    throw new FetchRefused(
      'port-forbidden',
      `Only ports 80 and 443 are fetched, not ${port}. Serve the file on one of them.`,
    );
  }
  return { url, hostname, port, mapped };
}
