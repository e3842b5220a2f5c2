import type { StyleWords } from '../style-words.js';

export type WoodcutMotif = 'waves-and-sun' | 'night-sea' | 'sailing-boat' | 'gulls-over-waves';

export const woodcutWords: StyleWords<WoodcutMotif> = {
  author: 'a woodcut printmaker',
  host: 'printmaker.demo.test',
  license: '?',
  folders: ['woodcuts', 'editions/sea', 'shop/prints'],
  motifs: {
    'waves-and-sun': {
      en: 'rolling waves under a round sun',
      es: 'olas bajo un sol redondo',
      fr: 'vagues sous un soleil rond',
      de: 'Wellen unter runder Sonne',
    },
    'night-sea': {
      en: 'night sea with a crescent moon and stars',
      es: 'mar de noche con luna creciente y estrellas',
      fr: 'mer de nuit avec croissant de lune et étoiles',
      de: 'nächtliches Meer mit Mondsichel und Sternen',
    },
    'sailing-boat': {
      en: 'sailing boat on high waves',
      es: 'velero sobre olas altas',
      fr: 'voilier sur de hautes vagues',
      de: 'Segelboot auf hohen Wellen',
    },
    'gulls-over-waves': {
      en: 'gulls over the waves',
      es: 'gaviotas sobre las olas',
      fr: 'mouettes au-dessus des vagues',
      de: 'Möwen über den Wellen',
    },
  },
  captions: {
    en: [
      'Woodcut print of {motif}, {a} and {b}',
      '{Motif} - woodblock print in {a} and {b}',
      'Linocut seascape, {motif}, printed in {a} with {b}',
      'hand carved woodcut, {motif} ({a} / {b})',
      '{a} sea woodcut print: {motif}',
    ],
    es: ['Xilografía del mar: {motif}, en {a} y {b}', 'Grabado en madera, {motif}, {a} y {b}'],
    fr: ['Gravure sur bois : {motif}, en {a} et {b}', 'Estampe de la mer, {motif}, {a} et {b}'],
    de: ['Holzschnitt: {motif} in {a} und {b}', 'Farbholzschnitt, {motif}, {a} und {b}'],
  },
};
