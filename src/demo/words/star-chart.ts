import type { StyleWords } from '../style-words.js';

export type StarMotif = 'constellations' | 'moon-phases' | 'orbits' | 'comet';

export const starWords: StyleWords<StarMotif> = {
  author: 'a celestial chart engraver',
  host: 'celestial-charts.demo.test',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  folders: ['charts', 'charts/moon', 'prints'],
  motifs: {
    constellations: {
      en: 'imaginary constellations',
      es: 'constelaciones imaginarias',
      fr: 'constellations imaginaires',
      de: 'erdachte Sternbilder',
    },
    'moon-phases': {
      en: 'phases of the moon',
      es: 'fases de la luna',
      fr: 'phases de la lune',
      de: 'Mondphasen',
    },
    orbits: {
      en: 'planets on their orbits',
      es: 'planetas en sus órbitas',
      fr: 'planètes sur leurs orbites',
      de: 'Planeten auf ihren Bahnen',
    },
    comet: {
      en: 'comet over mountains',
      es: 'cometa sobre montañas',
      fr: 'comète au-dessus des montagnes',
      de: 'Komet über Bergen',
    },
  },
  captions: {
    en: [
      'Celestial chart: {motif}, {a} on {b}',
      'Star map art print – {motif}, {a} and {b}',
      'antique style astronomy engraving, {motif}, {b} with {a} lines',
      '{Motif} | celestial wall art | {b} {a}',
      'Astronomy illustration of {motif} in {b} and {a}',
    ],
    es: ['Carta celeste: {motif}, {a} sobre {b}', '{Motif}, lámina de astronomía en {b} y {a}'],
    fr: ['Carte du ciel : {motif}, {a} sur {b}', '{Motif}, gravure céleste en {b} et {a}'],
    de: ['Sternkarte: {motif}, {a} auf {b}', '{Motif}, Himmelskarte in {b} und {a}'],
  },
};
