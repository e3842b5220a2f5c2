import type { Messages } from '../messages/en.js';

/** Languages of the pages. Another one is another file in messages/ and another line here. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

/** The regional habits for numbers and dates where the browser names none. */
export const DEFAULT_LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES' };

const LOADERS: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import('../messages/en.js')).en,
  es: async () => (await import('../messages/es.js')).es,
};

/** Only the messages of the language in use travel to the browser. */
export function loadMessages(language: Language): Promise<Messages> {
  return LOADERS[language]();
}

export function isLanguage(text: string | null): text is Language {
  return LANGUAGES.some((language) => language === text);
}
