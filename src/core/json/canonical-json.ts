/**
 * The JSON Canonicalization Scheme (RFC 8785): one text for one value, so that its UTF-8 bytes can be hashed.
 * Refuses what RFC 8785 §3.1 and I-JSON (RFC 7493) cannot carry: numbers that are not finite, lone surrogates, and
 * values that are not JSON. Never drops or rewrites a value the way `JSON.stringify` does.
 */
import { childPointer, placeName } from './json-pointer.js';
import { MAX_JSON_DEPTH } from './json-value.js';
import { isWellFormedText } from './well-formed-text.js';

export type CanonicalJsonErrorCode = 'number-not-finite' | 'lone-surrogate' | 'not-json' | 'too-deep';

/** A value that has no canonical JSON; `path` is the JSON Pointer (RFC 6901) of the part at fault. */
export class CanonicalJsonError extends Error {
  override readonly name = 'CanonicalJsonError';

  constructor(
    readonly code: CanonicalJsonErrorCode,
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/** The canonical text of a JSON value. Throws {@link CanonicalJsonError}. */
export function canonicalJson(value: unknown): string {
  return write(value, '', 0);
}

function write(value: unknown, path: string, depth: number): string {
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'number') {
    return writeNumber(value, path);
  }
  if (typeof value === 'string') {
    return writeString(value, path);
  }
  if (typeof value !== 'object') {
    throw new CanonicalJsonError(
      'not-json',
      path,
      `JSON cannot carry a value of type ${typeof value} at ${placeName(path)}: leave the member out or write it as text.`,
    );
  }
  if (depth >= MAX_JSON_DEPTH) {
    throw new CanonicalJsonError(
      'too-deep',
      path,
      `Arrays and objects nest deeper than ${MAX_JSON_DEPTH} levels: flatten the value.`,
    );
  }
  return Array.isArray(value) ? writeArray(value, path, depth) : writeObject(value, path, depth);
}

function writeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) {
    throw new CanonicalJsonError(
      'number-not-finite',
      path,
      `JSON cannot carry ${value} at ${placeName(path)}: use a finite number.`,
    );
  }
  // RFC 8785 §3.2.2.3 is ECMAScript's own number serialisation, which writes -0 as 0.
  return JSON.stringify(value);
}

function writeString(value: string, path: string): string {
  if (!isWellFormedText(value)) {
    throw new CanonicalJsonError(
      'lone-surrogate',
      path,
      `The text at ${placeName(path)} holds half of a UTF-16 surrogate pair and has no UTF-8 form: repair the text.`,
    );
  }
  // RFC 8785 §3.2.2.2 escapes exactly what ECMAScript's own serialisation of a well-formed string escapes.
  return JSON.stringify(value);
}

function writeArray(values: readonly unknown[], path: string, depth: number): string {
  // Array.from visits the holes of a sparse array, which map() would skip.
  const items = Array.from(values, (item, index) => write(item, childPointer(path, index), depth + 1));
  return `[${items.join(',')}]`;
}

function writeObject(value: object, path: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === null;
  if (!isPlain || Object.getOwnPropertySymbols(value).length > 0) {
    throw new CanonicalJsonError(
      'not-json',
      path,
      `JSON cannot carry the object at ${placeName(path)}: pass a plain object with text keys.`,
    );
  }
  // RFC 8785 §3.2.3 sorts by UTF-16 code units, which is what comparing strings does.
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = members.map(([key, member]) => {
    const memberPath = childPointer(path, key);
    return `${writeString(key, memberPath)}:${write(member, memberPath, depth + 1)}`;
  });
  return `{${texts.join(',')}}`;
}
