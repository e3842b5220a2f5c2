import { registerEnumType } from 'type-graphql';

/** The words of a closed list as the values of a GraphQL enum: `train-ai` inside is `TRAIN_AI` outside. */
export type EnumOf<Word extends string> = Readonly<Record<string, Word>>;

/**
 * Makes a GraphQL enum of a closed list of words. The one place where words change their spelling.
 * @param words every word of the list with what it means, so that none can be left out or undescribed
 */
export function defineEnum<Word extends string>(
  name: string,
  description: string,
  words: Readonly<Record<Word, string>>,
): EnumOf<Word> {
  const described = Object.entries(words) as [Word, string][];
  const values = Object.fromEntries(described.map(([word]) => [enumName(word), word]));
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      described.map(([word, meaning]) => [enumName(word), { description: meaning }]),
    ),
  });
  return values;
}

/** A word as it is spelled outside. */
export function enumName(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}
