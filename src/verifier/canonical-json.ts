/** Whether a text is in the one form that RFC 8785 gives its value. Says nothing about what the value means. */

/** Deeper than any leaf, and shallow enough for the stack. */
const MAX_DEPTH = 64;

/** The value of a canonical text; or, of any other text, where it is not canonical, as a sentence goes on with it. */
export type CanonicalJson = { readonly value: unknown } | { readonly deviation: string };

export function parseCanonicalJson(text: string): CanonicalJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { deviation: 'it is no JSON' };
  }
  const canonical = write(value, 0);
  if (canonical === undefined) {
    return { deviation: `it holds half a character, or nests deeper than ${MAX_DEPTH} levels` };
  }
  return canonical === text ? { value } : { deviation: firstDeviation(text, canonical) };
}

/** A name that comes twice shows here too: of its values the last is read, and written where the first stood. */
function firstDeviation(text: string, canonical: string): string {
  let at = 0;
  while (text[at] === canonical[at]) at += 1;
  const end = text.lastIndexOf('":', at - 1);
  const name = end < 1 ? undefined : text.slice(text.lastIndexOf('"', end - 1) + 1, end);
  return `it leaves that form at character ${at + 1}${name === undefined ? '' : `, in its member "${name}"`}`;
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
