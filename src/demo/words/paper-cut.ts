import type { StyleWords } from '../style-words.js';

export type PaperMotif = 'kites-over-fields' | 'birds-over-forest' | 'balloons' | 'whale';

export const paperWords: StyleWords<PaperMotif> = {
  author: 'a paper-cut artist',
  host: 'paper-cut-artist.demo.test',
  license: '?',
  folders: ['layers', 'layers/large', 'cards'],
  motifs: {
    'kites-over-fields': {
      en: 'kites over the fields',
      es: 'cometas sobre los campos',
      fr: 'cerfs-volants au-dessus des champs',
      de: 'Drachen über den Feldern',
    },
    'birds-over-forest': {
      en: 'birds over a forest',
      es: 'pájaros sobre el bosque',
      fr: 'oiseaux au-dessus de la forêt',
      de: 'Vögel über dem Wald',
    },
    balloons: {
      en: 'hot air balloons above hills',
      es: 'globos aerostáticos sobre colinas',
      fr: 'montgolfières au-dessus des collines',
      de: 'Heißluftballons über Hügeln',
    },
    whale: {
      en: 'whale beneath the waves',
      es: 'ballena bajo las olas',
      fr: 'baleine sous les vagues',
      de: 'Wal unter den Wellen',
    },
  },
  captions: {
    en: [
      'Layered paper cut art: {motif}, {a} and {b}',
      '{Motif} papercut illustration in {a} & {b}',
      'paper collage, {motif}, cut paper layers, {a} with {b}',
      '{Motif} - 3d paper craft shadow box - {a}, {b}',
      'Cut paper landscape by a paper-cut artist, {motif} ({a}, {b})',
    ],
    es: ['Papel recortado en capas: {motif}, {a} y {b}', '{Motif}, ilustración de papel en {a} y {b}'],
    fr: ['Papier découpé : {motif}, {a} et {b}', '{Motif}, illustration en papier, {a} et {b}'],
    de: ['Scherenschnitt in Schichten: {motif}, {a} und {b}', '{Motif}, Papierkunst in {a} und {b}'],
  },
};
