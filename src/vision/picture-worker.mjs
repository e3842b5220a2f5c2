/**
 * The process that decodes pictures of strangers. It is plain JavaScript that imports nothing but sharp, so that the
 * same file runs beside the compiled server and beside its sources; decoder-process.ts starts it, feeds it one picture at
 * a time and ends it when it takes too long.
 *
 * In:  { want: 'thumbnail' | 'pixels' | 'picture', bytes: Uint8Array, format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif', edge: number }
 * Out: { ready: true } once, then for each picture { bytes, width, height, from: { width, height } }, where bytes are a WebP,
 *      red, green, blue, red, … or a picture of the same format, and from is the size of the picture as it stands upright;
 *      or { refused: 'too-many-pixels' | 'damaged' }
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

/** The picture's own size, its first frame alone, the way up that its EXIF orientation says. */
function uprightSize({ width, height, orientation = 1 }) {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

async function decode({ want, bytes, format, edge }) {
  const header = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (header.format !== (format === 'avif' ? 'heif' : format)) return { refused: 'damaged' };
  const pixels = header.width * header.height;
  if (pixels * pixelWeight(header) > MAX_PIXELS) return { refused: 'too-many-pixels' };
  const small = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });
  const made = MAKERS[want](small, format);
  const { data, info } = await made.toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height, from: uprightSize(header) };
}

/** None keeps anything of the file but what is to be seen. */
const MAKERS = {
  thumbnail: (picture) => picture.webp({ quality: 80 }),
  pixels: onWhite,
  picture: (picture, format) => picture.toFormat(format, { quality: 90, effort: 2 }),
};

/** As most pages show it. Three channels, whatever there were. */
function onWhite(picture) {
  return picture.flatten({ background: '#ffffff' }).toColourspace('srgb').raw();
}

process.on('message', (task) => {
  decode(task).then(
    (answer) => process.send(answer),
    () => process.send({ refused: 'damaged' }),
  );
});

process.send({ ready: true });
