/**
 * Who is named in captions. What stands after "by", "©" or the like and is written as a name is taken for one, in English, Spanish,
 * French, Portuguese, Italian and German. It informs a person who looks at the captions too, and decides nothing.
 */
import { foldedWords } from '../search/same-terms.js';

export interface Captioned {
  readonly caption: string;
  /** Whom the dataset names as its maker. */
  readonly author?: string | undefined;
}

export interface NamedInCaptions {
  /** How many captions name whom is asked about. */
  readonly own: number;
  /** Who else is named, and in how many captions, the most often named first. */
  readonly others: readonly { readonly name: string; readonly captions: number }[];
}

const LONGEST_CAPTION = 1_000;
const MOST_OTHERS = 5;

const BEFORE =
  '(?:\\b(?:[Bb]y|BY|[Vv]on|[Pp]or|[Pp]ar|[Dd]i|[Aa]utor|[Aa]rtista?|[Pp]hotographer|[Ii]llustrator)\\b|©|\\([Cc]\\)|[Cc]opyright)';
const PARTICLE = '(?:de|del|della|di|da|do|dos|la|le|van|von|der|den|el|al|bin|y)';
const WORD = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const NAMED = new RegExp(
  `${BEFORE}[\\s:]{0,3}(?:\\d{4},?\\s)?(${WORD}(?:\\s(?:${PARTICLE}\\s){0,2}${WORD}){1,3})`,
  'gu',
);

/** @param ownNames names that the one asked about gave as their own */
export function namedInCaptions(entries: readonly Captioned[], ownNames: readonly string[]): NamedInCaptions {
  const own = ownNames.map(foldedWords).filter((words) => words.length > 0);
  const others = new Map<string, { readonly name: string; captions: number }>();
  let namingOwn = 0;
  for (const entry of entries) {
    const text = [entry.caption.slice(0, LONGEST_CAPTION), entry.author ?? ''].map(foldedWords);
    if (own.some((name) => text.some((words) => holds(words, name)))) namingOwn += 1;
    for (const [folded, name] of namesIn(entry)) {
      if (own.some((mine) => holds(folded.split(' '), mine) || holds(mine, folded.split(' ')))) continue;
      const known = others.get(folded) ?? { name, captions: 0 };
      known.captions += 1;
      others.set(folded, known);
    }
  }
  const ranked = [...others.values()].toSorted(
    (a, b) => b.captions - a.captions || (a.name < b.name ? -1 : 1),
  );
  return { own: namingOwn, others: ranked.slice(0, MOST_OTHERS) };
}

/** Each once for an entry, by its folded form. */
function namesIn({ caption, author }: Captioned): ReadonlyMap<string, string> {
  const found = [...caption.slice(0, LONGEST_CAPTION).matchAll(NAMED)].flatMap(([, name]) => name ?? []);
  const names = author === undefined ? found : [author, ...found];
  return new Map(
    names.flatMap((name) => {
      const folded = foldedWords(name).join(' ');
      return folded === '' ? [] : [[folded, name.trim()] as const];
    }),
  );
}

function holds(words: readonly string[], wanted: readonly string[]): boolean {
  return words.some((_, from) => wanted.every((word, at) => words[from + at] === word));
}
