import { describe, expect, it } from '@jest/globals';
import { sizelessStem } from '../../../src/core/url/sizeless-stem.js';

describe('what the sizes of a picture have in common', () => {
  it.each([
    ['example.com/art/red-fox.jpg', 'example.com/art/red-fox', 'the picture itself'],
    ['example.com/art/red-fox-300x200.jpg', 'example.com/art/red-fox', 'a size of WordPress'],
    ['example.com/art/red-fox-scaled-1024x768.webp', 'example.com/art/red-fox', 'two of its marks'],
    ['example.com/art/red-fox_large.png?v=3', 'example.com/art/red-fox', 'a size by name, with a query'],
    ['example.com/art/red-fox@2x.png', 'example.com/art/red-fox', 'a screen of twice the pixels'],
    ['example.com/art/1024x768.jpg', 'example.com/art/1024x768', 'a size that is all of the name'],
    ['example.com/art/red-fox', undefined, 'no file of a picture'],
    ['example.com/art/a-1.jpg', undefined, 'a name that says too little'],
  ] as const)('%s is %s: %s', (address, stem, _why) => {
    expect(sizelessStem(address)).toBe(stem);
  });
});
