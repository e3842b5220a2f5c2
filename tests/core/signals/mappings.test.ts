import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PREFERENCES } from '../../../src/core/consent/preference.js';
import { USES } from '../../../src/core/consent/use.js';
import { type UseAnswers, answerTo, refuses } from '../../../src/core/signals/use-answers.js';
import { MAPPING_TABLES } from './mapping-tables.js';
import { mappingVectors } from './mapping-vectors.js';

/** Every thing that can be answered: three preferences or none, for each of five uses. */
const EVERYTHING_SAID: readonly UseAnswers[] = USES.reduce<UseAnswers[]>(
  (said, use) => [
    ...said,
    ...said.flatMap((answers) => PREFERENCES.map((preference) => ({ ...answers, [use]: preference }))),
  ],
  [{}],
);
const TERMS = { offer: 'https://example.com/terms', hasConstraint: true };

describe.each(MAPPING_TABLES)('the mapping of $name', ({ name, from, to }) => {
  const { read, write } = mappingVectors(name);

  it.each(read)('reads $words as $answers: $reason', ({ words, answers, reason, ...options }) => {
    expect({ answers: from(words as never, options), reason }).toEqual({ answers, reason });
  });

  it.each(write)('writes $answers as $words: $reason', (vector) => {
    const { answers, words, unsaid, partly, stricter, reason, ...options } = vector;
    const written = to(answers, options);
    expect({ ...written, words: written.words ?? null, reason }).toEqual({
      words,
      unsaid,
      partly,
      stricter,
      reason,
    });
  });

  it.each([
    ['with terms at hand', TERMS],
    ['without', {}],
  ])('gives nothing that was not given, and says every no that it does not call unsaid, %s', (_, options) => {
    expect(EVERYTHING_SAID).toHaveLength(1024);
    for (const answers of EVERYTHING_SAID) {
      const { words, unsaid, stricter } = to(answers, options);
      const heard = from(words as never, options);
      for (const use of USES) {
        const [ours, theirs] = [answerTo(answers, use), answerTo(heard, use)];
        const isGiven = theirs !== 'allow' || ours === 'allow';
        const isOffered = theirs !== 'conditional' || ours === 'conditional' || ours === 'allow';
        const isSaid =
          !refuses(answers[use]) || ours !== answers[use] || unsaid.includes(use) || refuses(theirs);
        const isKnown = !refuses(theirs) || refuses(ours) || stricter.includes(use);
        expect({ answers, use, isGiven, isOffered, isSaid, isKnown }).toEqual({
          answers,
          use,
          isGiven: true,
          isOffered: true,
          isSaid: true,
          isKnown: true,
        });
      }
    }
  });

  it('says nothing when nothing was answered', () => {
    expect(from(to({}, TERMS).words as never, TERMS)).toEqual({});
  });
});

describe('a mapping back and forth', () => {
  it('never gives more than was read, whatever is written in between', () => {
    const table = fc.constantFrom(...MAPPING_TABLES);
    const answers = fc.constantFrom(...EVERYTHING_SAID);
    fc.assert(
      fc.property(answers, fc.array(table, { minLength: 2, maxLength: 4 }), (first, tables) => {
        const last = tables.reduce<UseAnswers>(
          (said, { from, to }) => from(to(said, {}).words as never, {}),
          first,
        );
        const invented = USES.filter(
          (use) => answerTo(last, use) === 'allow' && answerTo(first, use) !== 'allow',
        );
        expect(invented).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
