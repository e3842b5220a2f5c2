import { TRACKING_PARAMETERS } from '../../../src/core/url/tracking-parameters.js';

const UNRESERVED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~';
const PATH_LITERALS = `${UNRESERVED}!$&'()*+,;=:@/`;
const QUERY_LITERALS = `${UNRESERVED}!$&()*+,;=:@/?`;
const HEX = '0123456789abcdefABCDEF';

/**
 * Canonical URL v1 a second time, for comparison: from the string that WHATWG serialises, character by character,
 * with none of the code under test but the frozen list. For texts with an http or https scheme, or slashes in its place.
 */
export function canonicalByOracle(raw: string): string | undefined {
  const absolute = raw.startsWith('//') ? `https:${raw}` : raw;
  const [beforeFragment = ''] = parsed(absolute)?.href.split('#') ?? [];
  if (beforeFragment === '') {
    return undefined;
  }
  const afterScheme = beforeFragment.slice(beforeFragment.indexOf('://') + 3);
  const slash = afterScheme.indexOf('/');
  const authority = canonicalAuthority(afterScheme.slice(0, slash));
  if (authority === undefined) {
    return undefined;
  }
  const [path = '', ...rest] = afterScheme.slice(slash).split('?');
  const query = rest.join('?');
  const kept = withoutEntities(respelt(query, QUERY_LITERALS))
    .split('&')
    .filter((parameter) => !TRACKING_PARAMETERS.has(parameter.split('=')[0] ?? ''))
    .join('&');
  return (
    authority + withoutEntities(withoutDots(respelt(path, PATH_LITERALS))) + (kept === '' ? '' : `?${kept}`)
  );
}

function canonicalAuthority(authority: string): string | undefined {
  const hostAndPort = authority.split('@').at(-1) ?? '';
  const port = /:[0-9]+$/.exec(hostAndPort)?.[0] ?? '';
  let host = hostAndPort.slice(0, hostAndPort.length - port.length);
  while (host.endsWith('.')) {
    host = host.slice(0, -1);
  }
  // Beside a label beyond ASCII no edition of WHATWG overlooks Punycode that is not valid.
  const isRefused = host === '' || /["`{}]/.test(host) || (/xn--/i.test(host) && !parsed(`ws://${host}.ü`));
  const read = isRefused ? undefined : parsed(`ws://${host}`)?.host;
  return read === undefined ? undefined : read + (port === ':80' || port === ':443' ? '' : port);
}

/** Not by `URL.canParse`: once optimised, that of Node 20 refuses every text with a letter from Latin-1. */
function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function respelt(text: string, literals: string): string {
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const digits = text.slice(at + 1, at + 3);
    if (
      character === '%' &&
      digits.length === 2 &&
      HEX.includes(digits.charAt(0)) &&
      HEX.includes(digits.charAt(1))
    ) {
      const decoded = String.fromCodePoint(Number(`0x${digits}`));
      result += UNRESERVED.includes(decoded) ? decoded : `%${digits.toUpperCase()}`;
      at += 2;
    } else if (literals.includes(character)) {
      result += character;
    } else {
      const hex = character.charCodeAt(0).toString(16).toUpperCase();
      result += hex.length === 1 ? `%0${hex}` : `%${hex}`;
    }
  }
  return result;
}

/** RFC 3986 §5.2.4, buffer by buffer: the parser asked above leaves dots behind after a segment such as `.a`. */
function withoutDots(path: string): string {
  let input = path;
  let output = '';
  while (input !== '') {
    const isUp = input === '/..' || input.startsWith('/../');
    if (isUp || input === '/.' || input.startsWith('/./')) {
      input = `/${input.slice(isUp ? 4 : 3)}`;
      if (isUp) output = output.slice(0, Math.max(0, output.lastIndexOf('/')));
    } else {
      const next = input.indexOf('/', 1);
      const segment = next === -1 ? input : input.slice(0, next);
      output += segment;
      input = input.slice(segment.length);
    }
  }
  return output;
}

function withoutEntities(text: string): string {
  let last = '';
  let result = text;
  while (result !== last) {
    last = result;
    result = last.replace(/&amp;/i, '&');
  }
  return result;
}
