import { describe, expect, it } from '@jest/globals';
import { soundDistance } from '../../src/core/likeness/sound-distance.js';
import { chromaprint } from '../../src/sound/chromaprint.js';
import { melody } from './melody.js';

/** What Debian's `fpcalc -raw` 1.5.1 says of twelve seconds of the melody in fifths, at either rate. */
const PUBLISHED =
  '480cb94c4916b94c0a36b9cc0a32bc8c0e32b08c0e12b08c1601a0ad1604a0ac3604a0ac3606a0ac3506b19c7046928c' +
  '708e829c60af821870acc23870ac6228f0ec222bf06c2e2af06c3a2ad06c182ad0e8082ad4a8083acda9080acfa91c4a' +
  '4ba9108a4ba9108a49a9b09c49a9a0a4492ba0a0592ab1b05d26b5807d22bd8035229f8025228b402730bb202730a920' +
  '67306922623029226232382263321422e3f20126e1930126f081031e7084030e5484020e448c06494c8c0a48488cdb78' +
  '484cbb484807b9480a36b9c80a36b9c80e32b4880e13b0880e00a0b91604a0a91604a0a83605a0a83606a0a87006b28c' +
  '60c6828c60be825c60ad823870a8f22870ec2228f06c262af06c3a2ad06c1b2ad0e8082ad0e8082ac5a8080acfa9080a' +
  'cfa914ca4ba9008a4ba9d089';

function hex(items: Uint32Array): string {
  return [...items].map((item) => item.toString(16).padStart(8, '0')).join('');
}

describe('chromaprint', () => {
  it.each([
    [11_025, 1],
    [44_100, 2],
  ])('equals fpcalc, bit by bit, on %d samples a second in %d channels', (rate, channels) => {
    expect(hex(chromaprint(melody({ step: 5, seconds: 12, rate, channels })).items)).toBe(PUBLISHED);
  });

  it('gives the same again, since every recording is heard by a fresh copy', () => {
    const recording = melody({ step: 7, seconds: 10 });
    expect(chromaprint(recording).items).toEqual(chromaprint(recording).items);
  });

  it('is near for the same sound more softly, and far for another melody', () => {
    const loud = chromaprint(melody({ step: 5, seconds: 14 })).items;
    const soft = chromaprint(melody({ step: 5, seconds: 14, loudness: 0.05 })).items;
    const other = chromaprint(melody({ step: 1, seconds: 14 })).items;
    expect(soundDistance(loud, soft)).toBeLessThan(8);
    expect(soundDistance(loud, other)).toBeGreaterThan(50);
  });

  it('hears two minutes and no more', () => {
    const long = melody({ step: 5, seconds: 130, rate: 4_000 });
    const heard = { ...long, samples: long.samples.subarray(0, 120 * long.rate) };
    const { items } = chromaprint(long);
    expect(items).toEqual(chromaprint(heard).items);
    expect(items.length).toBeLessThanOrEqual(1_024);
  });

  it.each([0, 1])('has no items for %d seconds', (seconds) => {
    expect(chromaprint(melody({ step: 5, seconds })).items).toEqual(new Uint32Array());
  });

  it.each([
    [0, 1],
    [500, 1],
    [44_100, 0],
  ])('refuses %d samples a second in %d channels', (rate, channels) => {
    expect(() => chromaprint({ samples: new Int16Array(10), rate, channels })).toThrow(RangeError);
  });
});
