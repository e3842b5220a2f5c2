/**
 * Reads the members of one JSON object strictly: every member has a name that is known, a type that is right and a
 * value that is allowed, or the reader says which one is not. Nothing is ignored, converted or filled in.
 */
import { childPointer, placeName } from './json-pointer.js';

export type FieldErrorCode =
  'missing-field' | 'unknown-field' | 'wrong-type' | 'wrong-value' | 'unsupported-version' | 'too-large';

/** A member that cannot be accepted; `path` is its JSON Pointer (RFC 6901). */
export class FieldError extends Error {
  override readonly name = 'FieldError';

  constructor(
    readonly code: FieldErrorCode,
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/** A pattern with the words that tell a person what it accepts. */
export interface TextForm {
  readonly pattern: RegExp;
  readonly description: string;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

export class FieldReader {
  readonly #members: ReadonlyMap<string, unknown>;
  readonly #read = new Set<string>();

  private constructor(
    members: ReadonlyMap<string, unknown>,
    private readonly path: string,
  ) {
    this.#members = members;
  }

  /** Reads `value` as an object, lets `read` take its members, and refuses every member that was not taken. */
  static object<T>(value: unknown, path: string, read: (fields: FieldReader) => T): T {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new FieldError('wrong-type', path, `An object is expected for ${placeName(path)}.`);
    }
    const fields = new FieldReader(new Map(Object.entries(value)), path);
    const result = read(fields);
    fields.#refuseTheRest();
    return result;
  }

  has(name: string): boolean {
    return this.#members.has(name);
  }

  at(name: string): string {
    return childPointer(this.path, name);
  }

  /** A text of one form, or of at most `maximum` UTF-16 code units and at least one. */
  text(name: string, form: TextForm | { readonly maximum: number }): string {
    const value = this.#take(name);
    if (typeof value !== 'string') {
      throw new FieldError(
        'wrong-type',
        this.at(name),
        `A text is expected for ${placeName(this.at(name))}.`,
      );
    }
    if ('pattern' in form) {
      if (!form.pattern.test(value)) {
        this.#refuseValue(name, `must be ${form.description}`);
      }
    } else if (value.length > form.maximum) {
      const message = `The text at ${placeName(this.at(name))} is too long: at most ${form.maximum} characters.`;
      throw new FieldError('too-large', this.at(name), message);
    } else if (value === '') {
      this.#refuseValue(name, 'must not be empty: leave it out or fill it in');
    }
    return value;
  }

  /** One of a closed list of words. */
  choice<T extends string>(name: string, words: readonly T[]): T {
    const value = this.#take(name);
    if (typeof value !== 'string') {
      throw new FieldError(
        'wrong-type',
        this.at(name),
        `A text is expected for ${placeName(this.at(name))}.`,
      );
    }
    return (
      words.find((word) => word === value) ?? this.#refuseValue(name, `must be one of: ${words.join(', ')}`)
    );
  }

  flag(name: string): boolean {
    const value = this.#take(name);
    if (typeof value !== 'boolean') {
      throw new FieldError(
        'wrong-type',
        this.at(name),
        `true or false is expected for ${placeName(this.at(name))}.`,
      );
    }
    return value;
  }

  /** A whole number from 1 up, exact in a double. */
  count(name: string): number {
    return this.#integer(name, 1, Number.MAX_SAFE_INTEGER, 'a whole number from 1 up');
  }

  /** A whole number within bounds, both included. */
  whole(name: string, minimum: number, maximum: number): number {
    return this.#integer(name, minimum, maximum, `a whole number from ${minimum} to ${maximum}`);
  }

  /** A moment in UTC with milliseconds, `2026-11-22T19:00:00.000Z`, and no other spelling of it (RFC 3339). */
  instant(name: string): string {
    const form = { pattern: INSTANT, description: 'a time such as 2026-11-22T19:00:00.000Z' };
    const value = this.text(name, form);
    const time = Date.parse(value);
    // A day such as 30 February is read by some engines as another day.
    if (Number.isNaN(time) || new Date(time).toISOString() !== value) {
      this.#refuseValue(name, `must be ${form.description}, on a day that exists`);
    }
    return value;
  }

  /** Texts of one form, each once, in the order of their code units, so that one set has one spelling. */
  set(name: string, form: TextForm): string[] {
    const value = this.#list(name);
    return value.map((item, index) => {
      const path = childPointer(this.at(name), index);
      const previous = value[index - 1];
      if (typeof item !== 'string' || !form.pattern.test(item)) {
        throw new FieldError('wrong-value', path, `${placeName(path)} must be ${form.description}.`);
      }
      this.#refuseDisorder(name, path, typeof previous === 'string' ? previous : undefined, item);
      return item;
    });
  }

  /** Objects, each read by `read`, sorted by the code units of their `key` and each once, as in {@link set}. */
  objects<T>(name: string, read: (fields: FieldReader) => T, key: (item: T) => string): T[] {
    let previous: string | undefined;
    return this.#list(name).map((value, index) => {
      const path = childPointer(this.at(name), index);
      const item = FieldReader.object(value, path, read);
      const own = key(item);
      this.#refuseDisorder(name, path, previous, own);
      previous = own;
      return item;
    });
  }

  /** The raw value of a member that another reader reads. */
  value(name: string): unknown {
    return this.#take(name);
  }

  #list(name: string): unknown[] {
    const value = this.#take(name);
    if (!Array.isArray(value)) {
      throw new FieldError(
        'wrong-type',
        this.at(name),
        `A list is expected for ${placeName(this.at(name))}.`,
      );
    }
    return value;
  }

  #refuseDisorder(name: string, path: string, previous: string | undefined, own: string): void {
    if (previous !== undefined && previous >= own) {
      throw new FieldError(
        'wrong-value',
        path,
        `${placeName(this.at(name))} must be sorted and name each once.`,
      );
    }
  }

  #integer(name: string, minimum: number, maximum: number, description: string): number {
    const value = this.#take(name);
    if (typeof value !== 'number') {
      throw new FieldError(
        'wrong-type',
        this.at(name),
        `A number is expected for ${placeName(this.at(name))}.`,
      );
    }
    if (!Number.isSafeInteger(value) || value < minimum || value > maximum) {
      this.#refuseValue(name, `must be ${description}`);
    }
    return value;
  }

  #take(name: string): unknown {
    this.#read.add(name);
    if (!this.#members.has(name)) {
      throw new FieldError('missing-field', this.at(name), `${placeName(this.at(name))} is missing: add it.`);
    }
    return this.#members.get(name);
  }

  #refuseTheRest(): void {
    for (const name of this.#members.keys()) {
      if (!this.#read.has(name)) {
        throw new FieldError(
          'unknown-field',
          this.at(name),
          `${placeName(this.at(name))} is not known here: remove it.`,
        );
      }
    }
  }

  #refuseValue(name: string, demand: string): never {
    throw new FieldError('wrong-value', this.at(name), `${placeName(this.at(name))} ${demand}.`);
  }
}
