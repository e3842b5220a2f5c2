/**
 * `Content-Usage` rules of robots.txt (draft-ietf-aipref-attach-05 §3): their value, and which of them apply to a path.
 * Finding the rules in a file, and which paths may be crawled at all, is for a reader of robots.txt (RFC 9309).
 */
import { type AiprefStatement, combineAiprefStatements, parseAiprefStatement } from './aipref-statement.js';

/** `path` is a pattern of RFC 9309 §2.2.3; the empty one covers everything. */
export interface ContentUsageRule {
  readonly path: string;
  readonly statement: AiprefStatement;
}

const VALUE = /^(?<path>\/[^ \t]*)?[ \t]*(?<statement>.*)$/s;

/** Reads what stands behind the colon of a rule, up to the end of the line or a `#` (§3.2). */
export function parseContentUsage(value: string): ContentUsageRule {
  const { path = '', statement = '' } = VALUE.exec(value.replace(/^[ \t]+|[ \t]+$/g, ''))?.groups ?? {};
  return { path, statement: parseAiprefStatement(statement) };
}

/**
 * The statement for a path that may be crawled, normalised as RFC 9309 §2.2.2 says: that of the longest pattern which
 * covers it, in bytes, and of several as long the combination. Empty when no rule covers it.
 */
export function contentUsageOf(rules: readonly ContentUsageRule[], path: string): AiprefStatement {
  const covering = rules.filter((rule) => covers(rule.path, path));
  const longest = Math.max(...covering.map((rule) => byteLength(rule.path)));
  return combineAiprefStatements(
    covering.filter((rule) => byteLength(rule.path) === longest).map(({ statement }) => statement),
  );
}

/** RFC 9309 §2.2.3: `*` stands for any run of characters, a closing `$` for the end of the path. */
function covers(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const [start = '', ...pieces] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(start)) {
    return false;
  }
  const end = isAnchored ? pieces.pop() : undefined;
  let offset = start.length;
  for (const piece of pieces) {
    const found = path.indexOf(piece, offset);
    if (found === -1) {
      return false;
    }
    offset = found + piece.length;
  }
  if (!isAnchored) {
    return true;
  }
  return end === undefined
    ? path.length === offset
    : path.endsWith(end) && path.length - end.length >= offset;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
