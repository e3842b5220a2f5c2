/**
 * Under which hosts anything is said (docs/snapshot-format.md, "hosts.bin"). Looked at first: most addresses end there. A leaf
 * does not tell the host of a place, so that places whose address nobody has in clear any more are kept by their own keys.
 */
import type { PlaceExpression } from '../consent/subject.js';
import type { PlaceKind } from '../consent/subject.js';
import { hostOf } from '../url/url-expressions.js';

/** The text whose key stands for what is said of a place: of a host and all below it, or of something on one host. */
export function hostText(kind: PlaceKind, expression: string): string {
  return kind === 'domain' ? expression : `${hostOf(expression)}/`;
}

/** The texts of which one stands in the table when anything is said about an address whose place in clear is known. */
export function hostTextsOf(expressions: readonly PlaceExpression[]): string[] {
  const names = expressions.filter(({ kind }) => kind === 'domain').map(({ expression }) => expression);
  const [host] = names;
  return host === undefined ? [] : [`${host}/`, ...names];
}
