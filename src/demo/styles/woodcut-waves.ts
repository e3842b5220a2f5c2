import { defineStyle } from '../define-style.js';
import type { Scene } from '../define-style.js';
import { flyingBird } from '../drawing/flying-bird.js';
import { gradientNoise } from '../drawing/gradient-noise.js';
import type { Noise } from '../drawing/gradient-noise.js';
import { areaBelow, px, smoothPath, straightPath } from '../drawing/svg-path.js';
import type { Point } from '../drawing/svg-path.js';
import { taperedStroke } from '../drawing/tapered-stroke.js';
import { woodcutWords } from '../words/woodcut-waves.js';
import type { WoodcutMotif } from '../words/woodcut-waves.js';

interface Palette {
  readonly paper: string;
  /** Key block: outlines and the darkest water. */
  readonly key: string;
  readonly water: string;
  readonly shallow: string;
  readonly sun: string;
}

type WoodcutScene = Scene<WoodcutMotif, Palette>;

const palettes: readonly Palette[] = [
  { paper: '#f3e9d2', key: '#14233f', water: '#2f66b0', shallow: '#a9cde4', sun: '#c8202c' },
  { paper: '#f1e6cc', key: '#12383c', water: '#2a8285', shallow: '#9fd0c6', sun: '#e8792a' },
  { paper: '#f6ecd9', key: '#2b1b36', water: '#84589f', shallow: '#d6c4e2', sun: '#f29a45' },
  { paper: '#efe7d6', key: '#1e1c1d', water: '#55575a', shallow: '#bdbfc0', sun: '#c8202c' },
  { paper: '#f4ecd4', key: '#17382b', water: '#2f7d4a', shallow: '#a9cba4', sun: '#d9ad3c' },
  { paper: '#f7e8d4', key: '#3d1f1a', water: '#a8492a', shallow: '#f0bd8f', sun: '#e0b040' },
];

/** Carved sky: thin horizontal cuts that swell and break like the grain of the plank. */
function carvedSky(scene: WoodcutScene, noise: Noise, horizon: number): string {
  const { width, palette, motif, random } = scene;
  const night = motif === 'night-sea';
  const cuts: string[] = [];
  for (let y = 9; y < horizon + 40; y += night ? 11 : 13) {
    let x = random.between(-60, 0);
    while (x < width) {
      const long = random.between(50, 210);
      const line: Point[] = [0, 0.25, 0.5, 0.75, 1].map((share) => {
        const along = x + share * long;
        return [along, y + noise(along / 190, y / 120) * 9];
      });
      cuts.push(taperedStroke(line, (share) => 0.5 + Math.sin(Math.PI * share) * (night ? 2.1 : 2.6)));
      x += long + random.between(8, 50);
    }
  }
  return `<path d="${cuts.join('')}" fill="${night ? palette.water : palette.shallow}" fill-opacity="${night ? 0.75 : 0.8}"/>`;
}

function sun({ width, height, palette, random }: WoodcutScene): string {
  const radius = Math.min(width, height) * random.between(0.11, 0.16);
  const [x, y] = [width * random.between(0.24, 0.76), height * random.between(0.25, 0.32)];
  const rays = Array.from({ length: 40 }, (_, index) => {
    const angle = (index / 40) * Math.PI * 2;
    const [near, far] = [radius * 1.13, radius * (index % 2 === 0 ? 1.5 : 1.32)];
    return taperedStroke(
      [near, (near + far) / 2, far].map((reach): Point => [
        x + Math.cos(angle) * reach,
        y + Math.sin(angle) * reach,
      ]),
      (share) => 4.6 * (1 - share) + 0.6,
    );
  });
  return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius * 1.07)}" fill="${palette.paper}"/>
<circle cx="${px(x + 1.5)}" cy="${px(y + 1)}" r="${px(radius)}" fill="${palette.sun}"/><path d="${rays.join('')}" fill="${palette.sun}"/>`;
}

function moonAndStars({ width, height, palette, random }: WoodcutScene): string {
  const radius = Math.min(width, height) * 0.12;
  const [x, y] = [width * random.between(0.25, 0.75), height * random.between(0.2, 0.3)];
  const crescent = `M${px(x)} ${px(y - radius)}A${px(radius)} ${px(radius)} 0 0 1 ${px(x)} ${px(y + radius)}A${px(radius * 1.3)} ${px(radius * 1.3)} 0 0 0 ${px(x)} ${px(y - radius)}Z`;
  const stars = Array.from({ length: 30 }, () => {
    const [sx, sy, size] = [random.between(0, width), random.between(0, height * 0.5), random.between(3, 8)];
    const spikes: Point[] = Array.from({ length: 8 }, (_, index) => {
      const reach = index % 2 === 0 ? size : size * 0.28;
      return [sx + Math.sin((index * Math.PI) / 4) * reach, sy - Math.cos((index * Math.PI) / 4) * reach];
    });
    return straightPath(spikes, true);
  });
  return `<path d="${crescent}" fill="${palette.sun}"/><path d="${stars.join('')}" fill="${palette.paper}"/>`;
}

/** Crests lean to the right: a slow rise and a quick, hooked fall. */
function crestLine(scene: WoodcutScene, noise: Noise, level: number, row: number): Point[] {
  const { width, height } = scene;
  const wave = width / (4.6 - row * 0.42);
  const swell = height * (0.02 + row * 0.0125);
  const points: Point[] = [];
  for (let x = -20; x <= width + 20; x += 4) {
    const phase = x / wave + row * 0.37 + noise(x / 300, row * 9) * 0.35;
    const share = phase - Math.floor(phase);
    const rise =
      share < 0.68
        ? Math.sin((share / 0.68) * (Math.PI / 2)) ** 2
        : Math.cos(((share - 0.68) / 0.32) * (Math.PI / 2)) ** 1.3;
    points.push([x, level - swell * (rise * 2 - 0.6) + noise(x / 60, row * 3) * 2]);
  }
  return points;
}

/** Cuts that follow the crest downwards, broken at random as a gouge is lifted. */
function gougeMarks(scene: WoodcutScene, crest: readonly Point[], depth: number): string {
  const { random } = scene;
  const marks: string[] = [];
  for (let down = 7; down < depth; down += 8.5) {
    let index = random.integer(0, 8);
    while (index < crest.length - 4) {
      const count = random.integer(6, 22);
      const fade = 1 - down / (depth * 1.25);
      const line = crest
        .slice(index, index + count)
        .filter((_, step) => step % 3 === 0)
        .map(([x, y]): Point => [x + down * 0.25, y + down + (y % 3) * 0.3]);
      if (line.length > 2)
        marks.push(taperedStroke(line, (share) => 0.4 + Math.sin(Math.PI * share) * 4.4 * fade));
      index += count + random.integer(1, 7);
    }
  }
  return marks.join('');
}

function foam(scene: WoodcutScene, crest: readonly Point[], row: number): string {
  const { random, palette } = scene;
  const drops = crest.flatMap(([x, y], index) => {
    const falling = (crest[index + 1]?.[1] ?? y) - y;
    if (falling < 1.1 || !random.chance(0.75)) return [];
    const size = random.between(1.6, 3 + row * 0.9);
    return [
      `<circle cx="${px(x + random.between(-2, 9))}" cy="${px(y - random.between(0, 9 + row * 2))}" r="${px(size)}"/>`,
    ];
  });
  return `<g fill="${palette.paper}" stroke="${palette.key}" stroke-width="1.3">${drops.join('')}</g>`;
}

function waveRow(scene: WoodcutScene, noise: Noise, level: number, row: number): string {
  const { height, palette } = scene;
  const crest = crestLine(scene, noise, level, row);
  const flat = row % 2 === 0 ? palette.water : palette.key;
  const cut = row % 2 === 0 ? palette.shallow : palette.water;
  const lip = crest.map(([x, y]): Point => [x, y + 3.5 + row * 0.6]);
  return `<path d="${areaBelow(crest, height + 40)}" fill="${flat}"/>
<path d="${gougeMarks(scene, crest, height * 0.16)}" fill="${cut}"/>
<path d="${straightPath(lip)}" fill="none" stroke="${palette.paper}" stroke-width="${px(3 + row * 0.6)}"/>
<path d="${straightPath(crest)}" fill="none" stroke="${palette.key}" stroke-width="2.4"/>${foam(scene, crest, row)}`;
}

function boat({ width, height, palette, random }: WoodcutScene, level: number): string {
  const size = Math.min(width, height) * 0.2;
  const x = width * random.between(0.3, 0.6);
  const at = (dx: number, dy: number): Point => [x + dx * size, level + dy * size];
  const hull = `${smoothPath([at(-0.6, -0.22), at(0, -0.12), at(0.68, -0.26)])}L${px(x + size * 0.42)} ${px(level + size * 0.2)}L${px(x - size * 0.42)} ${px(level + size * 0.2)}Z`;
  const mainSail = `${smoothPath([at(0.02, -1.35), at(0.36, -0.8), at(0.5, -0.34)])}L${px(x + size * 0.02)} ${px(level - size * 0.3)}Z`;
  const jib = `${smoothPath([at(-0.04, -1.2), at(-0.3, -0.7), at(-0.5, -0.36)])}L${px(x - size * 0.04)} ${px(level - size * 0.32)}Z`;
  return `<g transform="rotate(${px(random.between(-9, 5))} ${px(x)} ${px(level)})" stroke="${palette.key}" stroke-width="2.4" stroke-linejoin="round">
<path d="${straightPath([at(0, -1.42), at(0, -0.1)])}"/><path d="${mainSail}" fill="${palette.paper}"/><path d="${jib}" fill="${palette.sun}"/><path d="${hull}" fill="${palette.key}"/></g>`;
}

function gulls({ width, height, palette, random }: WoodcutScene): string {
  const flock = Array.from({ length: random.integer(5, 9) }, () =>
    flyingBird(
      random.between(0.08, 0.92) * width,
      random.between(0.08, 0.42) * height,
      random.between(34, 78),
      random.between(-0.2, 1),
    ),
  );
  return `<path d="${flock.join('')}" fill="${palette.key}" stroke="${palette.paper}" stroke-width="2.5" paint-order="stroke"/>`;
}

function paint(scene: WoodcutScene): string {
  const { width, height, motif, palette, random } = scene;
  const noise = gradientNoise(random);
  const night = motif === 'night-sea';
  const horizon = height * random.between(0.46, 0.54);
  const rows = Array.from({ length: 6 }, (_, row) => {
    const level = horizon + ((height - horizon) * (row + 0.3)) / 5.4;
    const sailing = motif === 'sailing-boat' && row === 2 ? boat(scene, level - height * 0.065) : '';
    return sailing + waveRow(scene, noise, level, row);
  });
  const sky = motif === 'gulls-over-waves' ? gulls(scene) : '';
  return `<rect width="${width}" height="${height}" fill="${night ? palette.key : palette.paper}"/>
${carvedSky(scene, noise, horizon)}${night ? moonAndStars(scene) : sun(scene)}${sky}${rows.join('')}
<rect x="7" y="7" width="${width - 14}" height="${height - 14}" fill="none" stroke="${palette.paper}" stroke-width="14"/>
<rect x="13" y="13" width="${width - 26}" height="${height - 26}" fill="none" stroke="${palette.key}" stroke-width="2.5"/>`;
}

/** Flat inks and gouge marks: waves in rows under a carved sky. */
export const woodcutWaves = defineStyle({
  name: 'woodcut-waves',
  words: woodcutWords,
  motifs: ['waves-and-sun', 'night-sea', 'sailing-boat', 'gulls-over-waves'],
  palettes,
  formats: [
    [768, 512],
    [512, 704],
    [640, 640],
    [720, 540],
    [576, 720],
  ],
  namedColours: (palette) => [palette.water, palette.sun],
  paint,
});
