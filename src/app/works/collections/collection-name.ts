import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';

const LONGEST_NAME = 120;
/** Invisible but for the two joiners, which some scripts write names with. */
const CONTROL = /[\p{Cc}\p{Cs}]|(?![\u200C\u200D])\p{Cf}/u;

/** A name as collections are told apart by it: two that look alike but for blanks are one. */
export function readCollectionName(
  given: string,
): { readonly ok: true; readonly name: string } | InvalidInput {
  const name = given.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (name !== '' && name.length <= LONGEST_NAME && !CONTROL.test(name)) return { ok: true, name };
  return invalidInput(
    'name',
    `A collection has a name of 1 to ${LONGEST_NAME} characters.`,
    'Write a short name, such as that of a series or of a year.',
  );
}
