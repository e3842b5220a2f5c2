import { defineStyle } from '../define-style.js';
import { mixColours } from '../drawing/colour.js';
import { cyclic } from '../drawing/cyclic.js';
import { gradientNoise } from '../drawing/gradient-noise.js';
import type { Noise } from '../drawing/gradient-noise.js';
import { px } from '../drawing/svg-path.js';
import { ringCourses, STONE } from '../drawing/tesserae.js';
import { fish } from '../motifs/mosaic/fish.js';
import type { MosaicScene, Palette } from '../motifs/mosaic/scene.js';
import { moonOverHills, sunOverSea } from '../motifs/mosaic/sun-and-moon.js';
import { mosaicWords } from '../words/mosaic.js';
import type { MosaicMotif } from '../words/mosaic.js';

const palettes: readonly Palette[] = [
  {
    grout: '#e9e1d0',
    bright: '#d9ad3c',
    second: '#c8552c',
    pale: '#a9cde4',
    middle: '#2f66b0',
    deep: '#14233f',
  },
  {
    grout: '#2a2622',
    bright: '#e8792a',
    second: '#f2d06b',
    pale: '#9fd0c6',
    middle: '#2a8285',
    deep: '#174048',
  },
  {
    grout: '#efe8dc',
    bright: '#d9678c',
    second: '#f0b5a0',
    pale: '#cbb9dc',
    middle: '#84589f',
    deep: '#4a2c63',
  },
  {
    grout: '#e4dccb',
    bright: '#b3242a',
    second: '#d9ad3c',
    pale: '#c9d4b8',
    middle: '#4f9a55',
    deep: '#1f4f35',
  },
  {
    grout: '#ddd3c2',
    bright: '#1f6b70',
    second: '#d9ad3c',
    pale: '#f2e6c9',
    middle: '#c07048',
    deep: '#7a3420',
  },
  {
    grout: '#23252b',
    bright: '#f4d03f',
    second: '#ee7460',
    pale: '#86b7dc',
    middle: '#454a8f',
    deep: '#232552',
  },
];

function rosette(scene: MosaicScene): string {
  const { width, height, palette, random } = scene;
  const petals = random.pick([6, 8, 10, 12]);
  const unit = Math.min(width, height) / 2;
  const frame = (depth: number): string | undefined =>
    depth < STONE
      ? palette.deep
      : depth < STONE * 2.1
        ? palette.bright
        : depth < STONE * 3
          ? palette.deep
          : undefined;
  return ringCourses(scene, [width / 2, height / 2], (x, y) => {
    const border = frame(Math.min(x, y, width - x, height - y));
    if (border !== undefined) return border;
    const [dx, dy] = [x - width / 2, y - height / 2];
    const distance = Math.hypot(dx, dy) / unit;
    const angle = Math.atan2(dy, dx);
    const lobe = Math.abs(Math.cos((angle * petals) / 2));
    if (distance < 0.11) return palette.deep;
    if (distance < 0.17) return palette.second;
    if (distance < 0.2 + 0.25 * lobe) return distance > 0.14 + 0.24 * lobe ? palette.second : palette.bright;
    const outer = Math.abs(Math.sin((angle * petals) / 2));
    if (distance < 0.3 + 0.32 * outer) return distance > 0.24 + 0.32 * outer ? palette.pale : palette.middle;
    if (distance < 0.72) return mixColours(palette.pale, '#fff8ea', 0.55);
    if (distance < 0.77) return palette.deep;
    if (distance < 0.83) return Math.cos(angle * petals * 4) > 0 ? palette.bright : palette.pale;
    return distance < 0.87
      ? palette.deep
      : mixColours(palette.middle, palette.deep, cyclic([0.2, 0.5, 0.8], Math.floor(distance * 20)));
  });
}

function paint(scene: MosaicScene): string {
  const { width, height, motif, palette, random } = scene;
  const noise = gradientNoise(random);
  const subjects: Record<MosaicMotif, (scene: MosaicScene, noise: Noise) => string> = {
    'sun-over-sea': sunOverSea,
    rosette,
    fish,
    'moon-over-hills': moonOverHills,
  };
  const shade = `<linearGradient id="lit" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".14"/><stop offset="1" stop-color="#000" stop-opacity=".14"/></linearGradient>`;
  return `<rect width="${width}" height="${height}" fill="${palette.grout}"/>${subjects[motif](scene, noise)}
${shade}<rect width="${px(width)}" height="${px(height)}" fill="url(#lit)"/>`;
}

/** Hand-cut stones laid in rings and rows. */
export const mosaic = defineStyle({
  name: 'mosaic',
  words: mosaicWords,
  motifs: ['sun-over-sea', 'rosette', 'fish', 'moon-over-hills'],
  palettes,
  formats: [
    [640, 640],
    [720, 540],
    [600, 600],
    [704, 528],
  ],
  namedColours: (palette) => [palette.middle, palette.bright],
  paint,
});
