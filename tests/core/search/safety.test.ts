import { describe, expect, it } from '@jest/globals';
import { safetyOf } from '../../../src/core/search/safety.js';

describe('How safe a picture is to show', () => {
  it.each([
    [{ punsafe: 0.51 }, 'unsafe'],
    [{ nsfw: 'nsfw' }, 'unsafe'],
    [{ punsafe: 0.01, nsfw: ' NSFW ' }, 'unsafe'],
    [{ punsafe: 0.9, nsfw: 'UNLIKELY' }, 'unsafe'],
    [{ punsafe: 0.5 }, 'safe'],
    [{ nsfw: 'UNLIKELY' }, 'safe'],
    [{ punsafe: 0.2, nsfw: 'UNSURE' }, 'safe'],
  ] as const)('is told by its dataset: %o is %s', (columns, safety) => {
    expect(safetyOf(columns)).toBe(safety);
  });

  it.each([{}, { nsfw: 'UNSURE' }, { nsfw: '' }, { nsfw: 'a word of another list' }, { punsafe: NaN }])(
    'is not known of %o, which is not taken for safe',
    (columns) => {
      expect(safetyOf(columns)).toBe('unrated');
    },
  );
});
