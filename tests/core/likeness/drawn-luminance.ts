import sharp from 'sharp';
import { type Luminance, luminanceOf } from '../../../src/core/likeness/luminance.js';
import { DEMO_STYLES } from '../../../src/demo/demo-styles.js';

/** A drawing of the demo catalogue's `at`-th style as PNG; another for every seed. */
export async function drawing(at: number, seed = 0, edge = 384): Promise<Buffer> {
  const style = DEMO_STYLES[at % DEMO_STYLES.length];
  if (style === undefined) throw new RangeError('There is no style.');
  return sharp(Buffer.from(style.compose(seed).svg()))
    .removeAlpha()
    .resize({ width: edge, height: edge, fit: 'inside' })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

export async function luminanceIn(file: Uint8Array): Promise<Luminance> {
  const { data, info } = await sharp(file)
    .resize({ width: 512, height: 512, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return luminanceOf(data, info.width, info.height);
}
