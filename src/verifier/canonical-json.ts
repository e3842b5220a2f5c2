/** Whether a text is in the one form that RFC 8785 gives its value. Says nothing about what the value means. */

/** Deeper than any leaf, and shallow enough for the stack. */
const MAX_DEPTH = 64;

/** The value of a canonical text; undefined for any other text, and for one nested deeper than 64 levels. */
export function parseCanonicalJson(text: string): { readonly value: unknown } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return write(value, 0) === text ? { value } : undefined;
}

/** RFC 8785 §3.2.2 takes numbers and strings from ECMAScript as they are; §3.2.3 sorts names by UTF-16 code units. */
function write(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return /\p{Cs}/u.test(value) ? undefined : JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (depth === MAX_DEPTH) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => write(item, depth + 1));
    return items.includes(undefined) ? undefined : `[${items.join(',')}]`;
  }
  const members = Object.keys(value)
    .sort()
    .map((name) => {
      const label = write(name, depth);
      const member = write((value as Readonly<Record<string, unknown>>)[name], depth + 1);
      return label === undefined || member === undefined ? undefined : `${label}:${member}`;
    });
  return members.includes(undefined) ? undefined : `{${members.join(',')}}`;
}
