import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ORIENTATIONS } from '../../../src/core/likeness/orientation.js';
import {
  boxOf,
  regionOf,
  turnRegion,
  turnRegionBack,
  WHOLE_REGION,
} from '../../../src/core/likeness/region.js';
import { laidDown } from './laid-down.js';
import { paint } from './painted-picture.js';

const region = fc
  .tuple(fc.nat(5_000), fc.nat(5_000), fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 5_000 }))
  .map(([left, top, width, height]) => ({ left, top, width, height }));

describe('A region', () => {
  it.each(ORIENTATIONS)('comes back when the picture is laid down %s and up again', (orientation) => {
    fc.assert(
      fc.property(region, (given) => {
        expect(turnRegionBack(turnRegion(given, orientation), orientation)).toEqual(given);
      }),
    );
  });

  it.each(ORIENTATIONS)('lies where its pixels lie when the picture is laid down %s', (orientation) => {
    const picture = paint({ width: 40, height: 20, ground: 0, rectangles: [[4, 2, 14, 7, 255]] });
    const turned = laidDown(picture, orientation);
    const marked = turnRegion(regionOf({ left: 4, top: 2, width: 10, height: 5 }, picture), orientation);
    const { left, top, width, height } = boxOf(marked, turned);
    const inside = turned.values.filter((_, at) => {
      const [x, y] = [at % turned.width, Math.floor(at / turned.width)];
      return x >= left && x < left + width && y >= top && y < top + height;
    });
    expect([...inside]).toEqual(Array(50).fill(255));
  });

  it('of the whole picture is its whole box', () => {
    expect(boxOf(WHOLE_REGION, { width: 31, height: 7 })).toEqual({ left: 0, top: 0, width: 31, height: 7 });
  });
});
