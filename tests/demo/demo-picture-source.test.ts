import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { demoEntries } from '../../src/demo/demo-catalogue.js';
import { demoPictureFor } from '../../src/demo/demo-picture-source.js';

const [entry] = demoEntries();
if (entry === undefined) throw new Error('the demo catalogue is empty');
const { url, width, height } = entry;

describe('the source of demo pictures', () => {
  it('draws the picture of an address in the catalogue', async () => {
    const png = await demoPictureFor(url);
    if (png === undefined) throw new Error('no picture was drawn');
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width, height });
  });

  it.each([
    [url.replace('https:', 'http:'), 'another scheme'],
    [`${url}?size=large`, 'a query the catalogue does not have'],
    [url.replace('.demo.test', '.demo.example'), 'another host'],
    [url.toUpperCase(), 'another spelling'],
    ['', 'no address'],
    ['__proto__', 'a name that every object has'],
  ])('has nothing for %s (%s)', async (address) => {
    expect(await demoPictureFor(address)).toBeUndefined();
  });
});
