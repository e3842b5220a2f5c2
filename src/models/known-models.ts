/** What is known of a model beyond its files. */
export interface KnownModel {
  readonly name: string;
  /** What vectors of the same weights are called where datasets publish them. */
  readonly vectors: { readonly name: string; readonly revision: string };
  /** What it learned from, and whether anybody was asked. */
  readonly trainedOn: string;
}

const OPENAI_DATA =
  '400 million pictures and captions that OpenAI gathered from the web and never published; no artist was asked.';

/** Conversions of published weights whose vectors compare with the ones that LAION and clip-retrieval publish. */
export const KNOWN_MODELS: readonly KnownModel[] = [
  {
    name: 'Xenova/clip-vit-base-patch32',
    vectors: { name: 'ViT-B/32', revision: 'openai' },
    trainedOn: OPENAI_DATA,
  },
  {
    name: 'Xenova/clip-vit-base-patch16',
    vectors: { name: 'ViT-B/16', revision: 'openai' },
    trainedOn: OPENAI_DATA,
  },
  {
    name: 'Xenova/clip-vit-large-patch14',
    vectors: { name: 'ViT-L/14', revision: 'openai' },
    trainedOn: OPENAI_DATA,
  },
];

export const UNKNOWN_TRAINING =
  'Not known here: ask whoever published the model what it learned from, and whether anybody was asked.';

export function knownModel(name: string): KnownModel | undefined {
  return KNOWN_MODELS.find((known) => known.name === name);
}
