import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { colourDistance, labOfHex, mixColours, shiftLightness } from '../../../src/demo/drawing/colour.js';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colour in OKLab', () => {
  it('puts white at lightness 1 without hue and black at 0', () => {
    const white = labOfHex('#ffffff');
    expect([white.l, white.a, white.b].map((value) => Number(value.toFixed(3)))).toEqual([1, 0, 0]);
    expect(labOfHex('#000000').l).toBe(0);
  });

  it('agrees with the published value for pure red', () => {
    const { l, a, b } = labOfHex('#ff0000');
    expect([l, a, b].map((value) => value.toFixed(3))).toEqual(['0.628', '0.225', '0.126']);
  });

  it('gives both ends of a mixture back unchanged', () => {
    fc.assert(
      fc.property(hex, hex, (from, to) => {
        expect(mixColours(from, to, 0)).toBe(from);
        expect(mixColours(from, to, 1)).toBe(to);
      }),
    );
  });

  it('lightens and darkens within the range of the screen', () => {
    fc.assert(
      fc.property(hex, fc.double({ min: -1, max: 1, noNaN: true }), (colour, step) => {
        expect(shiftLightness(colour, step)).toMatch(/^#[0-9a-f]{6}$/);
      }),
    );
    expect(labOfHex(shiftLightness('#808080', 0.1)).l).toBeGreaterThan(labOfHex('#808080').l);
  });

  it('measures no distance from a colour to itself, and 1 from black to white', () => {
    expect(colourDistance(labOfHex('#4682bf'), labOfHex('#4682bf'))).toBe(0);
    expect(colourDistance(labOfHex('#000000'), labOfHex('#ffffff'))).toBeCloseTo(1, 3);
  });
});
