import { parseUrl } from '../core/url/parse-url.js';
import { FetchRefused } from './fetch-refused.js';
import type { HostMap, LoopbackTarget } from './host-map.js';

/** One hop of a request, checked for everything that can be known before a name is looked up. */
export interface RequestTarget {
  /** Parsed and normalised, without fragment. */
  readonly url: URL;
  /** Host name without trailing dot, or IP address without brackets. */
  readonly hostname: string;
  readonly port: number;
  readonly mapped: LoopbackTarget | undefined;
}

/** Longer than any address that servers in use accept, short enough to log. */
const MAX_URL_LENGTH = 8_192;

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/**
 * Parses `text` (relative to `base`, for a redirect) and refuses what no request may carry.
 * The WHATWG parser turns every spelling of an IPv4 address into dotted decimal, so that later checks see one form.
 * Throws FetchRefused: not-a-url, scheme-forbidden, credentials-in-url, port-forbidden.
 */
export function requestTarget(text: string, hostMap: HostMap, base?: URL): RequestTarget {
  const url = text.length > MAX_URL_LENGTH ? undefined : parseUrl(text, base?.href);
  if (!url) {
    throw new FetchRefused('not-a-url', 'This is not a web address. Give it whole, beginning with https://.');
  }
  url.hash = '';
  const defaultPort = DEFAULT_PORTS[url.protocol];
  if (defaultPort === undefined) {
    throw new FetchRefused(
      'scheme-forbidden',
      `Only http and https addresses are fetched, not ${url.protocol} ones.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchRefused(
      'credentials-in-url',
      'The address holds a user name or password. Remove the part before the @.',
    );
  }
  const hostname = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const mapped = hostMap.get(hostname);
  const port = url.port === '' ? defaultPort : Number(url.port);
  if (mapped === undefined && port !== 80 && port !== 443) {
    throw new FetchRefused(
      'port-forbidden',
      `Only ports 80 and 443 are fetched, not ${port}. Serve the file on one of them.`,
    );
  }
  return { url, hostname, port, mapped };
}
