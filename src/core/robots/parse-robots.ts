/**
 * The Robots Exclusion Protocol, RFC 9309: which addresses of a site a program may fetch. A path is written as it is compared:
 * UTF-8 octets outside US-ASCII and reserved ones percent-encoded (section 2.2.2).
 */

export interface RobotsRule {
  readonly allow: boolean;
  /** Begins with `/` or `*`; may hold `*`, and end with `$`. */
  readonly pattern: string;
}

/** What a site asks of one program. */
export interface RobotsRules {
  readonly rules: readonly RobotsRule[];
  /** Seconds between requests. No part of the RFC, but asked for by many sites. */
  readonly crawlDelay: number | undefined;
}

interface Group {
  readonly agents: string[];
  readonly rules: RobotsRule[];
  crawlDelay: number | undefined;
}

/**
 * The rules for a program: those of all groups that name it, joined; else those for every program (section 2.2.1).
 * @param product its product token, in any case
 */
export function parseRobots(text: string, product: string): RobotsRules {
  const groups = readGroups(text);
  const named = groups.filter(({ agents }) => agents.includes(product.toLowerCase()));
  const chosen = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  return {
    rules: chosen.flatMap(({ rules }) => rules),
    crawlDelay: chosen.map(({ crawlDelay }) => crawlDelay).find((delay) => delay !== undefined),
  };
}

function readGroups(text: string): readonly Group[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  let isNaming = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const said = line.split('#', 1)[0] ?? '';
    const colon = said.indexOf(':');
    const name = said.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = said.slice(colon + 1).trim();
    if (name === 'user-agent') {
      // Names that follow each other share what comes after them.
      if (!group || !isNaming) groups.push((group = { agents: [], rules: [], crawlDelay: undefined }));
      group.agents.push(productOf(value));
      isNaming = true;
    } else if (name === 'allow' || name === 'disallow') {
      isNaming = false;
      if (group && /^[/*]/.test(value))
        group.rules.push({ allow: name === 'allow', pattern: encoded(value) });
    } else if (name === 'crawl-delay') {
      isNaming = false;
      if (group && /^\d+(\.\d+)?$/.test(value)) group.crawlDelay = Number(value);
    }
  }
  return groups;
}

/** Only letters, `_` and `-` make a product token; a version after it is not compared. */
function productOf(value: string): string {
  return value === '*' ? value : (/^[a-z_-]*/i.exec(value)?.[0] ?? '').toLowerCase();
}

/** Whether the program may fetch what stands at this path with query; the longest pattern that fits decides, allowing first. */
export function robotsAllow({ rules }: RobotsRules, path: string): boolean {
  const asked = encoded(path);
  const fitting = rules.filter(({ pattern }) => fits(pattern, asked));
  const longest = Math.max(0, ...fitting.map(({ pattern }) => pattern.length));
  const deciding = fitting.filter(({ pattern }) => pattern.length === longest);
  return deciding.length === 0 || deciding.some(({ allow }) => allow);
}

/** Piece by piece from the left, which needs no looking back: no pattern takes longer than its length times the path's. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [start = '', ...pieces] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(start)) return false;
  let at = start.length;
  for (const [number, piece] of pieces.entries()) {
    if (isWhole && number === pieces.length - 1)
      return path.length - piece.length >= at && path.endsWith(piece);
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return !isWhole || at === path.length;
}

const utf8 = new TextEncoder();
const UNRESERVED = /^[A-Za-z0-9._~-]$/;

/** One spelling for each octet: unreserved characters plain, others that were encoded encoded in capitals. */
function encoded(path: string): string {
  const ascii = path.replace(/[^\x21-\x7e]+/g, (text) =>
    Array.from(utf8.encode(text), (octet) => `%${octet.toString(16).padStart(2, '0')}`).join(''),
  );
  return ascii.replace(/%([0-9a-f]{2})/gi, (whole, digits: string) => {
    const character = String.fromCharCode(parseInt(digits, 16));
    return UNRESERVED.test(character) ? character : whole.toUpperCase();
  });
}
