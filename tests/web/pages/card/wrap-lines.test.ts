import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wrapLines } from '../../../../src/web/pages/card/wrap-lines.js';

const letters = (text: string): number => Array.from(text).length;

describe('lines of a card', () => {
  it('break at blanks, as late as they can', () => {
    expect(wrapLines('No to AI training', 9, letters)).toEqual(['No to AI', 'training']);
  });

  it('are no wider than there is room, and lose nothing but blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrapLines(text, width, letters);
        // A letter of several characters is one letter here, and may be wider than two by itself.
        for (const line of lines) expect(letters(line)).toBeLessThanOrEqual(Math.max(width, 1));
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});
