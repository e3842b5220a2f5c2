import { defineStyle } from '../define-style.js';
import { mixColours } from '../drawing/colour.js';
import { gradientNoise } from '../drawing/gradient-noise.js';
import { ridgeLine } from '../drawing/ridge-line.js';
import { areaBelow, px, straightPath } from '../drawing/svg-path.js';
import type { Point } from '../drawing/svg-path.js';
import { constellations } from '../motifs/star-chart/constellations.js';
import { dust, sparkle } from '../motifs/star-chart/engraving.js';
import { moonPhases } from '../motifs/star-chart/moon-phases.js';
import { orbits } from '../motifs/star-chart/orbits.js';
import type { Palette, StarScene } from '../motifs/star-chart/scene.js';
import { starWords } from '../words/star-chart.js';
import type { StarMotif } from '../words/star-chart.js';

const palettes: readonly Palette[] = [
  { night: '#0f1d38', line: '#dcb45a', glow: '#3c5f9a' },
  { night: '#1b1b1f', line: '#f2e6c9', glow: '#55575a' },
  { night: '#12383c', line: '#f2c57c', glow: '#2f8285' },
  { night: '#2c1838', line: '#f3c0cb', glow: '#84589f' },
  { night: '#f3e9d2', line: '#1f4f93', glow: '#d9c08c' },
  { night: '#33130f', line: '#f29a45', glow: '#a8492a' },
];

function comet(scene: StarScene): string {
  const { width, height, palette, random } = scene;
  const [x, y] = [width * random.between(0.24, 0.4), height * random.between(0.4, 0.5)];
  const angle = -random.between(0.45, 0.75);
  const tail = Array.from({ length: 60 }, () => {
    const turn = angle + random.wobble() * 0.2;
    const reach = Math.hypot(width, height) * random.between(0.2, 0.62);
    const start = random.between(4, 16);
    return `M${px(x + Math.cos(turn) * start)} ${px(y + Math.sin(turn) * start)}L${px(x + Math.cos(turn) * reach)} ${px(y + Math.sin(turn) * reach)}`;
  });
  const noise = gradientNoise(random);
  const ridges = [0, 1, 2, 3].map((row) => {
    const line = ridgeLine(noise, width, {
      level: height * (0.7 + row * 0.075),
      swing: height * (0.16 - row * 0.02),
      length: width * 0.5,
      sharpness: 0.8,
      row,
    });
    const contours = [8, 17, 28, 41].map((down) =>
      straightPath(line.map(([x0, y0]): Point => [x0, y0 + down])),
    );
    return `<path d="${areaBelow(line, height)}" fill="${mixColours(palette.glow, palette.night, 0.35 + row * 0.2)}"/><path d="${straightPath(line)}" stroke="${palette.line}" stroke-width="1.8" fill="none"/><path d="${contours.join('')}" stroke="${palette.line}" stroke-opacity=".28" stroke-width="1" fill="none"/>`;
  });
  return `${dust(scene, 340)}<circle cx="${px(x)}" cy="${px(y)}" r="${px(height * 0.34)}" fill="url(#glow)"/><path d="${tail.join('')}" stroke="${palette.line}" stroke-opacity=".75" stroke-width="1.2"/>
<path d="${sparkle(x, y, 34)}" fill="${palette.line}"/><circle cx="${px(x)}" cy="${px(y)}" r="11" fill="${palette.line}"/>${ridges.join('')}`;
}

function paint(scene: StarScene): string {
  const { width, height, motif, palette } = scene;
  const subjects: Record<StarMotif, (scene: StarScene) => string> = {
    constellations,
    'moon-phases': moonPhases,
    orbits,
    comet,
  };
  const corners: readonly Point[] = [
    [30, 30],
    [width - 30, 30],
    [30, height - 30],
    [width - 30, height - 30],
  ];
  return `<radialGradient id="glow"><stop offset="0" stop-color="${palette.glow}" stop-opacity=".6"/><stop offset="1" stop-color="${palette.glow}" stop-opacity=".06"/></radialGradient>
<rect width="${width}" height="${height}" fill="${palette.night}"/>${subjects[motif](scene)}
<g fill="none" stroke="${palette.line}"><rect x="5" y="5" width="${width - 10}" height="${height - 10}" stroke="${palette.night}" stroke-width="14"/><rect x="12" y="12" width="${width - 24}" height="${height - 24}" stroke-width="2.2"/><rect x="18" y="18" width="${width - 36}" height="${height - 36}" stroke-width=".9"/></g>
<path d="${corners.map(([x, y]) => sparkle(x, y, 9)).join('')}" fill="${palette.line}"/>`;
}

/** Fine lines on a dark sheet, after old celestial atlases. */
export const starChart = defineStyle({
  name: 'star-chart',
  words: starWords,
  motifs: ['constellations', 'moon-phases', 'orbits', 'comet'],
  palettes,
  formats: [
    [640, 640],
    [560, 700],
    [600, 600],
    [512, 682],
    [720, 540],
  ],
  namedColours: (palette) => [palette.line, palette.night],
  paint,
});
