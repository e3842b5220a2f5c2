import { mixColours, shiftLightness } from '../../drawing/colour.js';
import type { Noise } from '../../drawing/gradient-noise.js';
import { px, smoothPath } from '../../drawing/svg-path.js';
import type { Point } from '../../drawing/svg-path.js';
import type { PaperScene } from './scene.js';
import { crestSheet, sheet } from './sheet.js';

/** Outlines of a whale about two units long, nose to the right, y downwards. */
const BODY: readonly Point[] = [
  [1, 0.05],
  [0.72, -0.3],
  [0.15, -0.42],
  [-0.4, -0.24],
  [-0.86, -0.16],
  [-1.18, -0.5],
  [-1.34, -0.38],
  [-1.08, -0.06],
  [-1.3, 0.2],
  [-1.12, 0.26],
  [-0.82, 0.06],
  [-0.3, 0.24],
  [0.3, 0.38],
  [0.8, 0.28],
];
const BELLY: readonly Point[] = [
  [0.97, 0.1],
  [0.5, 0.14],
  [0, 0.17],
  [-0.3, 0.23],
  [0.3, 0.37],
  [0.8, 0.27],
];
const FIN: readonly Point[] = [
  [0.32, 0.2],
  [0.1, 0.62],
  [-0.06, 0.6],
  [0.06, 0.22],
];

/** The whale, breathing bubbles that rise from its nose. */
function whale({ width, height, palette, random }: PaperScene): string {
  const size = Math.min(width, height) * random.between(0.27, 0.33);
  const [x, y] = [width * random.between(0.42, 0.58), height * random.between(0.6, 0.63)];
  const side = random.chance(0.5) ? 1 : -1;
  const placed = (points: readonly Point[]): string =>
    smoothPath(
      points.map(([dx, dy]): Point => [x + dx * size * side, y + dy * size]),
      true,
    );
  const skin = palette.scraps[0];
  const eye = `<circle cx="${px(x + 0.66 * size * side)}" cy="${px(y - 0.02 * size)}" r="${px(size * 0.032)}" fill="${palette.near}"/>`;
  const bubbles = Array.from({ length: 9 }, () => {
    const [along, up] = [random.between(0.8, 1.25), random.between(0.1, 0.9)];
    return `<circle cx="${px(x + along * size * side)}" cy="${px(y - up * size)}" r="${px(random.between(2, 6))}"/>`;
  });
  return `<g fill="${palette.scraps[2]}" fill-opacity=".8">${bubbles.join('')}</g>
${sheet(placed(BODY), skin)}<path d="${placed(BELLY)}" fill="${palette.scraps[2]}"/>${sheet(placed(FIN), shiftLightness(skin, -0.06), 0.5)}${eye}`;
}

/** The whale swims between sheets of waves. */
export function sea(scene: PaperScene, noise: Noise): string {
  const { width, height, palette } = scene;
  const swimmer = whale(scene);
  return [0, 1, 2, 3, 4, 5]
    .map((row) => {
      const [long, swing] = [width * (0.16 + row * 0.016), height * (0.012 + row * 0.004)];
      const line = Array.from({ length: Math.ceil(width / 4) + 8 }, (_, index): Point => {
        const along = index * 4 - 14;
        const wave = Math.sin((along / long) * 2 * Math.PI + row * 2.1) * swing;
        return [along, height * (0.4 + row * 0.11) + wave + noise(along / 200, row * 5) * 12];
      });
      const water = crestSheet(line, height, mixColours(palette.far, palette.near, row / 5));
      return row === 4 ? swimmer + water : water;
    })
    .join('');
}
