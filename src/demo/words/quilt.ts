import type { StyleWords } from '../style-words.js';

export type QuiltMotif = 'log-cabin' | 'flying-geese' | 'eight-point-stars' | 'hexagon-flowers';

export const quiltWords: StyleWords<QuiltMotif> = {
  author: 'a quilter',
  host: 'quilts.textile-studio.demo.test',
  license: '?',
  folders: ['patchwork', 'finished', 'patchwork/2018'],
  motifs: {
    'log-cabin': {
      en: 'log cabin blocks',
      es: 'bloques de cabaña',
      fr: 'blocs cabane en rondins',
      de: 'Blockhausmuster',
    },
    'flying-geese': {
      en: 'flying geese blocks',
      es: 'bloques de gansos en vuelo',
      fr: 'blocs oies en vol',
      de: 'Fliegende-Gänse-Muster',
    },
    'eight-point-stars': {
      en: 'eight pointed stars',
      es: 'estrellas de ocho puntas',
      fr: 'étoiles à huit branches',
      de: 'achtzackige Sterne',
    },
    'hexagon-flowers': {
      en: 'hexagon flowers',
      es: 'flores de hexágonos',
      fr: 'fleurs en hexagones',
      de: 'Hexagonblumen',
    },
  },
  captions: {
    en: [
      'Handmade patchwork quilt, {motif}, {a} and {b}',
      '{A} and {b} quilt with {motif}',
      'quilt pattern {motif}, cotton prints in {a} & {b}',
      'Textile art: {motif} quilt top in {a}, {b}',
    ],
    es: ['Colcha de retazos: {motif}, en {a} y {b}', 'Arte textil, {motif}, {a} y {b}'],
    fr: ['Courtepointe : {motif}, {a} et {b}', 'Art textile, {motif} en {a} et {b}'],
    de: ['Patchworkdecke: {motif}, {a} und {b}', 'Textilkunst, {motif} in {a} und {b}'],
  },
};
