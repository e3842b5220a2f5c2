import { colourDistance, labOfHex } from './drawing/colour.js';
import type { DemoLanguage } from './demo-entry.js';

type Words = Readonly<Record<DemoLanguage, string>>;

function word(en: string, es: string, fr: string, de: string): Words {
  return { en, es, fr, de };
}

/** Everyday colour words with the shades that stand for them; the nearest shade gives the word. */
const VOCABULARY: readonly (readonly [words: Words, ...shades: string[]])[] = [
  [word('black', 'negro', 'noir', 'Schwarz'), '#0d0d10', '#1e1c1d', '#2b2a2c'],
  [word('grey', 'gris', 'gris', 'Grau'), '#55575a', '#808285', '#a9abad', '#c9cbcc'],
  [word('white', 'blanco', 'blanc', 'Weiß'), '#ffffff', '#f4f4f2'],
  [word('cream', 'crema', 'crème', 'Creme'), '#fbf3dd', '#f2e6c9'],
  [word('sand', 'arena', 'sable', 'Sand'), '#dcc59c', '#cdb38b'],
  [word('brown', 'marrón', 'brun', 'Braun'), '#4a3020', '#6b4a2f', '#8a6544'],
  [word('rust', 'óxido', 'rouille', 'Rost'), '#a8492a', '#8f3d20'],
  [word('burgundy', 'burdeos', 'bordeaux', 'Bordeaux'), '#6a1f2e', '#551826'],
  [word('red', 'rojo', 'rouge', 'Rot'), '#c8202c', '#b3242a', '#dd3a2e'],
  [word('coral', 'coral', 'corail', 'Koralle'), '#ee7460', '#f08a72'],
  [word('orange', 'naranja', 'orange', 'Orange'), '#e8792a', '#f29a45'],
  [word('ochre', 'ocre', 'ocre', 'Ocker'), '#c58a2e', '#b97f33'],
  [word('gold', 'dorado', 'doré', 'Gold'), '#d9ad3c', '#e0b85a'],
  [word('yellow', 'amarillo', 'jaune', 'Gelb'), '#f4d03f', '#f7dc6f'],
  [word('olive', 'oliva', 'olive', 'Oliv'), '#6f7136', '#8a8a45'],
  [word('green', 'verde', 'vert', 'Grün'), '#2f7d4a', '#4f9a55', '#1f4f35'],
  [word('sage green', 'verde salvia', 'vert sauge', 'Salbeigrün'), '#9db094', '#84997f'],
  [word('teal', 'verde azulado', 'bleu canard', 'Petrol'), '#1f6b70', '#2a8285', '#174f57'],
  [word('turquoise', 'turquesa', 'turquoise', 'Türkis'), '#4fbcb8', '#7cd0c8'],
  [word('light blue', 'celeste', 'bleu ciel', 'Hellblau'), '#a9cde4', '#86b7dc', '#c5dcea'],
  [word('blue', 'azul', 'bleu', 'Blau'), '#2f66b0', '#4682bf', '#1f4f93', '#5f86ad', '#22486d', '#2f5a80'],
  [word('navy', 'azul marino', 'bleu marine', 'Marineblau'), '#14233f', '#1b2f55', '#0d1830'],
  [word('indigo', 'índigo', 'indigo', 'Indigo'), '#34327d', '#454a8f'],
  [word('violet', 'violeta', 'violet', 'Violett'), '#6b3f8c', '#84589f', '#4a2c63'],
  [word('lilac', 'lila', 'lilas', 'Flieder'), '#b49ccb', '#cbb9dc'],
  [word('pink', 'rosa', 'rose', 'Rosa'), '#e79ab0', '#f3c0cb', '#d9678c'],
];

const SHADES = VOCABULARY.flatMap(([words, ...shades]) =>
  shades.map((shade) => ({ words, lab: labOfHex(shade) })),
);

/** The word people would search for when they mean the colour `hex` (`#rrggbb`). */
export function colourWord(hex: string, language: DemoLanguage): string {
  const lab = labOfHex(hex);
  let nearest = { distance: Infinity, text: '' };
  for (const shade of SHADES) {
    const distance = colourDistance(lab, shade.lab);
    if (distance < nearest.distance) nearest = { distance, text: shade.words[language] };
  }
  return nearest.text;
}
