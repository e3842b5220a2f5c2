import type { StyleWords } from '../style-words.js';

export type CyanotypeMotif = 'ferns' | 'seaweed' | 'dandelion-clocks' | 'grasses';

export const cyanotypeWords: StyleWords<CyanotypeMotif> = {
  author: 'a cyanotype printer',
  host: 'cyanotype-printer.demo.test',
  license: '?',
  folders: ['prints', 'herbarium', 'prints/toned'],
  motifs: {
    ferns: { en: 'fern fronds', es: 'hojas de helecho', fr: 'frondes de fougère', de: 'Farnwedel' },
    seaweed: { en: 'seaweed', es: 'algas marinas', fr: 'algues marines', de: 'Seetang' },
    'dandelion-clocks': {
      en: 'dandelion clocks',
      es: 'dientes de león',
      fr: 'aigrettes de pissenlit',
      de: 'Pusteblumen',
    },
    grasses: {
      en: 'wild grasses',
      es: 'hierbas silvestres',
      fr: 'herbes sauvages',
      de: 'wilde Gräser',
    },
  },
  captions: {
    en: [
      'Cyanotype of {motif}, {a} and {b}',
      '{Motif} cyanotype photogram on cotton paper, {a}',
      'Sun print: {motif} in {b} on {a}',
      'botanical cyanotype art print, {motif}, {a} {b}',
      'Alternative process print of {motif}, toned {a}',
    ],
    es: ['Cianotipia de {motif}, {b} sobre {a}', 'Impresión solar: {motif}, {a} y {b}'],
    fr: ['Cyanotype : {motif}, {b} sur {a}', 'Photogramme de {motif}, {a} et {b}'],
    de: ['Cyanotypie: {motif}, {b} auf {a}', 'Sonnendruck, {motif}, {a} und {b}'],
  },
};
