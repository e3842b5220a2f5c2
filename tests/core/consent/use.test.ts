import { describe, expect, it } from '@jest/globals';
import { USES, type Use, areRelatedUses, containsUse } from '../../../src/core/consent/use.js';

/** Every use and what it contains, itself included. */
const CONTAINED: Readonly<Record<Use, readonly Use[]>> = {
  'text-and-data-mining': ['text-and-data-mining', 'train-ai', 'train-generative-ai'],
  'train-ai': ['train-ai', 'train-generative-ai'],
  'train-generative-ai': ['train-generative-ai'],
  'ai-inference': ['ai-inference'],
  search: ['search'],
};

describe('uses', () => {
  it.each(USES)('%s contains exactly what the vocabulary says', (outer) => {
    expect(USES.filter((inner) => containsUse(outer, inner))).toEqual(CONTAINED[outer]);
  });

  it.each(USES)('%s is related to what contains it and what it contains', (use) => {
    const related = USES.filter((other) => CONTAINED[use].includes(other) || CONTAINED[other].includes(use));
    expect(USES.filter((other) => areRelatedUses(use, other))).toEqual(related);
  });
});
