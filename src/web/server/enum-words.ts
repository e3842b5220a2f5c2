/** `TRAIN_AI` in the schema is `train-ai` in the rules of src/core and in the log. */
export type WordOf<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}-${WordOf<Tail>}`
  : Lowercase<Name>;

export function wordOf<Name extends string>(name: Name): WordOf<Name> {
  return name.toLowerCase().replaceAll('_', '-') as WordOf<Name>;
}

/** `train-ai` of the rules is `TRAIN_AI` in the schema. */
export type EnumOf<Word extends string> = Word extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${EnumOf<Tail>}`
  : Uppercase<Word>;

export function enumOf<Word extends string>(word: Word): EnumOf<Word> {
  return nameOf(word) as EnumOf<Word>;
}

/** The same for words that may be none of the schema's. */
export function nameOf(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}
