import { createContext, use } from 'react';
import type { Messages } from '../messages/en.js';
import type { Formats } from './formats.js';
import type { Language } from './languages.js';

export interface LanguageChoice {
  readonly language: Language;
  readonly words: Messages;
  readonly formats: Formats;
  readonly choose: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageChoice | undefined>(undefined);

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (choice === undefined) {
    throw new Error('useLanguage is called outside LanguageProvider');
  }
  return choice;
}

/** The words of the page in the reader's language. */
export function useWords(): Messages {
  return useLanguage().words;
}
