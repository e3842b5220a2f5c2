/** The uses, widest first; those beside the nest last. */
export const USES = [
  'TEXT_AND_DATA_MINING',
  'TRAIN_AI',
  'TRAIN_GENERATIVE_AI',
  'AI_INFERENCE',
  'SEARCH',
] as const;
