// PostgreSQL text is UTF-8 without U+0000; a surrogate without its partner has no UTF-8 form.
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

// Nearly every text has neither, and a look without pairing surrogates is several times faster.
const SUSPICIOUS = /[\0\ud800-\udfff]/;

// The same two inside JSON as JSON.stringify writes it; a pair of backslashes is read as one unit, so it hides nothing.
const UNSTORABLE_ESCAPE = /\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/g;

/** Text with everything the database refuses replaced by U+FFFD. */
export function storableText(text: string): string {
  return SUSPICIOUS.test(text) ? text.replace(UNSTORABLE, '\uFFFD') : text;
}

/** JSON text of a value for a `jsonb` column. Whole numbers that JSON cannot carry exactly are written as text. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'bigint') return part;
    const number = Number(part);
    return Number.isSafeInteger(number) ? number : part.toString();
  });
  return json.replace(UNSTORABLE_ESCAPE, (escape) => (escape === '\\\\' ? escape : '\\ufffd'));
}
