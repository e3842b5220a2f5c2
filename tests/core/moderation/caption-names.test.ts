import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { namedInCaptions } from '../../../src/core/moderation/caption-names.js';

const others = (...captions: string[]) =>
  namedInCaptions(
    captions.map((caption) => ({ caption })),
    [],
  ).others;

describe('names in captions', () => {
  it.each([
    ['Harbour at dusk by Mira Holt', 'Mira Holt'],
    ['Retrato del puerto, por María de la Cruz, 2014', 'María de la Cruz'],
    ['© 2019 Jonas van der Berg, all rights reserved', 'Jonas van der Berg'],
    ['Plakat von Änne Öztürk', 'Änne Öztürk'],
    ['Photo (c) Ana López', 'Ana López'],
  ])('are told from %j', (caption, name) => {
    expect(others(caption)).toEqual([{ name, captions: 1 }]);
  });

  it.each([
    ['made by hand in the studio'],
    ['sold by the metre, by day and by night'],
    ['By'],
    ['Standby Power Unit'],
    [''],
  ])('are not told from %j', (caption) => {
    expect(others(caption)).toEqual([]);
  });

  it('are counted once for a caption, the most often named first, however they are written', () => {
    expect(others('by Mira Holt and © Mira Holt', 'By MIRA HOLT', 'by Ana López')).toEqual([
      { name: 'Mira Holt', captions: 2 },
      { name: 'Ana López', captions: 1 },
    ]);
  });

  it('take the maker that the dataset names', () => {
    const found = namedInCaptions([{ caption: 'a harbour', author: 'mira holt' }], []);
    expect(found.others).toEqual([{ name: 'mira holt', captions: 1 }]);
  });

  it('are the own ones where they hold a name that the claimant gave, whatever its case and accents', () => {
    const entries = [
      { caption: 'Harbour by Maria Lopez Diaz' },
      { caption: 'MARÍA LÓPEZ, dusk' },
      { caption: 'dusk' },
    ];
    expect(namedInCaptions(entries, ['María López'])).toEqual({ own: 2, others: [] });
  });

  it('are never more than five, whatever stands in a caption', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 2_000 }), { maxLength: 20 }),
        (captions) => {
          expect(others(...captions.map((caption) => `by ${caption}`)).length).toBeLessThanOrEqual(5);
        },
      ),
    );
  });
});
