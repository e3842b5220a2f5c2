/** Drawings of the demo catalogue's styles beyond those that it shows: pictures that nobody else has to give. */
import sharp from 'sharp';

/** The catalogue ends well before this seed. */
const FIRST_SEED = 1_000;

/**
 * The luminance of `count` different drawings, `edge` pixels at most, by turns in every style.
 * @param built imports a compiled module of src
 */
export async function drawnPictures(built, from, count, edge) {
  const { DEMO_STYLES } = await built('demo/demo-styles');
  const { drawPicture } = await built('demo/draw-picture');
  const { luminanceOf } = await built('core/likeness/luminance');
  const pictures = [];
  for (let at = from; at < from + count; at += 1) {
    const style = DEMO_STYLES[at % DEMO_STYLES.length].name;
    const seed = FIRST_SEED + Math.floor(at / DEMO_STYLES.length);
    const { data, info } = await sharp(await drawPicture({ style, seed }))
      .resize({ width: edge, height: edge, fit: 'inside' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    pictures.push(luminanceOf(data, info.width, info.height));
  }
  return pictures;
}
