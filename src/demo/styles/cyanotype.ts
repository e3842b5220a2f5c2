import { defineStyle } from '../define-style.js';
import { mixColours } from '../drawing/colour.js';
import { gradientNoise } from '../drawing/gradient-noise.js';
import type { Noise } from '../drawing/gradient-noise.js';
import { paperGrain } from '../drawing/paper-grain.js';
import { px, straightPath } from '../drawing/svg-path.js';
import type { Point } from '../drawing/svg-path.js';
import { taperedStroke } from '../drawing/tapered-stroke.js';
import { ferns } from '../motifs/cyanotype/ferns.js';
import { dandelions, grasses } from '../motifs/cyanotype/meadow.js';
import type { CyanotypeScene, Palette, PlantShadow } from '../motifs/cyanotype/scene.js';
import { seaweed } from '../motifs/cyanotype/seaweed.js';
import { cyanotypeWords } from '../words/cyanotype.js';
import type { CyanotypeMotif } from '../words/cyanotype.js';

const palettes: readonly Palette[] = [
  { paper: '#f4f4f0', tone: '#1f4a8a' },
  { paper: '#f5eedc', tone: '#14264a' },
  { paper: '#f2f4ee', tone: '#1f6b76' },
  { paper: '#f6efe2', tone: '#4f3626' },
  { paper: '#f4f2f2', tone: '#3a3f86' },
  { paper: '#f6f2ea', tone: '#4a2c56' },
];

/** The emulsion was brushed on: the sheet stays bare outside uneven strokes. */
function brushed({ width, height, random }: CyanotypeScene, noise: Noise): string {
  const strokes: string[] = [];
  for (let y = height * 0.06; y < height * 0.945; y += height * 0.0125) {
    const left = width * (0.05 + 0.035 * random.next() ** 2);
    const right = width * (0.95 - 0.035 * random.next() ** 2);
    const line: Point[] = Array.from({ length: 9 }, (_, index) => [
      left + ((right - left) * index) / 8,
      y + noise(index / 2, y / 30) * 4,
    ]);
    const thick = height * random.between(0.017, 0.03);
    strokes.push(
      taperedStroke(line, (share) => thick * (share === 0 || share === 1 ? random.between(0.1, 0.7) : 1)),
    );
  }
  return `<path d="${strokes.join('')}"/>`;
}

function paint(scene: CyanotypeScene): string {
  const { width, height, motif, palette, random } = scene;
  const noise = gradientNoise(random);
  const subjects: Record<CyanotypeMotif, (scene: CyanotypeScene) => PlantShadow[]> = {
    ferns,
    seaweed,
    'dandelion-clocks': dandelions,
    grasses,
  };
  const ghost = mixColours(palette.paper, palette.tone, 0.05);
  const plants = subjects[motif](scene).map(({ outline, hairs }) => {
    return `<path d="${outline}" fill="${ghost}" fill-opacity="${px(random.between(0.7, 1))}"/><path d="${hairs}" stroke="${ghost}" stroke-opacity=".8" stroke-width=".9" fill="none"/>`;
  });
  const streaks = Array.from({ length: 30 }, () => {
    const y = random.between(0.05, 0.95) * height;
    return `<path d="${straightPath([
      [width * random.between(0.07, 0.3), y],
      [width * random.between(0.6, 0.93), y + random.wobble() * 8],
    ])}" stroke="${random.chance(0.5) ? '#ffffff' : '#000000'}" stroke-opacity=".05" stroke-width="${px(random.between(2, 12))}"/>`;
  });
  const grain = paperGrain(width, height, { tint: [1, 1, 1], strength: 0.09, scale: 0.33, seed: 41 });
  return `<radialGradient id="exposed" gradientUnits="userSpaceOnUse" cx="${px(width * 0.5)}" cy="${px(height * 0.45)}" r="${px(Math.hypot(width, height) * 0.55)}"><stop offset="0" stop-color="${mixColours(palette.tone, palette.paper, 0.1)}"/><stop offset="1" stop-color="${mixColours(palette.tone, '#000814', 0.25)}"/></radialGradient>
<rect width="${width}" height="${height}" fill="${palette.paper}"/><g fill="url(#exposed)">${brushed(scene, noise)}</g>${streaks.join('')}${plants.join('')}${grain}`;
}

/** White shadows of plants on a sheet toned by the sun. */
export const cyanotype = defineStyle({
  name: 'cyanotype',
  words: cyanotypeWords,
  motifs: ['ferns', 'seaweed', 'dandelion-clocks', 'grasses'],
  palettes,
  formats: [
    [512, 704],
    [560, 700],
    [512, 640],
    [640, 640],
    [600, 750],
  ],
  namedColours: (palette) => [palette.tone, palette.paper],
  paint,
});
