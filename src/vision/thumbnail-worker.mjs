/**
 * The process that decodes pictures of strangers. It is plain JavaScript that imports nothing but sharp, so that the
 * same file runs beside the compiled server and beside its sources; thumbnail.ts starts it, feeds it one picture at a
 * time and ends it when it takes too long.
 *
 * In:  { bytes: Uint8Array, format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif', edge: number }
 * Out: { ready: true } once, then for each picture
 *      { bytes, width, height } or { refused: 'too-many-pixels' | 'damaged' }
 */
import sharp from 'sharp';

/** libvips keeps no decoded picture for later, and uses one core: the server needs the others. */
sharp.cache(false);
sharp.concurrency(1);

/** Every loader is barred, then the five that we take are let in: what a file claims to be decides nothing. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});

const MAX_PIXELS = 40_000_000;

/**
 * How much of the limit one pixel uses up. AVIF is held whole and in several copies (18 bytes a pixel, measured), a
 * picture of 16 bits or of four inks in twice the space of others. With these weights a picture takes the process to
 * some 300 MB at most.
 */
function pixelWeight({ format, depth, space }) {
  if (format === 'heif') return 4;
  return depth === 'uchar' && space !== 'cmyk' ? 1 : 2;
}

async function thumbnail({ bytes, format, edge }) {
  const header = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (header.format !== (format === 'avif' ? 'heif' : format)) return { refused: 'damaged' };
  const pixels = header.width * header.height;
  if (pixels * pixelWeight(header) > MAX_PIXELS) return { refused: 'too-many-pixels' };
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

process.on('message', (task) => {
  thumbnail(task).then(
    (answer) => process.send(answer),
    () => process.send({ refused: 'damaged' }),
  );
});

process.send({ ready: true });
