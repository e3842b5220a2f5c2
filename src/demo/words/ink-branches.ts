import type { StyleWords } from '../style-words.js';

export type InkMotif = 'blossom-branch' | 'bare-tree' | 'bamboo' | 'willow-and-moon';

export const inkWords: StyleWords<InkMotif> = {
  author: 'an ink painter',
  host: 'ink-painter.demo.test',
  license: '?',
  folders: ['scrolls', 'album-leaves', 'scrolls/winter'],
  motifs: {
    'blossom-branch': {
      en: 'blossoming plum branch',
      es: 'rama de ciruelo en flor',
      fr: 'branche de prunier en fleurs',
      de: 'blühender Pflaumenzweig',
    },
    'bare-tree': {
      en: 'bare winter tree and birds before the sun',
      es: 'árbol desnudo de invierno y pájaros ante el sol',
      fr: "arbre nu d'hiver et oiseaux devant le soleil",
      de: 'kahler Winterbaum und Vögel vor der Sonne',
    },
    bamboo: {
      en: 'bamboo in the wind',
      es: 'bambú al viento',
      fr: 'bambou dans le vent',
      de: 'Bambus im Wind',
    },
    'willow-and-moon': {
      en: 'willow and a large moon',
      es: 'sauce y una gran luna',
      fr: 'saule et grande lune',
      de: 'Weide und großer Mond',
    },
  },
  captions: {
    en: [
      '{Motif}, ink painting in {a} and {b}',
      'Ink wash painting of {motif}, {a} ink with {b}',
      'sumi-e style brush drawing, {motif}, {a} and {b} on paper',
      '{Motif} | brush and ink | {a}, {b}',
      'Minimalist ink art print – {motif} in {a} with a touch of {b}',
    ],
    es: ['Pintura a tinta: {motif}, en {a} y {b}', '{Motif}, tinta y pincel, {a} y {b}'],
    fr: ["{Motif}, peinture à l'encre en {a} et {b}", 'Lavis d’encre : {motif}, {a} et {b}'],
    de: ['Tuschemalerei: {motif} in {a} und {b}', '{Motif}, Pinsel und Tusche, {a} und {b}'],
  },
};
