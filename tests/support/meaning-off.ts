import { type Meaning, type MeaningStatus, MeaningUnavailable } from '../../src/app/ports/embedder.js';

const OFF: MeaningStatus = {
  state: 'off',
  model: undefined,
  vectors: undefined,
  trainedOn: undefined,
  message: 'Search by meaning is off.',
  nextStep: 'Set ASSENT_MEANING_MODEL.',
};

/** A registry whose operator did not turn search by meaning on. */
export const meaningOff: Meaning = {
  status: () => Promise.resolve(OFF),
  embedder: () => Promise.reject(new MeaningUnavailable(OFF)),
};
