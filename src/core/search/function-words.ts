import type { StemLanguage } from './stem-language.js';

/** The little words that sentences of a language are full of. A word of two languages counts for both. */
const WORDS: Readonly<Partial<Record<StemLanguage, string>>> = {
  en: `the of and in on with for from by at is are this that your my our his her their an as it to all not you`,
  es: `el la los las de del y en con por para una un su sus al que es se lo como más sobre sin desde este esta entre muy`,
  fr: `le la les des du de et en avec pour une un sur dans par au aux est ce cette qui son ses sans vous nous plus`,
  de: `der die das und mit von für im in auf ein eine einer eines den dem des zu zum zur aus bei ist nicht nach über sich auch`,
  it: `il lo la gli le di del della dei delle e in con per una un su da dal alla al che nel nella sono come più`,
  pt: `o a os as de do da dos das e em no na nos nas com por para uma um ao que não se como mais sobre sem seu sua`,
  nl: `de het een en van in op met voor bij aan uit te zijn naar door over niet ook dat die deze voor onze`,
};

/** Little word → the languages it is one of. */
export const FUNCTION_WORDS: ReadonlyMap<string, readonly StemLanguage[]> = byWord();

function byWord(): Map<string, StemLanguage[]> {
  const languages = new Map<string, StemLanguage[]>();
  for (const [language, words] of Object.entries(WORDS) as [StemLanguage, string][]) {
    for (const word of new Set(words.split(' '))) {
      languages.set(word, [...(languages.get(word) ?? []), language]);
    }
  }
  return languages;
}
