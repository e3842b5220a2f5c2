/**
 * Addresses carried inside an address, by resizers, proxies and archives (decision rules v1, no. 1: such an address is
 * looked up under both; a deny on either counts, an allow only on the outer).
 * Where an address does not say how far the inner one reaches, the longer reading is taken: the inner address with a
 * query that may be the outer's is also looked up without it, for a deny. Works on canonical URL v1.
 */
import { isIpAddress } from './canonical-host.js';
import { canonicalUrl } from './canonical-url.js';
import { proxiedAddress } from './image-proxies.js';
import { hostOf } from './url-expressions.js';

/** How deep an address within an address within an address is followed. */
const MAX_EMBEDDING_DEPTH = 3;
/** How often one path may look as if an address began in it; more is hostile, and each try costs the path's length. */
const MAX_STARTS_IN_PATH = 16;
const START_IN_PATH = /https?(?::|%3A|%253A)(\/|%2F|%252F)/gi;
const MAY_START = /http/i;
const ASCII_ESCAPE = /%([0-7][0-9a-f])/gi;
const START_OF_VALUE = /^(?:\/?https?:\/|\/\/)/i;
/** Parameters that may hold an address without its scheme. */
export const NAMES_OF_BARE_ADDRESSES: ReadonlySet<string> = new Set(['url', 'src', 'image', 'img', 'u']);

/** The canonical addresses inside a canonical address, outermost first, each once; the address itself is not among them. */
export function embeddedUrls(canonical: string): string[] {
  let level = directlyEmbedded(canonical);
  // Most addresses carry none.
  if (level.length === 0) return [];
  const found = new Set([canonical]);
  for (let depth = 1; depth <= MAX_EMBEDDING_DEPTH; depth += 1) {
    level = level.filter((inner) => {
      const isNew = !found.has(inner);
      found.add(inner);
      return isNew;
    });
    if (depth < MAX_EMBEDDING_DEPTH) level = level.flatMap(directlyEmbedded);
  }
  found.delete(canonical);
  return [...found];
}

function directlyEmbedded(canonical: string): string[] {
  const pathStart = canonical.indexOf('/');
  const queryStart = canonical.indexOf('?');
  const path = canonical.slice(pathStart, queryStart === -1 ? undefined : queryStart);
  const search = queryStart === -1 ? '' : canonical.slice(queryStart);
  const proxied = proxiedAddress(hostOf(canonical), path);
  const elsewhere = [...(proxied === undefined ? [] : [proxied]), ...textsInQuery(search.slice(1))];
  return [...innersInPath(path, search), ...elsewhere.map(innerUrl)].filter((inner) => inner !== undefined);
}

/**
 * An escaped inner address ends with its segment. A literal one takes the rest of the path, and the query: what else
 * that rest carries is inside it, one level deeper.
 */
function innersInPath(path: string, search: string): string[] {
  const inners: string[] = [];
  if (!MAY_START.test(path)) return inners;
  for (const start of [...path.matchAll(START_IN_PATH)].slice(0, MAX_STARTS_IN_PATH)) {
    const segmentEnd = path.indexOf('/', start.index);
    const isLiteral = start[1] === '/';
    const text = isLiteral
      ? path.slice(start.index) + search
      : path.slice(start.index, segmentEnd === -1 ? undefined : segmentEnd);
    const inner = innerUrl(decodings(text).find((decoded) => START_OF_VALUE.test(decoded)) ?? '');
    if (inner !== undefined) {
      inners.push(inner);
    }
    if (inner !== undefined && isLiteral) {
      break;
    }
  }
  return inners;
}

function textsInQuery(query: string): string[] {
  if (query === '') return [];
  const whole = START_OF_VALUE.test(query) ? [query] : [];
  return [...whole, ...query.split('&').flatMap(textsInParameter)];
}

function textsInParameter(parameter: string): string[] {
  const equals = parameter.indexOf('=');
  const readings = decodings(parameter.slice(equals + 1));
  const level = readings.findIndex((reading) => START_OF_VALUE.test(reading));
  if (level === 0) {
    // Written without escaping: its escapes may be its own, or the one layer that every query value has.
    return readings.slice(0, 2);
  }
  if (level > 0) {
    return readings.slice(level, level + 1);
  }
  const name = parameter.slice(0, Math.max(equals, 0)).toLowerCase();
  return NAMES_OF_BARE_ADDRESSES.has(name) ? readings.slice(0, 2).map(withoutTlsMark) : [];
}

/** images.weserv.nl once took `ssl:host/path` for an address behind https. */
function withoutTlsMark(text: string): string {
  return text.replace(/^ssl:/, '');
}

/** The text as it is, percent-decoded once, and twice; each reading that differs from the one before. */
function decodings(text: string): string[] {
  if (!text.includes('%')) return [text];
  const once = decoded(text);
  return [...new Set([text, once, decoded(once)])];
}

/** Bytes beyond ASCII stay escaped: they need not be UTF-8, and canonical form keeps their escapes. */
function decoded(text: string): string {
  return text.replace(ASCII_ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Undefined for what is no address after all, and for a host without a dot, which is a folder or a parameter more often. */
function innerUrl(text: string): string | undefined {
  const read = canonicalUrl(text.replace(/^\/(?=https?:)/i, ''));
  if (!read.ok) {
    return undefined;
  }
  const host = hostOf(read.url);
  return host.includes('.') || isIpAddress(host) ? read.url : undefined;
}
