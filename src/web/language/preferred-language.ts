import { keptForLong } from '../browser/kept.js';
import { DEFAULT_LOCALES, isLanguage, LANGUAGES, type Language } from './languages.js';

const KEY = 'assent.language';

/** The language chosen here before, else the first of the browser's that we have, else English. */
export function preferredLanguage(): Language {
  const chosen = keptForLong.read(KEY);
  if (isLanguage(chosen)) {
    return chosen;
  }
  const known = navigator.languages.map(baseOf).find((base) => isLanguage(base));
  return known ?? 'en';
}

export function keepLanguage(language: Language): void {
  keptForLong.write(KEY, language);
}

/** The reader's own regional variant of a language, for numbers and dates: `es-MX` writes them unlike `es-ES`. */
export function localeOf(language: Language): string {
  return navigator.languages.find((tag) => baseOf(tag) === language) ?? DEFAULT_LOCALES[language];
}

function baseOf(tag: string): Language | null {
  const base = tag.split('-')[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === base) ?? null;
}
