import fc from 'fast-check';
import { ASSURANCES } from '../../../src/core/consent/assurance.js';
import type { Question } from '../../../src/core/consent/question.js';
import { USES } from '../../../src/core/consent/use.js';
import { START } from '../replay/looked-up-picture.js';

/** A question at some moment of the logs that `logArbitrary` makes. */
export const questionArbitrary: fc.Arbitrary<Question> = fc.record(
  {
    use: fc.constantFrom('train-ai', 'text-and-data-mining', 'train-generative-ai', ...USES),
    at: fc.nat(250).map((days) => START + days * 86_400_000),
    policy: fc.record({ minimumAssurance: fc.constantFrom(...ASSURANCES) }),
  },
  { requiredKeys: ['use', 'at'] },
);

/** Carries another address inside. */
export const RESIZED = 'img.example.com/fit?url=https://example.com/a/1.jpg?w=9';

/** Everything that the logs speak about, what lies beside it, and what they know nothing of. */
export const ADDRESSES = [
  RESIZED,
  'img.example.com/fit',
  'img.example.com/',
  'example.com/',
  'example.com/a/1.jpg?w=9',
  'example.com/a/1.jpg',
  'example.com/a/2.jpg',
  'example.com/elsewhere.jpg',
  'www.example.com/a/',
  'example.com:8080/a/',
  'example.org/a/1.jpg',
  'img.example.net/fit?url=https://example.com/a/1.jpg',
];

/** Places of these logs in clear. */
export const PLACES = [
  RESIZED,
  ...['img.example.com/fit', 'img.example.com/', 'img.example.com', 'example.com', 'example.com/a/'],
  ...['example.com/a/1.jpg?w=9', 'example.com/a/1.jpg', 'example.com/elsewhere.jpg'],
];
