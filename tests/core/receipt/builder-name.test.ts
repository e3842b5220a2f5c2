import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readBuilderName } from '../../../src/core/receipt/builder-name.js';

describe('the name of a builder', () => {
  it.each(['lab.example', 'research.lab.example', 'xn--bcher-kva.example'])('is a host: %s', (name) => {
    expect(readBuilderName(name)).toEqual({ kind: 'host', name });
  });

  it.each(['Example Lab', 'Grupo de investigación, tercera planta', 'St. Anne’s Press', '研究室'])(
    'is words: %s',
    (name) => {
      expect(readBuilderName(name)).toEqual({ kind: 'words', name });
    },
  );

  it.each([
    ['', 'nothing'],
    ['x'.repeat(81), 'too long'],
    [' Lab', 'blanks around it'],
    ['Lab\nof others', 'two lines'],
    ['Lab\u202eelpmaxe', 'turned around'],
    ['La\u200bb', 'something that nobody sees'],
    ['Ｌａｂ', 'another width'],
    ['42', 'no letter'],
    ['Lab.Example', 'a host in capitals'],
    ['The lab.example team', 'a host within words'],
    ['lab。example', 'the full stop of another script'],
    ['lab․example', 'a leader in place of a full stop'],
    ['lab.example.', 'a dot at the end'],
    ['https://lab.example', 'an address'],
    ['me@lab', 'a mail address'],
    ['lab.exámple', 'a host in letters that are not plain'],
  ])('is refused: %j, %s', (name) => {
    expect(readBuilderName(name)).toMatchObject({ kind: 'refused', message: expect.stringMatching(/\.$/) });
  });

  it('never shows words in which a place could be read', () => {
    const anything = fc.string({ unit: 'grapheme', maxLength: 90 });
    fc.assert(
      fc.property(anything, fc.constantFrom('.', '。', '．', '@', '/'), anything, (before, mark, after) => {
        const read = readBuilderName(`${before}a${mark}b${after}`);
        expect(read.kind).not.toBe('words');
      }),
    );
  });
});
