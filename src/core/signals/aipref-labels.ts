/**
 * The labels of the IETF AI Preferences vocabulary, draft-ietf-aipref-vocab-01 to -07, and what they mean in the uses of
 * the registry. All of them are still found in the wild; -00 had no labels yet.
 */
import type { Use } from '../consent/use.js';
import type { VOCABULARY_VERSIONS } from './vocabulary.js';

export type AiprefVersion = (typeof VOCABULARY_VERSIONS)['aipref'][number];

/**
 * `n` and `y` are the uses that the label refuses or gives, the narrower labels apart. `within`: the wider label from
 * which a no is inherited where this one says nothing. A yes is inherited by no label: what was not named is not given.
 */
export interface AiprefLabel {
  readonly n: readonly Use[];
  readonly y: readonly Use[];
  readonly within?: string;
}

type Labels = Readonly<Record<string, AiprefLabel>>;

function both(use: Use, within?: string): AiprefLabel {
  return { n: [use], y: [use], ...(within === undefined ? {} : { within }) };
}

/** Foundation models are neither all models that generate nor only these: a yes to them is no yes to a use of ours. */
const FOUNDATION_MODELS: AiprefLabel = { n: ['train-ai'], y: [] };

/** "AI Model Training" since -06: only of models that generate content. */
const GENERATIVE_ONLY: Labels = {
  'train-ai': both('train-generative-ai'),
  search: both('search'),
};

export const AIPREF_LABELS: Readonly<Record<AiprefVersion, Labels>> = {
  '01': {
    tdm: both('text-and-data-mining'),
    ai: both('train-ai', 'tdm'),
    genai: both('train-generative-ai', 'ai'),
    search: both('search', 'tdm'),
    inference: both('ai-inference', 'tdm'),
  },
  '02': {
    all: both('text-and-data-mining'),
    'train-ai': both('train-ai', 'all'),
    'train-genai': both('train-generative-ai', 'train-ai'),
    'ai-use': both('ai-inference', 'all'),
    search: both('search', 'all'),
  },
  '03': {
    // All automated processing: what became of "AI use" lies within it, without a label of its own.
    bots: { n: ['text-and-data-mining', 'ai-inference'], y: ['text-and-data-mining'] },
    'train-ai': both('train-ai', 'bots'),
    'train-genai': both('train-generative-ai', 'train-ai'),
    search: both('search', 'bots'),
  },
  '04': {
    bots: both('text-and-data-mining'),
    'train-ai': { ...FOUNDATION_MODELS, within: 'bots' },
    // Leaves out what a client of a system puts into it, so that a yes does not give all inference.
    'ai-output': { n: ['ai-inference'], y: [], within: 'bots' },
    search: both('search', 'ai-output'),
  },
  '05': { 'train-ai': FOUNDATION_MODELS, search: both('search') },
  '06': GENERATIVE_ONLY,
  '07': GENERATIVE_ONLY,
};
