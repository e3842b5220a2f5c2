import type { StyleWords } from '../style-words.js';

export type MosaicMotif = 'sun-over-sea' | 'rosette' | 'fish' | 'moon-over-hills';

export const mosaicWords: StyleWords<MosaicMotif> = {
  author: 'a mosaicist',
  host: 'mosaicist.demo.test',
  license: '?',
  folders: ['floors', 'walls', 'commissions/2020'],
  motifs: {
    'sun-over-sea': {
      en: 'sun over the sea',
      es: 'sol sobre el mar',
      fr: 'soleil sur la mer',
      de: 'Sonne über dem Meer',
    },
    rosette: {
      en: 'flower rosette',
      es: 'rosetón de flores',
      fr: 'rosace fleurie',
      de: 'Blütenrosette',
    },
    fish: {
      en: 'fish in the water',
      es: 'pez en el agua',
      fr: "poisson dans l'eau",
      de: 'Fisch im Wasser',
    },
    'moon-over-hills': {
      en: 'moon over the hills',
      es: 'luna sobre las colinas',
      fr: 'lune sur les collines',
      de: 'Mond über den Hügeln',
    },
  },
  captions: {
    en: [
      'Mosaic of a {motif}, {a} and {b} tiles',
      '{Motif} mosaic art, hand cut tesserae in {a} and {b}',
      'Roman style mosaic, {motif}, {a} & {b}',
      'glass mosaic panel - {motif} - {a}, {b}',
    ],
    es: ['Mosaico de teselas en {a} y {b}: {motif}', '{Motif}, mosaico en {a} y {b}'],
    fr: ['Mosaïque : {motif}, tesselles en {a} et {b}', '{Motif}, mosaïque en {a} et {b}'],
    de: ['Mosaik: {motif} in {a} und {b}', '{Motif}, Mosaik aus Glassteinen, {a} und {b}'],
  },
};
