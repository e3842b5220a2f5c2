/**
 * Every subject by which a statement can cover an address (decision rules v1, no. 1).
 * Follows the suffix and prefix expressions of Google Safe Browsing (v4, "URLs and Hashing"), with more of both:
 * folders up to depth 16, and all parent hosts down to two labels. Works on canonical URL v1.
 */
import { isIpAddress } from './canonical-host.js';

/** The subjects that are a place on the web. */
export type UrlSubjectKind = 'url' | 'path' | 'domain';

/**
 * `url`: an address, `example.com/a/b.jpg?c`. `path`: a folder and all below it, `example.com/a/`, always with its
 * closing slash. `domain`: a host and all below it, `example.com`, without slash or port.
 * The address of a folder and the folder share their text and are told apart by `kind` alone.
 */
export interface UrlExpression {
  readonly kind: UrlSubjectKind;
  readonly expression: string;
  /** True when only a `deny` on this expression covers the address. */
  readonly denyOnly: boolean;
}

/** How many folders of one address are looked up, the root among them. */
const MAX_FOLDERS = 16;

// RFC 1035 §2.3.4: no longer name exists, so nobody can hold one. It keeps a hostile host from costing its square.
const MAX_NAME_LENGTH = 253;

const END_OF_NAME = /[:/]/;

/** The expressions of a canonical address, the most specific first. */
export function urlExpressions(canonical: string): UrlExpression[] {
  const queryStart = canonical.indexOf('?');
  const address = queryStart === -1 ? canonical : canonical.slice(0, queryStart);
  const expressions: UrlExpression[] = [{ kind: 'url', expression: canonical, denyOnly: false }];
  if (queryStart !== -1) {
    expressions.push({ kind: 'url', expression: address, denyOnly: true });
  }
  for (const expression of foldersOf(address)) {
    expressions.push({ kind: 'path', expression, denyOnly: false });
  }
  for (const expression of namesOf(hostOf(canonical))) {
    expressions.push({ kind: 'domain', expression, denyOnly: false });
  }
  return expressions;
}

/** The folders that hold an address without query, deepest first; of a longer chain those nearest the root. */
export function foldersOf(address: string): string[] {
  const folders: string[] = [];
  for (
    let slash = address.indexOf('/');
    slash !== -1 && folders.length < MAX_FOLDERS;
    slash = address.indexOf('/', slash + 1)
  ) {
    folders.push(address.slice(0, slash + 1));
  }
  return folders.reverse();
}

/** The host of a canonical address or of any expression, without its port; an IPv6 address keeps its brackets. */
export function hostOf(canonical: string): string {
  const end = canonical.startsWith('[') ? canonical.indexOf(']') + 1 : canonical.search(END_OF_NAME);
  return end === -1 ? canonical : canonical.slice(0, end);
}

function namesOf(host: string): string[] {
  const names = [host];
  if (isIpAddress(host)) {
    return names;
  }
  let dot = host.indexOf('.', Math.max(0, host.length - MAX_NAME_LENGTH - 1));
  while (dot !== -1) {
    const name = host.slice(dot + 1);
    // An empty label (`a..example.com`) leaves a name that begins with a dot, which nobody can hold.
    if (name.includes('.') && !name.startsWith('.')) {
      names.push(name);
    }
    dot = host.indexOf('.', dot + 1);
  }
  return names;
}
