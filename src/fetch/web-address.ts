import { parseUrl } from '../core/url/parse-url.js';
import { FetchRefused } from './fetch-refused.js';

/** Longer than any address that servers in use accept, short enough to log. */
const MAX_URL_LENGTH = 8_192;

/**
 * Parses `text` (relative to `base`, for a redirect) into an http or https address without fragment, and refuses what no
 * request of ours carries. Throws FetchRefused: not-a-url, scheme-forbidden, credentials-in-url.
 */
export function webAddress(text: string, base?: URL): URL {
  const url = text.length > MAX_URL_LENGTH ? undefined : parseUrl(text, base?.href);
  if (!url) {
    throw new FetchRefused('not-a-url', 'This is not a web address. Give it whole, beginning with https://.');
  }
  url.hash = '';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
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
  return url;
}
