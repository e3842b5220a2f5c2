/**
 * Dictionaries of Structured Field Values for HTTP (RFC 9651 §3.2), parsed after §4.2.2 in full, so that what is no
 * dictionary fails as a whole. Of the members only Tokens are kept; a member of another type is there without a value.
 */

/** The Token that each key has; undefined for a value of any other type. Parameters are read and forgotten. */
export type TokenDictionary = ReadonlyMap<string, string | undefined>;

const KEY = /[a-z*][a-z0-9_\-.*]*/y;
const SPACES = / */y;
const OPTIONAL_WHITE_SPACE = /[ \t]*/y;
const TOKEN = /[A-Za-z*][!#$%&'*+\-.^_`|~0-9A-Za-z:/]*/y;
/** Strings, byte sequences, booleans, dates, and numbers: a decimal has 1 to 12 digits before its point and 1 to 3 after. */
const OTHER_ITEMS = [
  /"[\x20-\x21\x23-\x5b\x5d-\x7e]*(?:\\["\\][\x20-\x21\x23-\x5b\x5d-\x7e]*)*"/y,
  /:[A-Za-z0-9+/=]*:/y,
  /\?[01]/y,
  /@-?[0-9]{1,15}(?![0-9.])/y,
  /-?[0-9]{1,12}\.[0-9]{1,3}(?![0-9.])/y,
  /-?[0-9]{1,15}(?![0-9.])/y,
];
const DISPLAY_STRING = /%"[\x20-\x21\x23-\x24\x26-\x7e]*(?:%[0-9a-f]{2}[\x20-\x21\x23-\x24\x26-\x7e]*)*"/y;

/** Undefined when the text is no dictionary. An empty one is. */
export function parseTokenDictionary(text: string): TokenDictionary | undefined {
  try {
    return new DictionaryParser(text).dictionary();
  } catch (error) {
    if (error instanceof NotADictionary) {
      return undefined;
    }
    throw error;
  }
}

class NotADictionary extends Error {}

class DictionaryParser {
  #offset = 0;

  constructor(private readonly text: string) {}

  dictionary(): TokenDictionary {
    const members = new Map<string, string | undefined>();
    this.#match(SPACES);
    while (!this.#isAtEnd()) {
      const key = this.#demand(KEY);
      // §4.2.2: a later member of the same key takes the place of the earlier one.
      members.set(key, this.#memberValue());
      this.#match(OPTIONAL_WHITE_SPACE);
      if (this.#isAtEnd()) {
        break;
      }
      this.#demand(/,/y);
      this.#match(OPTIONAL_WHITE_SPACE);
      if (this.#isAtEnd()) {
        throw new NotADictionary();
      }
    }
    return members;
  }

  #memberValue(): string | undefined {
    const token = this.#match(/=/y) === undefined ? undefined : this.#itemOrInnerList();
    this.#parameters();
    return token;
  }

  #itemOrInnerList(): string | undefined {
    if (this.#match(/\(/y) === undefined) {
      return this.#bareItem();
    }
    this.#match(SPACES);
    while (this.#match(/\)/y) === undefined) {
      this.#bareItem();
      this.#parameters();
      this.#demand(/(?=[ )])/y);
      this.#match(SPACES);
    }
    return undefined;
  }

  #parameters(): void {
    while (this.#match(/;/y) !== undefined) {
      this.#match(SPACES);
      this.#demand(KEY);
      if (this.#match(/=/y) !== undefined) {
        this.#bareItem();
      }
    }
  }

  #bareItem(): string | undefined {
    const token = this.#match(TOKEN);
    if (token !== undefined) {
      return token;
    }
    const isOther = OTHER_ITEMS.some((form) => this.#match(form) !== undefined);
    if (!isOther) {
      this.#displayString();
    }
    return undefined;
  }

  /** §4.2.10: the escaped bytes must be UTF-8. */
  #displayString(): void {
    const text = this.#demand(DISPLAY_STRING).slice(2, -1);
    try {
      decodeURIComponent(text);
    } catch {
      throw new NotADictionary();
    }
  }

  #demand(form: RegExp): string {
    const found = this.#match(form);
    if (found === undefined) {
      throw new NotADictionary();
    }
    return found;
  }

  #match(form: RegExp): string | undefined {
    form.lastIndex = this.#offset;
    const [found] = form.exec(this.text) ?? [];
    this.#offset += found?.length ?? 0;
    return found;
  }

  #isAtEnd(): boolean {
    return this.#offset >= this.text.length;
  }
}
