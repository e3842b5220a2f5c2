import { describe, expect, it } from '@jest/globals';
import { trimmedBoxes } from '../../../src/core/likeness/trimmed-boxes.js';
import { paint, type Painting } from './painted-picture.js';

/** Nine fields of ten pixels that leave no line of one brightness. */
function checkered(left: number, top: number): Painting['rectangles'] {
  return [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => {
      const [x, y] = [left + 10 * column, top + 10 * row];
      return [x, y, x + 10, y + 10, (row + column) % 2 === 0 ? 20 : 120] as const;
    }),
  );
}

describe('trimmedBoxes', () => {
  it('takes off a frame, then the mat within it', () => {
    const picture = paint({
      width: 100,
      height: 80,
      ground: 0,
      rectangles: [[10, 5, 90, 75, 240], ...checkered(30, 25)],
    });
    expect(trimmedBoxes(picture)).toEqual([
      { left: 10, top: 5, width: 80, height: 70 },
      { left: 30, top: 25, width: 30, height: 30 },
    ]);
  });

  it('takes nothing off a picture that goes to its edges', () => {
    const picture = paint({
      width: 50,
      height: 50,
      ground: 200,
      rectangles: [
        [0, 0, 25, 25, 10],
        [25, 25, 50, 50, 10],
      ],
    });
    expect(trimmedBoxes(picture)).toEqual([]);
  });

  it('takes what compression leaves of a flat margin for flat', () => {
    const picture = paint({ width: 70, height: 60, ground: 250, rectangles: checkered(20, 15) });
    const noisy = picture.values.map((value, at) => value + (value === 250 ? ((at * 7) % 5) - 8 : 0));
    expect(trimmedBoxes({ ...picture, values: noisy })).toEqual([
      { left: 20, top: 15, width: 30, height: 30 },
    ]);
  });

  it('leaves something of a picture that is flat throughout', () => {
    const [inner] = trimmedBoxes(paint({ width: 40, height: 30, ground: 77, rectangles: [] }));
    expect(inner).toMatchObject({ width: 8, height: 8 });
  });
});
