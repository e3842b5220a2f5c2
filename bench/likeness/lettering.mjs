/** Text and pages around pictures, drawn as SVG. */
import { Buffer } from 'node:buffer';
import sharp from 'sharp';

const WORDS =
  'the best of this week follow for more art daily look what I found today please share with your friends new drop soon prints'.split(
    ' ',
  );

const sentence = (random, words) => Array.from({ length: words }, () => random.pick(WORDS)).join(' ');

function svg(width, height, body) {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`,
  );
}

/** Lines below each other, the first one's top at the top. */
function lines(texts, { size, x, anchor = 'start', fill, outline = 'none' }) {
  return texts
    .map(
      (text, at) =>
        `<text x="${x}" y="${size * (1.1 + 1.25 * at)}" font-family="sans-serif" font-size="${size}" font-weight="bold" text-anchor="${anchor}" fill="${fill}" stroke="${outline}" stroke-width="${size / 14}">${text}</text>`,
    )
    .join('');
}

function block(width, height, texts, style) {
  return svg(width, height, lines(texts, style));
}

export function captionStrip(width, height, random) {
  const [paper, ink] = random.pick([['#111111', '#ffffff'], ['#ffffff', '#000000']]); // prettier-ignore
  const size = Math.max(8, height * 0.35);
  const text = sentence(random, Math.max(2, Math.floor(width / size / 3)));
  const paperBox = `<rect width="${width}" height="${height}" fill="${paper}"/>`;
  return svg(width, height, paperBox + lines([text], { size, x: size / 2, fill: ink }));
}

/** White letters with a black outline, or on a dark band. */
export function memeText(width, height, random) {
  const size = Math.max(7, height * 0.42);
  const words = Math.max(1, Math.floor(width / size / 3.2));
  const texts = [sentence(random, words), sentence(random, words)];
  const style = { size, x: width / 2, anchor: 'middle', fill: '#ffffff' };
  if (random.chance(0.5)) return svg(width, height, lines(texts, { ...style, outline: '#000000' }));
  const band = `<rect width="${width}" height="${height}" fill="#000000" fill-opacity="0.6"/>`;
  return svg(width, height, band + lines(texts, style));
}

const [SCREEN_WIDTH, SCREEN_HEIGHT] = [1080, 2340];
const THEMES = [
  { page: '#ffffff', ink: '#0f1419' },
  { page: '#f7f7f7', ink: '#0f1419' },
  { page: '#000000', ink: '#e7e9ea' },
  { page: '#15202b', ink: '#e7e9ea' },
];

/** A phone's screen with a post: the picture as large as a box of 40 to 70 % of the screen allows. */
export async function screenshot(bytes, random) {
  const { page, ink } = random.pick(THEMES);
  const inset = random.pick([0, 40]);
  const picture = await fitted(bytes, SCREEN_WIDTH - 2 * inset, SCREEN_HEIGHT * random.between(0.4, 0.7));
  const top = random.integer(180, 380);
  const left = Math.round((SCREEN_WIDTH - picture.width) / 2);
  const below = top + picture.height + 30;
  const around = [...header(ink, top, random), ...footer(ink), ...comments(ink, below, random)];
  return sharp({ create: { width: SCREEN_WIDTH, height: SCREEN_HEIGHT, channels: 3, background: page } })
    .composite([...around, { input: picture.bytes, left, top }])
    .jpeg({ quality: 80 })
    .toBuffer();
}

async function fitted(bytes, width, height) {
  const { data, info } = await sharp(bytes)
    .resize({ width: Math.round(width), height: Math.round(height), fit: 'inside' })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

function header(ink, top, random) {
  const name = block(800, 60, [sentence(random, 2)], { size: 38, x: 0, fill: ink });
  return [
    { input: block(200, 70, ['9:41'], { size: 40, x: 20, fill: ink }), left: 30, top: 10 },
    { input: block(250, 70, ['LTE 82%'], { size: 36, x: 0, fill: ink }), left: 800, top: 10 },
    { input: svg(90, 90, '<circle cx="45" cy="45" r="45" fill="#3a86ff"/>'), left: 30, top: top - 110 },
    { input: name, left: 150, top: top - 95 },
  ];
}

/** What fits between the picture and the bar at the bottom. */
function comments(ink, below, random) {
  const text = [sentence(random, 7), sentence(random, 6), sentence(random, 4)];
  const reply = [sentence(random, 3), sentence(random, 7)];
  const parts = [
    { input: block(1000, 60, ['♥   ↻   ✉   ⋯'], { size: 44, x: 0, fill: ink }), top: below, left: 30 },
    { input: block(1000, 170, text, { size: 40, x: 0, fill: ink }), top: below + 80, left: 30 },
    { input: svg(70, 70, '<circle cx="35" cy="35" r="35" fill="#ff006e"/>'), top: below + 400, left: 30 },
    { input: block(900, 110, reply, { size: 36, x: 0, fill: ink }), top: below + 400, left: 130 },
  ];
  return parts.filter(({ top }) => top + 180 < SCREEN_HEIGHT - 120);
}

function footer(ink) {
  const buttons = [0, 1, 2, 3, 4].map(
    (at) => `<rect x="${80 + at * 210}" y="35" width="60" height="50" rx="10" fill="${ink}"/>`,
  );
  const line = `<rect width="${SCREEN_WIDTH}" height="2" fill="#888888"/>`;
  return [{ input: svg(SCREEN_WIDTH, 120, line + buttons.join('')), left: 0, top: SCREEN_HEIGHT - 120 }];
}
