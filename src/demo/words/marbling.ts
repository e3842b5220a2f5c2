import type { StyleWords } from '../style-words.js';

export type MarblingMotif = 'stones' | 'combed' | 'swirls' | 'hearts';

export const marblingWords: StyleWords<MarblingMotif> = {
  author: 'a marbler',
  host: 'marbler.demo.test',
  license: 'https://creativecommons.org/licenses/by-sa/4.0/',
  folders: ['papers', 'endpapers', 'shop/papers'],
  motifs: {
    stones: {
      en: 'stone pattern',
      es: 'dibujo de piedras',
      fr: 'motif caillouté',
      de: 'Steinmuster',
    },
    combed: {
      en: 'combed pattern',
      es: 'dibujo peinado',
      fr: 'motif peigné',
      de: 'Kammmuster',
    },
    swirls: {
      en: 'swirls',
      es: 'espirales',
      fr: 'tourbillons',
      de: 'Wirbel',
    },
    hearts: {
      en: 'rows of hearts',
      es: 'hileras de corazones',
      fr: 'rangées de cœurs',
      de: 'Reihen von Herzen',
    },
  },
  captions: {
    en: [
      'Marbled paper, {motif}, {a} and {b}',
      'Ebru marbling art with {motif} in {a}, {b}',
      'hand marbled paper by a marbler – {motif} – {a} and {b}',
      'Suminagashi style marbling: {motif} ({a}, {b})',
      '{A} and {b} marbled endpaper with {motif}',
    ],
    es: ['Papel marmolado, {motif}, en {a} y {b}', 'Arte ebru: {motif} en {a} y {b}'],
    fr: ['Papier marbré, {motif}, {a} et {b}', 'Papier à la cuve : {motif} en {a} et {b}'],
    de: ['Marmorpapier, {motif}, {a} und {b}', 'Ebru: {motif} in {a} und {b}'],
  },
};
