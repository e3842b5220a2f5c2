import { canonicalUrl } from '../url/canonical-url.js';
import { parseSubject } from '../url/parse-subject.js';
import type { SearchProblem } from './search-problem.js';
import type { Clause, PlaceTerm, SearchQuery, TextTerm } from './search-query.js';
import { readTokens, type SearchToken } from './search-token.js';

export type ParsedSearch =
  | { readonly ok: true; readonly query: SearchQuery }
  | { readonly ok: false; readonly problem: SearchProblem };

/** In UTF-16 code units. */
export const LONGEST_QUERY = 1_000;
const MOST_TERMS = 32;
/** What the shortest beginning of a word, or part of an address, has: fewer would name nearly everything. */
export const SHORTEST_PART = 3;

const LETTERS = /[\p{L}\p{N}]/gu;

type Term = Extract<SearchToken, { kind: 'term' }>;
type ReadTerm = TextTerm | PlaceTerm;

/**
 * Reads the language of searches (docs/search.md): words, `"phrases"`, `-exclusions`, `beginnings*`, `a OR b`, and the fields
 * `author:`, `caption:`, `domain:` (or `site:`) and `url:`. Marks without a letter or digit ask for nothing and are passed over. Never throws.
 */
export function parseSearch(text: string): ParsedSearch {
  if (text.length > LONGEST_QUERY) {
    return fail({ code: 'too-long', position: LONGEST_QUERY, length: text.length - LONGEST_QUERY });
  }
  const tokens = readTokens(text);
  if ('code' in tokens) return fail(tokens);
  const extra = tokens[MOST_TERMS];
  if (extra)
    return fail({ code: 'too-many', position: extra.position, length: text.length - extra.position });
  const groups = alternatives(tokens);
  if ('code' in groups) return fail(groups);
  const query: Clause[] = [];
  for (const group of groups) {
    const clause = readClause(group);
    if (clause && 'code' in clause) return fail(clause);
    if (clause) query.push(clause);
  }
  return { ok: true, query };
}

function fail(problem: SearchProblem): ParsedSearch {
  return { ok: false, problem };
}

/** Terms that OR joins stand together; every other term stands alone. */
function alternatives(tokens: readonly SearchToken[]): Term[][] | SearchProblem {
  const groups: Term[][] = [];
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (token.kind === 'or') {
      const after = tokens[index + 1];
      if (before?.kind !== 'term' || after?.kind !== 'term') return problem('lone-or', token);
    } else if (before?.kind === 'or') {
      groups.at(-1)?.push(token);
    } else {
      groups.push([token]);
    }
  }
  return groups;
}

/** @returns undefined for marks that ask for nothing */
function readClause(group: readonly Term[]): Clause | SearchProblem | undefined {
  const terms: ReadTerm[] = [];
  for (const token of group) {
    if (token.isExcluded && group.length > 1) return problem('excluded-or', token);
    const term = readTerm(token);
    if (term && 'code' in term) return term;
    if (!term) continue;
    if (terms[0] && isText(terms[0]) !== isText(term)) return problem('mixed-or', token);
    terms.push(term);
  }
  const isExcluded = group[0]?.isExcluded ?? false;
  if (terms.length === 0) return undefined;
  const texts = terms.filter(isText);
  return texts.length > 0
    ? { kind: 'text', isExcluded, terms: texts }
    : { kind: 'place', isExcluded, terms: terms.filter((term) => !isText(term)) };
}

function isText(term: ReadTerm): term is TextTerm {
  return term.kind === 'word' || term.kind === 'phrase' || term.kind === 'prefix';
}

function readTerm(token: Term): ReadTerm | SearchProblem | undefined {
  switch (token.field) {
    case 'domain':
      return readHost(token);
    case 'url':
      return readUrl(token);
    default:
      return readText(token, token.field);
  }
}

function readHost(token: Term): PlaceTerm | SearchProblem {
  const host = parseSubject('domain', token.text);
  return host.ok ? { kind: 'host', host: host.expression } : problem('not-a-domain', token);
}

/** An address with its scheme is the beginning of one; anything else is a part. */
function readUrl(token: Term): PlaceTerm | SearchProblem {
  if (/^https?:\/\//i.test(token.text)) {
    const address = canonicalUrl(token.text);
    if (address.ok) return { kind: 'url-start', url: address.url };
  }
  const letters = token.text.match(LETTERS)?.length ?? 0;
  return letters < SHORTEST_PART
    ? problem('short-part', token)
    : { kind: 'url-part', part: partOf(token.text) };
}

/** As it stands in canonical addresses, which hold other letters than ASCII in percent-encoded UTF-8. */
function partOf(text: string): string {
  const encoded = text
    .trim()
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/[^\0-\x7f]+/g, encodeURIComponent);
  return encoded.toLowerCase();
}

function readText(token: Term, field: TextTerm['field']): TextTerm | SearchProblem | undefined {
  const named = field === undefined ? {} : { field };
  const letters = token.text.match(LETTERS)?.length ?? 0;
  if (token.isQuoted) {
    if (letters > 0) return { kind: 'phrase', text: token.text.trim(), ...named };
    return field === undefined ? undefined : problem('missing-value', token);
  }
  const star = token.text.indexOf('*');
  if (star !== -1) {
    const isLast = star === token.text.length - 1;
    if (!isLast || letters === 0) return problem('misplaced-star', token);
    if (letters < SHORTEST_PART) return problem('short-prefix', token);
    return { kind: 'prefix', text: token.text.slice(0, -1), ...named };
  }
  if (letters > 0) return { kind: 'word', text: token.text, ...named };
  return field === undefined ? undefined : problem('missing-value', token);
}

function problem(code: SearchProblem['code'], { position, length }: SearchToken): SearchProblem {
  return { code, position, length };
}
