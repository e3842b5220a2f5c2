import type { MailLanguage } from '../../accounts/origin.js';
import type { WorkMatchKind, WorkMatchMethod, WorkMatchState } from '../../ports/works.js';

export interface FeedWords {
  readonly title: (registry: string) => string;
  readonly untitled: string;
  readonly noAddress: string;
  readonly distance: (bits: number) => string;
  readonly score: (score: string) => string;
  readonly kinds: Readonly<Record<WorkMatchKind, string>>;
  readonly methods: Readonly<Record<WorkMatchMethod, string>>;
  readonly states: Readonly<Record<WorkMatchState, string>>;
}

/** What the feed of matches says, as the pages do. */
export const FEED_WORDS: Readonly<Record<MailLanguage, FeedWords>> = {
  en: {
    title: (registry) => `${registry}: where your works were found`,
    untitled: 'Without a title',
    noAddress: 'An address that is not known any more',
    distance: (bits) => `${bits} of 256 bits apart`,
    score: (score) => `score ${score}`,
    kinds: {
      'same-file': 'the same file',
      'same-picture': 'the same picture',
      'probably-same': 'probably the same',
      similar: 'similar',
      sibling: 'another size or a proxy',
    },
    methods: {
      sha256: 'by SHA-256',
      md5: 'by MD5',
      pdq: 'by PDQ',
      parts: 'by its parts',
      embedding: 'by its meaning',
      address: 'by its address',
      chromaprint: 'by Chromaprint',
      text: 'by its text',
      declared: 'named by you',
    },
    states: {
      suggested: 'Nothing rests on it until you confirm it.',
      waiting: 'It waits for a moderator.',
      matched: 'A machine is sure: your no holds there.',
      confirmed: 'You confirmed it.',
      rejected: 'You said that it is not your work.',
    },
  },
  es: {
    title: (registry) => `${registry}: dónde se encontraron tus obras`,
    untitled: 'Sin título',
    noAddress: 'Una dirección que ya no se conoce',
    distance: (bits) => `a ${bits} de 256 bits`,
    score: (score) => `puntuación ${score}`,
    kinds: {
      'same-file': 'el mismo archivo',
      'same-picture': 'la misma imagen',
      'probably-same': 'probablemente la misma',
      similar: 'parecida',
      sibling: 'otro tamaño o un intermediario',
    },
    methods: {
      sha256: 'por SHA-256',
      md5: 'por MD5',
      pdq: 'por PDQ',
      parts: 'por sus partes',
      embedding: 'por su significado',
      address: 'por su dirección',
      chromaprint: 'por Chromaprint',
      text: 'por su texto',
      declared: 'nombrada por ti',
    },
    states: {
      suggested: 'Nada se apoya en ella hasta que la confirmes.',
      waiting: 'Espera a quien modera.',
      matched: 'Una máquina está segura: tu no vale ahí.',
      confirmed: 'La confirmaste.',
      rejected: 'Dijiste que no es tu obra.',
    },
  },
};
