import { FUNCTION_WORDS } from './function-words.js';
import { STEM_LANGUAGES, type StemLanguage } from './stem-language.js';

/** Three-letter codes and names that datasets use where they do not use two letters. */
const OTHER_NAMES: Readonly<Record<string, StemLanguage>> = {
  eng: 'en',
  english: 'en',
  spa: 'es',
  spanish: 'es',
  fra: 'fr',
  fre: 'fr',
  french: 'fr',
  deu: 'de',
  ger: 'de',
  german: 'de',
  ita: 'it',
  italian: 'it',
  por: 'pt',
  portuguese: 'pt',
  nld: 'nl',
  dut: 'nl',
  dutch: 'nl',
  rus: 'ru',
  russian: 'ru',
};

const LABEL = /^[a-z]{2,}/;
const SAYS_NOTHING = /^(?:und|unknown|nolang|none|null|zxx|mul)$/;

/** Letters that one of the languages has, and English has not, count as one of its words. */
const LETTERS: readonly (readonly [StemLanguage, RegExp])[] = [
  ['es', /[ñ¿¡]/i],
  ['pt', /[ãõ]/i],
  ['de', /ß/],
];

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;
const LETTER = /\p{L}/u;
const WORDS = /\p{L}+/gu;
/** More of a caption tells no more. */
const READ = 400;
/** One such word may be a name or a title; two are a sentence. */
const ENOUGH = 2;

/**
 * The language whose forms a caption's words are searched by.
 * @param label what the dataset calls the language. Where it says nothing, little words of the caption decide, and English
 *   where they do not.
 */
export function captionLanguage(label: string | undefined, caption: string): StemLanguage {
  const name = LABEL.exec(label?.trim().toLowerCase() ?? '')?.[0];
  if (name !== undefined && !SAYS_NOTHING.test(name)) {
    return OTHER_NAMES[name] ?? STEM_LANGUAGES.find((language) => language === name) ?? 'und';
  }
  return guess(caption.slice(0, READ).normalize('NFC'));
}

function guess(caption: string): StemLanguage {
  if (CYRILLIC.test(caption)) return 'ru';
  if (LETTER.test(caption) && !LATIN.test(caption)) return 'und';
  const scores = new Map<StemLanguage, number>();
  const count = (language: StemLanguage): void => {
    scores.set(language, (scores.get(language) ?? 0) + 1);
  };
  for (const [language, letters] of LETTERS) if (letters.test(caption)) count(language);
  for (const word of new Set(caption.toLowerCase().match(WORDS))) FUNCTION_WORDS.get(word)?.forEach(count);
  const [best, next] = [...scores].sort(([, a], [, b]) => b - a);
  const isClear = best !== undefined && best[1] >= ENOUGH && best[1] > (next?.[1] ?? 0);
  return isClear ? best[0] : 'en';
}
