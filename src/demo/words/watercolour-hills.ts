import type { StyleWords } from '../style-words.js';

export type WatercolourMotif = 'misty-hills' | 'mountains-and-moon' | 'pine-forest' | 'quiet-lake';

export const watercolourWords: StyleWords<WatercolourMotif> = {
  author: 'a watercolourist',
  host: 'watercolourist.demo.test',
  license: '?',
  folders: ['landscapes', 'sketchbook', 'landscapes/2021'],
  motifs: {
    'misty-hills': {
      en: 'misty hills with birds',
      es: 'colinas con niebla y pájaros',
      fr: 'collines dans la brume avec des oiseaux',
      de: 'neblige Hügel mit Vögeln',
    },
    'mountains-and-moon': {
      en: 'mountains under a full moon',
      es: 'montañas bajo la luna llena',
      fr: 'montagnes sous la pleine lune',
      de: 'Berge unter dem Vollmond',
    },
    'pine-forest': {
      en: 'pine forest in the fog',
      es: 'bosque de pinos en la niebla',
      fr: 'forêt de pins dans le brouillard',
      de: 'Kiefernwald im Nebel',
    },
    'quiet-lake': {
      en: 'quiet lake between hills',
      es: 'lago tranquilo entre colinas',
      fr: 'lac paisible entre les collines',
      de: 'stiller See zwischen Hügeln',
    },
  },
  captions: {
    en: [
      '{Motif} in {a} and {b}, watercolour on paper',
      'Watercolor landscape painting - {motif}, {a} and {b}',
      'Original watercolour: {motif} ({a}, {b})',
      '{a} watercolor landscape, {motif}, loose wash with {b}',
      'Landscape in {a} & {b} – {motif} by a watercolourist',
    ],
    es: ['Acuarela de paisaje: {motif}, en {a} y {b}', '{Motif}, acuarela sobre papel en {a} y {b}'],
    fr: ['Aquarelle de paysage, {motif}, en {a} et {b}', '{Motif} – aquarelle en {a} et {b}'],
    de: ['Aquarell Landschaft: {motif} in {a} und {b}', '{Motif}, Aquarell in {a} und {b}'],
  },
};
