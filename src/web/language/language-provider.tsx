import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Messages } from '../messages/en.js';
import { makeFormats } from './formats.js';
import { type LanguageChoice, LanguageContext } from './language-context.js';
import { type Language, loadMessages } from './languages.js';
import { keepLanguage, localeOf } from './preferred-language.js';

interface Spoken {
  readonly language: Language;
  readonly words: Messages;
}

/** Gives every part below it the words of one language, and changes them all at once when the reader chooses another. */
export function LanguageProvider({ first, children }: { first: Spoken; children: ReactNode }) {
  const [spoken, setSpoken] = useState(first);

  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken.language]);

  const choice = useMemo<LanguageChoice>(
    () => ({
      ...spoken,
      formats: makeFormats(localeOf(spoken.language)),
      choose: (language) => {
        keepLanguage(language);
        void loadMessages(language).then((words) => {
          setSpoken({ language, words });
        });
      },
    }),
    [spoken],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}
