import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CaptionNames, nameWords } from '../../../src/core/check/caption-names.js';

const named = (credit: string, caption: string) =>
  new CaptionNames([{ credit, statement: 's' }]).namedIn(caption).length;

describe('a name in a credit line', () => {
  it.each([
    ['Photo by Zoë Öst-Lindqvist, 2021', 'zoe ost lindqvist', 'what stands before and after it is left out'],
    ['© Juan Pérez / CC BY 4.0', 'juan perez', 'accents are left out'],
    ['葛飾北斎 富嶽三十六景 の 絵師', '葛飾北斎 富嶽三十六景 の 絵師', 'any script'],
    ['A. Maker', '', 'it is too short'],
    ['Banksy', '', 'a single word means too much else'],
    ['By the author', '', 'it is a role'],
    ['2021', '', 'it is no name'],
    ['', '', 'there is none'],
  ])('%j is told as %j: %s', (credit, words) => {
    expect(nameWords(credit).join(' ')).toBe(words);
  });
});

describe('names in a caption', () => {
  it.each([
    ['Zoë Maker', 'painting by ZOE MAKER (oil)', 1, 'whatever its case and accents'],
    ['Zoe Maker', 'Zoë-Maker print', 1, 'whatever joins its words'],
    ['Zoe Maker', 'zoe makers and friends', 0, 'as whole words alone'],
    ['Zoe Maker', 'maker zoe', 0, 'in their order'],
    ['Zoe Maker', 'zoe the maker', 0, 'without others between'],
    ['Zoe Maker', '', 0, 'in nothing there is nobody'],
  ])('%j in %j is found %i times: %s', (credit, caption, times) => {
    expect(named(credit, caption)).toBe(times);
  });

  it('are found wherever they stand between other words, each once', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/u).filter((text) => text !== 'maker' && text !== 'zoe');
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (before, after) => {
        const caption = [...before, 'Zoé', 'Maker', ...after, 'zoe maker'].join(' ');
        expect(named('Zoe Maker', caption)).toBe(1);
        expect(named('Zoe Maker', [...before, 'zoe', ...after].join(' '))).toBe(0);
      }),
    );
  });
});
