import { describe, expect, it } from '@jest/globals';
import { colourWord } from '../../src/demo/colour-word.js';
import type { DemoLanguage } from '../../src/demo/demo-entry.js';

describe('the word for a colour', () => {
  it.each<[hex: string, language: DemoLanguage, word: string, reason: string]>([
    ['#000000', 'en', 'black', 'the darkest'],
    ['#ffffff', 'en', 'white', 'the lightest'],
    ['#ff0000', 'en', 'red', 'a primary of screens'],
    ['#0000ff', 'en', 'blue', 'a primary of screens'],
    ['#008000', 'en', 'green', 'the green of style sheets'],
    ['#808080', 'en', 'grey', 'no hue at all'],
    ['#14233f', 'en', 'navy', 'a dark blue has its own word'],
    ['#c8202c', 'es', 'rojo', 'Spanish'],
    ['#c8202c', 'fr', 'rouge', 'French'],
    ['#c8202c', 'de', 'Rot', 'German nouns keep their capital'],
  ])('%s is called in %s "%s" (%s)', (hex, language, word) => {
    expect(colourWord(hex, language)).toBe(word);
  });
});
