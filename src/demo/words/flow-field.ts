import type { StyleWords } from '../style-words.js';

export type FlowMotif = 'ocean-currents' | 'whirlpools' | 'wind-over-grass';

export const flowWords: StyleWords<FlowMotif> = {
  author: 'a plotter artist',
  host: 'plotter-artist.demo.test',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  folders: ['plots/2022', 'plots/2023', 'series/flow'],
  motifs: {
    'ocean-currents': {
      en: 'flowing lines like ocean currents',
      es: 'líneas que fluyen como corrientes del océano',
      fr: 'lignes fluides comme des courants marins',
      de: 'fließende Linien wie Meeresströmungen',
    },
    whirlpools: {
      en: 'swirling whirlpools of fine lines',
      es: 'remolinos de líneas finas',
      fr: 'tourbillons de lignes fines',
      de: 'Strudel aus feinen Linien',
    },
    'wind-over-grass': {
      en: 'strokes like wind over long grass',
      es: 'trazos como viento sobre hierba alta',
      fr: 'traits comme le vent dans les hautes herbes',
      de: 'Striche wie Wind über hohem Gras',
    },
  },
  captions: {
    en: [
      'Generative art: {motif}, {a} with {b}',
      'abstract flow field, {motif}, {a} and {b}',
      '{Motif} | generative pen plotter drawing | {a} {b}',
      'Abstract line art print, {motif} in {a} and {b}',
      'pen plot by a plotter artist: {motif} ({a}, {b})',
    ],
    es: ['Arte generativo abstracto: {motif}, en {a} y {b}', '{Motif}, dibujo generativo en {a} y {b}'],
    fr: ['Art génératif : {motif}, en {a} et {b}'],
    de: ['Generative Kunst, {motif}, in {a} und {b}'],
  },
};
