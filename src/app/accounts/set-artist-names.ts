import { LONGEST_NAME } from '../../core/search/own-names.js';
import { foldedWords, sameTerms } from '../../core/search/same-terms.js';
import type { SignedInActor } from '../actor.js';
import type { ArtistName } from '../ports/accounts.js';
import type { Registry } from '../registry.js';
import { invalidInput, type InvalidInput } from './refusals.js';

const MOST_NAMES = 12;
const LONGEST_TEXT = 80;
/** Invisible but for the two joiners, which some scripts write names with. */
const CONTROL = /[\p{Cc}\p{Cs}]|(?![\u200C\u200D])\p{Cf}/u;

export type SetArtistNamesResult = { readonly ok: true; readonly names: readonly string[] } | InvalidInput;

/**
 * Says by which names the work of whoever asks goes; an empty list takes them back. A search for one finds what names any of them, and
 * shows the others. They decide nothing, and nothing of them is in the log.
 */
export async function setArtistNames(
  registry: Registry,
  actor: SignedInActor,
  given: readonly string[],
): Promise<SetArtistNamesResult> {
  const names = new Map<string, ArtistName>();
  for (const text of given) {
    const name = text.normalize('NFC').trim().replace(/\s+/gu, ' ');
    const words = foldedWords(name);
    const problem = nameProblem(name, words);
    if (problem) return problem;
    const folded = words.join(' ');
    if (!names.has(folded)) names.set(folded, { name, folded });
  }
  if (names.size > MOST_NAMES) {
    return invalidInput(
      'names',
      `There are more than ${MOST_NAMES} names.`,
      'Keep those that stand beside your work.',
    );
  }
  await registry.store.artistNames.replace(actor.account.id, [...names.values()]);
  return { ok: true, names: [...names.values()].map(({ name }) => name) };
}

function nameProblem(name: string, words: readonly string[]): InvalidInput | undefined {
  if (name.length > LONGEST_TEXT || words.length > LONGEST_NAME || CONTROL.test(name)) {
    return invalidInput(
      'names',
      `A name has at most ${LONGEST_NAME} words and ${LONGEST_TEXT} characters.`,
      'Write each name on a line of its own.',
    );
  }
  if (words.join('').length < 2) {
    return invalidInput(
      'names',
      'A name has at least two letters.',
      'Write it as it stands beside your work.',
    );
  }
  const [known] = sameTerms(words);
  if (!known) return undefined;
  return known.kind === 'glossary'
    ? invalidInput('names', `“${name}” is a word that people search for.`, 'Give a longer form of the name.')
    : invalidInput(
        'names',
        `“${name}” is the name of a well-known artist.`,
        'Give a form of your name that is yours alone.',
      );
}
