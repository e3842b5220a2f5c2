/**
 * Statements of preference of AIPREF: their serialisation (draft-ietf-aipref-vocab-07 §6) and how several become one
 * (§5.1). Labels mean nothing here; what they mean depends on the version of the vocabulary.
 */
import { parseTokenDictionary } from './structured-dictionary.js';

/** `y` allows, `n` disallows; the preference of a label that is not there is unknown. */
export type AiprefStatement = Readonly<Record<string, 'y' | 'n'>>;

/** Reads a statement; a text that cannot be parsed states nothing, and neither does a value other than `y` and `n`. */
export function parseAiprefStatement(text: string): AiprefStatement {
  const members = [...(parseTokenDictionary(text) ?? [])];
  return Object.fromEntries(
    members.flatMap(([label, value]) => (value === 'y' || value === 'n' ? [[label, value]] : [])),
  );
}

/** The value of a `Content-Usage` field, with the labels in the order in which they are there. */
export function serialiseAiprefStatement(statement: AiprefStatement): string {
  return Object.entries(statement)
    .map(([label, value]) => `${label}=${value}`)
    .join(', ');
}

/** For each label: disallowed if any statement disallows it, else allowed if any allows it, else unknown. */
export function combineAiprefStatements(statements: readonly AiprefStatement[]): AiprefStatement {
  const combined = new Map<string, 'y' | 'n'>();
  for (const [label, value] of statements.flatMap((statement) => Object.entries(statement))) {
    if (combined.get(label) !== 'n') {
      combined.set(label, value);
    }
  }
  return Object.fromEntries(combined);
}
