import { describe, expect, it } from '@jest/globals';
import { DEMO_STYLES } from '../../src/demo/demo-styles.js';
import { fillCaption } from '../../src/demo/style-words.js';

describe('a style', () => {
  it('shows each motif in each palette exactly once in the 24 pictures of the catalogue', () => {
    for (const style of DEMO_STYLES) {
      const combinations = Array.from({ length: 24 }, (_, seed) => {
        const { path, namedColours } = style.compose(seed);
        const motif = path.slice(path.lastIndexOf('/') + 1);
        return `${motif.replace(/-\d+\.png$/, '')} ${namedColours.join(' ')}`;
      });
      expect(new Set(combinations).size).toBe(24);
    }
  });

  it('composes without end: later seeds draw new pictures', () => {
    for (const style of DEMO_STYLES) {
      expect(style.compose(24).path).not.toBe(style.compose(0).path);
      expect(style.compose(24).svg()).not.toBe(style.compose(0).svg());
    }
  });
});

describe('a caption', () => {
  it('fills each slot, with a capital where the slot has one', () => {
    const slots = { motif: 'poppies', a: 'red', b: 'green' };
    expect(fillCaption('{Motif}, {a} and {b}; {A} {motif}', slots)).toBe(
      'Poppies, red and green; Red poppies',
    );
  });
});
