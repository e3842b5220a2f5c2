/**
 * JSON (RFC 8259) read without guessing, with the limits of I-JSON (RFC 7493): a repeated key, half a surrogate pair,
 * a number beyond the range of a double, a byte order mark or nesting without end is refused, never resolved.
 * Two readers that resolve a repeated key differently would see two different leaves under one hash.
 */
import type { JsonProblem, JsonProblemCode } from './json-problem.js';
import { childPointer, placeName } from './json-pointer.js';
import { type JsonValue, MAX_JSON_DEPTH } from './json-value.js';
import { isWellFormedText } from './well-formed-text.js';

export type StrictJsonResult =
  { readonly ok: true; readonly value: JsonValue } | { readonly ok: false; readonly problem: JsonProblem };

/** Whether half a surrogate pair is refused, or taken as it is by who can answer for such a text. */
export type LoneSurrogates = 'refuse' | 'keep';

/** Reads one JSON value that fills the whole text. */
export function parseStrictJson(text: string, loneSurrogates: LoneSurrogates = 'refuse'): StrictJsonResult {
  try {
    return { ok: true, value: new StrictJsonParser(text, loneSurrogates).document() };
  } catch (error) {
    if (error instanceof JsonFault) {
      return { ok: false, problem: error.problem };
    }
    throw error;
  }
}

class JsonFault extends Error {
  constructor(readonly problem: JsonProblem) {
    super(problem.message);
  }
}

const WHITE_SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const LITERALS = [
  ['null', null],
  ['true', true],
  ['false', false],
] as const;

class StrictJsonParser {
  #offset = 0;

  constructor(
    private readonly text: string,
    private readonly loneSurrogates: LoneSurrogates,
  ) {}

  document(): JsonValue {
    const value = this.#value('', 0);
    if (this.#offset < this.text.length) {
      this.#fail('syntax', '', 'Nothing may follow the JSON value: send one value.');
    }
    return value;
  }

  /** Reads a value with the white space on both of its sides. */
  #value(path: string, depth: number): JsonValue {
    this.#match(WHITE_SPACE);
    const value = this.#bareValue(path, depth);
    this.#match(WHITE_SPACE);
    return value;
  }

  #bareValue(path: string, depth: number): JsonValue {
    const first = this.text[this.#offset];
    if (first === '{' || first === '[') {
      if (depth >= MAX_JSON_DEPTH) {
        this.#fail(
          'too-deep',
          path,
          `Arrays and objects nest deeper than ${MAX_JSON_DEPTH} levels: flatten the value.`,
        );
      }
      return first === '{' ? this.#object(path, depth) : this.#array(path, depth);
    }
    if (first === '"') {
      return this.#string(path);
    }
    for (const [word, value] of LITERALS) {
      if (this.text.startsWith(word, this.#offset)) {
        this.#offset += word.length;
        return value;
      }
    }
    return this.#number(path);
  }

  #object(path: string, depth: number): JsonValue {
    const members = new Map<string, JsonValue>();
    this.#offset += 1;
    this.#match(WHITE_SPACE);
    if (this.#take('}')) {
      return {};
    }
    do {
      this.#match(WHITE_SPACE);
      const start = this.#offset;
      const key = this.#string(path);
      const memberPath = childPointer(path, key);
      if (members.has(key)) {
        this.#offset = start;
        this.#fail(
          'duplicate-key',
          memberPath,
          `The key ${placeName(memberPath)} appears twice: send it once.`,
        );
      }
      this.#match(WHITE_SPACE);
      this.#expect(':', memberPath);
      members.set(key, this.#value(memberPath, depth + 1));
    } while (this.#take(','));
    this.#expect('}', path);
    // Defines own properties, so that a key such as "__proto__" stays data.
    return Object.fromEntries(members);
  }

  #array(path: string, depth: number): JsonValue {
    const items: JsonValue[] = [];
    this.#offset += 1;
    this.#match(WHITE_SPACE);
    if (this.#take(']')) {
      return items;
    }
    do {
      items.push(this.#value(childPointer(path, items.length), depth + 1));
    } while (this.#take(','));
    this.#expect(']', path);
    return items;
  }

  #string(path: string): string {
    const start = this.#offset;
    this.#expect('"', path);
    // Walked by hand: a pattern for the whole string would need a stack as long as hostile input.
    while (this.text[this.#offset] !== '"') {
      const isEscape = this.text[this.#offset] === '\\';
      const isPlain = this.text.charCodeAt(this.#offset) >= 0x20;
      if (isEscape ? this.#match(ESCAPE) === '' : !isPlain) {
        this.#fail(
          'syntax',
          path,
          'A text is not closed, or holds a raw control character or an unknown escape.',
        );
      }
      this.#offset += isEscape ? 0 : 1;
    }
    this.#offset += 1;
    const text = JSON.parse(this.text.slice(start, this.#offset)) as string;
    if (this.loneSurrogates === 'refuse' && !isWellFormedText(text)) {
      this.#offset = start;
      this.#fail(
        'lone-surrogate',
        path,
        `The text at ${placeName(path)} holds half of a surrogate pair: repair the text.`,
      );
    }
    return text;
  }

  #number(path: string): number {
    const start = this.#offset;
    const digits = this.#match(NUMBER);
    if (digits === '') {
      this.#fail('syntax', path, `A JSON value is expected for ${placeName(path)}.`);
    }
    const value = Number(digits);
    if (!Number.isFinite(value)) {
      this.#offset = start;
      this.#fail(
        'number-out-of-range',
        path,
        `The number at ${placeName(path)} is larger than a double can hold.`,
      );
    }
    return value;
  }

  /** Takes what a sticky pattern matches here; the empty text when it does not match. */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#offset;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.#offset += found.length;
    return found;
  }

  #take(mark: string): boolean {
    const isThere = this.text[this.#offset] === mark;
    this.#offset += isThere ? 1 : 0;
    return isThere;
  }

  #expect(mark: string, path: string): void {
    if (!this.#take(mark)) {
      this.#fail('syntax', path, `The mark ${mark} is expected in ${placeName(path)}.`);
    }
  }

  #fail(code: JsonProblemCode, path: string, message: string): never {
    const problem = {
      code,
      path,
      offset: this.#offset,
      message: `${message} (character ${this.#offset + 1})`,
    };
    throw new JsonFault(problem);
  }
}
