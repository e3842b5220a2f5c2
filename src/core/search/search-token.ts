import type { SearchProblem } from './search-problem.js';

export const FIELDS = {
  author: 'author',
  autor: 'author',
  caption: 'caption',
  leyenda: 'caption',
  domain: 'domain',
  dominio: 'domain',
  site: 'domain',
  sitio: 'domain',
  url: 'url',
} as const;
export type Field = (typeof FIELDS)[keyof typeof FIELDS];

/** A piece of a query between blanks, or OR. Positions count UTF-16 code units. */
export type SearchToken =
  | { readonly kind: 'or'; readonly position: number; readonly length: number }
  | {
      readonly kind: 'term';
      readonly position: number;
      readonly length: number;
      readonly isExcluded: boolean;
      readonly field?: Field;
      readonly isQuoted: boolean;
      readonly text: string;
    };

const BLANK = /\s/;
/** Every mark that keyboards and telephones make of a double quotation mark. */
const OPENS = /["“”„«]/;
const CLOSES = /["“”»]/;
const FIELD = /^([a-z]+):/i;

/** Cuts a query into its pieces. A word may hold quotation marks; only one at its beginning opens a phrase. */
export function readTokens(text: string): SearchToken[] | SearchProblem {
  const tokens: SearchToken[] = [];
  let at = skipBlanks(text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    if ('code' in token) return token;
    tokens.push(token);
    at = skipBlanks(text, token.position + token.length);
  }
  return tokens;
}

function readToken(text: string, position: number): SearchToken | SearchProblem {
  let at = position;
  const isExcluded = text[at] === '-' && at + 1 < text.length && !BLANK.test(text.charAt(at + 1));
  if (isExcluded) at += 1;
  const field = fieldAt(text, at);
  if (field) {
    at = skipBlanks(text, at + field.length);
    if (at >= text.length) return { code: 'missing-value', position, length: text.length - position };
  }
  const isQuoted = OPENS.test(text.charAt(at));
  const end = isQuoted ? endOfPhrase(text, at + 1) : endOfWord(text, at);
  if (end === undefined) return { code: 'unclosed-quote', position: at, length: text.length - at };
  const value = isQuoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
  const length = end - position;
  if (value === 'OR' && !isQuoted && !field && !isExcluded) return { kind: 'or', position, length };
  const named = field === undefined ? {} : { field: field.name };
  return { kind: 'term', position, length, isExcluded, ...named, isQuoted, text: value };
}

function fieldAt(text: string, at: number): { name: Field; length: number } | undefined {
  const [whole, name] = FIELD.exec(text.slice(at, at + 16)) ?? [];
  const key = name?.toLowerCase() ?? '';
  return whole !== undefined && Object.hasOwn(FIELDS, key)
    ? { name: FIELDS[key as keyof typeof FIELDS], length: whole.length }
    : undefined;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && BLANK.test(text.charAt(at))) at += 1;
  return at;
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !BLANK.test(text.charAt(at))) at += 1;
  return at;
}

/** The place after the closing mark. */
function endOfPhrase(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    if (CLOSES.test(text.charAt(at))) return at + 1;
  }
  return undefined;
}
