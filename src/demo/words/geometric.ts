import type { StyleWords } from '../style-words.js';

export type GeometricMotif = 'quarter-circles' | 'circles-and-bars' | 'arches' | 'triangles';

export const geometricWords: StyleWords<GeometricMotif> = {
  author: 'a geometric painter',
  host: 'geometric-painter.demo.test',
  license: 'https://creativecommons.org/publicdomain/zero/1.0/',
  folders: ['paintings', 'studies', 'paintings/large'],
  motifs: {
    'quarter-circles': {
      en: 'quarter circles in a grid',
      es: 'cuartos de círculo en cuadrícula',
      fr: 'quarts de cercle en grille',
      de: 'Viertelkreise im Raster',
    },
    'circles-and-bars': {
      en: 'circles, lines and bars',
      es: 'círculos, líneas y barras',
      fr: 'cercles, lignes et barres',
      de: 'Kreise, Linien und Balken',
    },
    arches: {
      en: 'stacked arches',
      es: 'arcos apilados',
      fr: 'arches empilées',
      de: 'gestapelte Bögen',
    },
    triangles: {
      en: 'triangles',
      es: 'triángulos',
      fr: 'triangles',
      de: 'Dreiecke',
    },
  },
  captions: {
    en: [
      'Geometric abstract art, {motif}, {a} and {b}',
      'Bauhaus style poster with {motif} in {a} & {b}',
      'Mid century modern wall art - {motif} - {a} {b}',
      'abstract composition of {motif}, {a}, {b}',
      'Geometric painting: {motif} in {a} and {b}',
    ],
    es: ['Arte abstracto geométrico: {motif}, en {a} y {b}', 'Composición geométrica, {motif}, {a} y {b}'],
    fr: ['Art géométrique abstrait : {motif}, {a} et {b}', 'Composition, {motif}, en {a} et {b}'],
    de: ['Geometrische Komposition: {motif}, {a} und {b}', 'Abstrakte Kunst, {motif} in {a} und {b}'],
  },
};
