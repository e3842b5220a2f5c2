/** What happens to pictures on their way through the web: each alteration takes the file of a work and gives that of a copy. */
import sharp from 'sharp';
import { captionStrip, memeText, screenshot } from './lettering.mjs';

sharp.cache(false);
sharp.concurrency(1);

const BACKGROUNDS = ['#000000', '#ffffff', '#f4a261', '#264653'];
/** Shares of the free room left of and above a part. */
const CORNERS_AND_CENTRE = [[0, 0], [1, 0], [0, 1], [1, 1], [0.5, 0.5]]; // prettier-ignore

const jpeg = (picture, quality = 85) => picture.jpeg({ quality }).toBuffer();
const throughout = (change) => (bytes) => jpeg(change(sharp(bytes)));
const sizeOf = async (bytes) => {
  const { width, height } = await sharp(bytes).metadata();
  return [width, height];
};

/** To a share of both edges, at least a pixel. */
function scaled(share) {
  return async (bytes) => {
    const [width, height] = (await sizeOf(bytes)).map((edge) => Math.max(1, Math.round(edge * share)));
    return jpeg(sharp(bytes).resize(width, height, { fit: 'fill' }));
  };
}

/** Keeps these shares of width and height, at this share of the free room. */
async function part(bytes, [across, down], [left, top]) {
  const [width, height] = await sizeOf(bytes);
  const [keptWidth, keptHeight] = [Math.round(width * across), Math.round(height * down)];
  return jpeg(
    sharp(bytes).extract({
      left: Math.round((width - keptWidth) * left),
      top: Math.round((height - keptHeight) * top),
      width: keptWidth,
      height: keptHeight,
    }),
  );
}

const cornerCrop = (edge) => (bytes, random) => part(bytes, [edge, edge], random.pick(CORNERS_AND_CENTRE));
const crop = (edge) => (bytes, random) => part(bytes, [edge, edge], [random.next(), random.next()]);

/** A part of any shape, anywhere, of this share of the area. */
const freeCrop = (area) => (bytes, random) => {
  const across = random.between(area, 1);
  return part(bytes, [across, area / across], [random.next(), random.next()]);
};

async function bordered(bytes, random) {
  const [across, down] = (await sizeOf(bytes)).map((edge) => Math.round(edge * 0.1));
  const background = random.pick(BACKGROUNDS);
  return jpeg(sharp(bytes).extend({ left: across, right: across, top: down, bottom: down, background }));
}

async function captioned(bytes, random) {
  const [width, height] = await sizeOf(bytes);
  const strip = Math.round(height * 0.15);
  const isAbove = random.chance(0.3);
  return jpeg(
    sharp(bytes)
      .extend({ [isAbove ? 'top' : 'bottom']: strip, background: '#ffffff' })
      .composite([{ input: captionStrip(width, strip, random), left: 0, top: isAbove ? 0 : height }]),
  );
}

async function overlaid(bytes, random) {
  const [width, height] = await sizeOf(bytes);
  const band = Math.max(10, Math.round(height * 0.2));
  const top = Math.round((height - band) * random.pick([0, 0.5, 1]));
  return jpeg(sharp(bytes).composite([{ input: memeText(width, band, random), left: 0, top }]));
}

function tilted(bytes, random) {
  return jpeg(
    sharp(bytes).rotate(random.pick([5, -5]), { background: random.pick(BACKGROUNDS.slice(0, 2)) }),
  );
}

/** In the order of the table, with the recall that is asked for. */
export const alterations = [
  { name: 'JPEG, quality 30', asked: 0.98, alter: (bytes) => jpeg(sharp(bytes), 30) },
  { name: 'WebP, quality 60', asked: 0.98, alter: (bytes) => sharp(bytes).webp({ quality: 60 }).toBuffer() },
  {
    name: 'GIF, palette of 64',
    asked: 0.98,
    alter: (bytes) => sharp(bytes).gif({ colours: 64, effort: 1 }).toBuffer(),
  },
  { name: 'scaled to 25 %', asked: 0.98, alter: scaled(0.25) },
  { name: 'scaled to 50 %', asked: 0.98, alter: scaled(0.5) },
  { name: 'scaled to 200 %', asked: 0.98, alter: scaled(2) },
  { name: 'greyscale', asked: 0.98, alter: throughout((picture) => picture.greyscale()) },
  { name: 'brightness + 20 %', asked: 0.98, alter: throughout((picture) => picture.linear(1.2, 0)) },
  { name: 'brightness − 20 %', asked: 0.98, alter: throughout((picture) => picture.linear(0.8, 0)) },
  { name: 'contrast + 20 %', asked: 0.98, alter: throughout((picture) => picture.linear(1.2, -25.6)) },
  { name: 'contrast − 20 %', asked: 0.98, alter: throughout((picture) => picture.linear(0.8, 25.6)) },
  { name: 'blur, σ 2 px', asked: 0.98, alter: throughout((picture) => picture.blur(2)) },
  { name: 'mirrored', asked: 0.98, alter: throughout((picture) => picture.flop()) },
  { name: 'turned by 90°', asked: 0.98, alter: throughout((picture) => picture.rotate(90)) },
  { name: 'turned by 180°', asked: 0.98, alter: throughout((picture) => picture.rotate(180)) },
  { name: 'turned by 270°', asked: 0.98, alter: throughout((picture) => picture.rotate(270)) },
  { name: 'border of 10 %', asked: 0.95, alter: bordered },
  { name: 'caption strip of 15 %', asked: 0.95, alter: captioned },
  { name: 'crop, 90 % of each edge, anywhere', asked: 0.95, alter: crop(0.9) },
  { name: 'corner or centre, 80 % of each edge', asked: 0.85, alter: cornerCrop(0.8) },
  { name: 'corner or centre, 60 % of each edge', asked: 0.7, alter: cornerCrop(0.6) },
  { name: 'crop, 60 % of the area, any shape', asked: 0.7, alter: freeCrop(0.6) },
  { name: 'turned by 5°', asked: 0.7, alter: tilted },
  { name: 'text over 20 %', asked: 0.7, alter: overlaid },
  { name: 'screenshot of a post', asked: 0.7, alter: screenshot },
];
