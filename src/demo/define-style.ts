import { colourWord } from './colour-word.js';
import type { DemoLanguage } from './demo-entry.js';
import type { Composition, DemoStyle } from './demo-style.js';
import { cyclic } from './drawing/cyclic.js';
import { SeededRandom } from './seeded-random.js';
import { fillCaption } from './style-words.js';
import type { StyleWords } from './style-words.js';

/** What a style is given to draw. */
export interface Scene<Motif extends string, Palette> {
  readonly motif: Motif;
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  readonly random: SeededRandom;
}

/** A style as its file writes it down. */
interface StyleDefinition<Motif extends string, Palette> {
  readonly name: string;
  readonly words: StyleWords<Motif>;
  readonly motifs: readonly Motif[];
  readonly palettes: readonly Palette[];
  readonly formats: readonly (readonly [width: number, height: number])[];
  /** The two colours a viewer would name first; they must have different words. */
  readonly namedColours: (palette: Palette, motif: Motif) => readonly [string, string];
  /** The elements of the picture, without the outer `svg` element. */
  readonly paint: (scene: Scene<Motif, Palette>) => string;
}

/** Captions of scraped pictures are mostly English; a few others keep searches in those languages from coming up empty. */
const LANGUAGES: readonly DemoLanguage[] = [
  'en',
  'en',
  'en',
  'es',
  'en',
  'en',
  'fr',
  'en',
  'en',
  'es',
  'en',
  'de',
];

function slugOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}

/** Numbers after which two cycles of these lengths begin together again. */
function commonPeriod(left: number, right: number): number {
  let period = left;
  while (period % right !== 0) period += left;
  return period;
}

/**
 * Turns a definition into a style. Motif and palette both change with every seed; the palette skips one whenever the
 * two would repeat, so that (motifs × palettes) seeds show each combination once.
 */
export function defineStyle<Motif extends string, Palette>(
  definition: StyleDefinition<Motif, Palette>,
): DemoStyle {
  const { name, words, motifs, palettes, formats } = definition;
  const period = commonPeriod(motifs.length, palettes.length);
  const compose = (seed: number): Composition => {
    const motif = cyclic(motifs, seed);
    const palette = cyclic(palettes, seed + Math.floor(seed / period));
    const choice = new SeededRandom(`${name}/${seed}/words`);
    const [width, height] = choice.pick(formats);
    const language = choice.pick(LANGUAGES);
    const namedColours = definition.namedColours(palette, motif);
    const [a, b] = [colourWord(namedColours[0], language), colourWord(namedColours[1], language)];
    const slots = { motif: words.motifs[motif][language], a, b };
    const slug = slugOf(`${motif} ${colourWord(namedColours[0], 'en')}`);
    return {
      width,
      height,
      language,
      namedColours,
      caption: fillCaption(choice.pick(words.captions[language]), slots),
      path: `${cyclic(words.folders, Math.floor(seed / motifs.length))}/${slug}-${seed + 1}.png`,
      svg: () => {
        const random = new SeededRandom(`${name}/${seed}/drawing`);
        const body = definition.paint({ motif, palette, width, height, random });
        return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
      },
    };
  };
  return { name, author: words.author, host: words.host, license: words.license, compose };
}
