import type { StyleWords } from '../style-words.js';

export type BotanicalMotif = 'poppies' | 'tulips' | 'daisies' | 'berry-branch';

export const botanicalWords: StyleWords<BotanicalMotif> = {
  author: 'a botanical illustrator',
  host: 'botanical-illustrator.demo.test',
  license: 'https://creativecommons.org/licenses/by-nc/4.0/',
  folders: ['plates', 'garden-notebook', 'plates/spring'],
  motifs: {
    poppies: { en: 'poppies', es: 'amapolas', fr: 'coquelicots', de: 'Mohnblumen' },
    tulips: { en: 'tulips', es: 'tulipanes', fr: 'tulipes', de: 'Tulpen' },
    daisies: { en: 'daisies', es: 'margaritas', fr: 'marguerites', de: 'Margeriten' },
    'berry-branch': {
      en: 'leafy branch with berries',
      es: 'rama con hojas y bayas',
      fr: 'branche feuillue avec des baies',
      de: 'belaubter Zweig mit Beeren',
    },
  },
  captions: {
    en: [
      'Botanical illustration of {motif} in {a} and {b}',
      'Botanical print, {motif}, {a}, ink line with {b} wash',
      '{Motif} botanical drawing | pen and wash | {a} & {b}',
      'vintage style botanical plate: {motif} ({a}, {b} leaves)',
      'Hand drawn {motif}, {a} on cream paper, {b} leaves',
    ],
    es: ['Ilustración botánica: {motif}, {a} y {b}', 'Lámina botánica de {motif} en {a} y {b}'],
    fr: ['Planche botanique : {motif}, {a} et {b}', 'Illustration botanique, {motif} en {a} et {b}'],
    de: ['Botanische Zeichnung: {motif} in {a} und {b}', 'Pflanzentafel, {motif}, {a} und {b}'],
  },
};
