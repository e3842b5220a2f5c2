import { invalidInput, type InvalidInput } from '../accounts/refusals.js';

const LONGEST = 120;
// What could turn a name on a public page into something else: controls, and signs that turn the direction of writing.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** A name as it will be shown to everybody. */
export function readOrganisationName(
  text: string,
): { readonly ok: true; readonly name: string } | InvalidInput {
  const name = text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
  if (name === '' || name.length > LONGEST || UNSEEN.test(name)) {
    return invalidInput(
      'name',
      `The name has to have 1 to ${LONGEST} characters that can be seen.`,
      'Give the name by which the public knows the organisation.',
    );
  }
  return { ok: true, name };
}
