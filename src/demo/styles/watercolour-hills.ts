import { defineStyle } from '../define-style.js';
import type { Scene } from '../define-style.js';
import { mixColours, shiftLightness } from '../drawing/colour.js';
import { flyingBird } from '../drawing/flying-bird.js';
import { gradientNoise } from '../drawing/gradient-noise.js';
import type { Noise } from '../drawing/gradient-noise.js';
import { paperGrain } from '../drawing/paper-grain.js';
import { pineTree } from '../drawing/pine-tree.js';
import { ridgeLine } from '../drawing/ridge-line.js';
import { areaBelow, px, smoothPath, straightPath } from '../drawing/svg-path.js';
import type { Point } from '../drawing/svg-path.js';
import { watercolourWords } from '../words/watercolour-hills.js';
import type { WatercolourMotif } from '../words/watercolour-hills.js';

interface Palette {
  readonly sky: string;
  readonly glow: string;
  readonly far: string;
  readonly near: string;
}

type WatercolourScene = Scene<WatercolourMotif, Palette>;

const PAPER = '#fbf8f0';

const palettes: readonly Palette[] = [
  { sky: '#a9c6dd', glow: '#f6d9b0', far: '#8fb0cf', near: '#1f4668' },
  { sky: '#e9b7a6', glow: '#fbe3b4', far: '#c890a6', near: '#4a2c5c' },
  { sky: '#bcd3cb', glow: '#f3ecc6', far: '#93b39e', near: '#22503f' },
  { sky: '#f3cf9a', glow: '#fdebc8', far: '#dd9a5e', near: '#7a3420' },
  { sky: '#8fa9cf', glow: '#e8dcec', far: '#8e93c4', near: '#262b66' },
  { sky: '#a8d0d3', glow: '#f8dfcd', far: '#6fb0b3', near: '#14525c' },
];

/** Paint never reaches the tape exactly: an uneven rectangle inside the sheet. */
function paintedArea(scene: WatercolourScene, noise: Noise): string {
  const { width, height } = scene;
  const margin = Math.min(width, height) * 0.055;
  const edge: Point[] = [];
  const steps = 60;
  const uneven = (t: number, row: number): number =>
    noise(t * 9, row * 31.7) * 3.2 + noise(t * 40, row * 11.3) * 1.2;
  for (let step = 0; step < steps; step += 1) {
    edge.push([margin + ((width - 2 * margin) * step) / steps, margin + uneven(step / steps, 1)]);
  }
  for (let step = 0; step < steps; step += 1) {
    edge.push([width - margin + uneven(step / steps, 2), margin + ((height - 2 * margin) * step) / steps]);
  }
  for (let step = steps; step > 0; step -= 1) {
    edge.push([margin + ((width - 2 * margin) * step) / steps, height - margin + uneven(step / steps, 3)]);
  }
  for (let step = steps; step > 0; step -= 1) {
    edge.push([margin + uneven(step / steps, 4), margin + ((height - 2 * margin) * step) / steps]);
  }
  return straightPath(edge, true);
}

function sky(scene: WatercolourScene): string {
  const { width, height, palette, random } = scene;
  const clouds = Array.from({ length: 9 }, (_, index) => {
    const tone = index % 3 === 0 ? 'light' : 'wash';
    const [x, y] = [random.between(0, width), random.between(0, height * 0.5)];
    const [wide, tall] = [random.between(90, 260), random.between(30, 90)];
    return `<ellipse cx="${px(x)}" cy="${px(y)}" rx="${px(wide)}" ry="${px(tall)}" fill="url(#${tone})"/>`;
  });
  const stop = (offset: number, colour: string, opacity: number): string =>
    `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`;
  return `<defs><linearGradient id="sky" x2="0" y2="1">${stop(0, palette.sky, 0.95)}${stop(0.5, palette.glow, 0.9)}${stop(1, PAPER, 1)}</linearGradient>
<radialGradient id="wash">${stop(0, palette.sky, 0.55)}${stop(0.75, palette.sky, 0.3)}${stop(1, palette.sky, 0)}</radialGradient>
<radialGradient id="light">${stop(0, PAPER, 0.75)}${stop(0.6, PAPER, 0.3)}${stop(1, PAPER, 0)}</radialGradient></defs>
<rect width="${width}" height="${height}" fill="url(#sky)"/>${clouds.join('')}`;
}

/** A full moon, left white as watercolourists do, or a pale sun. */
function disc(scene: WatercolourScene): string {
  const { width, height, motif, palette, random } = scene;
  if (motif === 'pine-forest') return '';
  const radius = Math.min(width, height) * random.between(0.055, 0.085);
  const [x, y] = [px(width * random.between(0.25, 0.75)), px(height * random.between(0.17, 0.27))];
  const fill = motif === 'mountains-and-moon' ? PAPER : mixColours(palette.glow, '#f2a65a', 0.45);
  return `<circle cx="${x}" cy="${y}" r="${px(radius * 2.6)}" fill="url(#light)"/>
<circle cx="${x}" cy="${y}" r="${px(radius)}" fill="${fill}" fill-opacity=".92"/>
<circle cx="${x}" cy="${y}" r="${px(radius)}" fill="none" stroke="${shiftLightness(palette.sky, -0.12)}" stroke-opacity=".35" stroke-width="1.4"/>`;
}

function pines(scene: WatercolourScene, line: readonly Point[], tall: number, colour: string): string {
  const { random } = scene;
  let path = '';
  for (let index = 2; index < line.length; index += random.integer(2, 4)) {
    const [x, y] = line[index] ?? [0, 0];
    path += pineTree(random, x, y + 3, tall * random.between(0.4, 1.1));
  }
  return `<path d="${path}" fill="${colour}" fill-opacity=".75"/>`;
}

/** One translucent wash: dense at its crest, thinning to mist, with the darker rim where pigment gathers. */
function wash(scene: WatercolourScene, noise: Noise, index: number, count: number): string {
  const { width, height, motif, palette, random } = scene;
  const depth = index / (count - 1);
  const lake = motif === 'quiet-lake';
  const line = ridgeLine(noise, width, {
    level: height * (lake ? 0.36 + depth * 0.24 : 0.4 + depth * 0.44),
    swing: height * (lake ? 0.2 - depth * 0.08 : 0.22 - depth * 0.07),
    length: Math.max(width, height) * random.between(0.26, 0.44),
    sharpness: motif === 'mountains-and-moon' ? 0.9 - depth * 0.5 : 0.05,
    row: index,
  });
  const second = line.map(([x, y]): Point => [x, y + 3 + noise(x / 30, index + 90) * 5]);
  const colour = mixColours(palette.far, palette.near, depth ** 1.2);
  const floor = height * (lake ? 0.66 : 1);
  const trees = motif === 'pine-forest' && index > 0;
  return `<linearGradient id="wash-${index}" x2="0" y2="1"><stop offset="0" stop-color="${colour}" stop-opacity="${0.7 + depth * 0.2}"/>
<stop offset=".45" stop-color="${colour}" stop-opacity="${0.3 + depth * 0.4}"/><stop offset="1" stop-color="${colour}" stop-opacity="${depth * 0.7}"/></linearGradient>
${trees ? pines(scene, line, height * (0.07 + depth * 0.13), colour) : ''}
<path d="${areaBelow(line, floor)}" fill="${PAPER}" fill-opacity=".38"/>
<path d="${areaBelow(line, floor)}" fill="url(#wash-${index})"/><path d="${areaBelow(second, floor)}" fill="url(#wash-${index})" fill-opacity=".55"/>
<path d="${straightPath(line)}" fill="none" stroke="${shiftLightness(colour, -0.08)}" stroke-opacity=".4" stroke-width="1.3"/>`;
}

function water(scene: WatercolourScene): string {
  const { width, height, palette, random } = scene;
  const shore = height * 0.655;
  const strokes = Array.from({ length: 46 }, () => {
    const y = shore + (height - shore) * random.next() ** 1.3;
    const long = random.between(30, 190) * (0.4 + (y - shore) / height);
    const x = random.between(-40, width);
    const colour = random.chance(0.45) ? PAPER : palette.near;
    const line: Point[] = [
      [x, y],
      [x + long / 2, y + random.between(-1.6, 1.6)],
      [x + long, y],
    ];
    return `<path d="${smoothPath(line)}" fill="none" stroke="${colour}" stroke-opacity="${px(random.between(0.15, 0.5))}" stroke-width="${px(random.between(1, 3.4))}" stroke-linecap="round"/>`;
  });
  return `<linearGradient id="water" x2="0" y2="1"><stop offset="0" stop-color="${palette.near}" stop-opacity=".62"/>
<stop offset=".3" stop-color="${palette.far}" stop-opacity=".7"/><stop offset="1" stop-color="${palette.sky}" stop-opacity=".5"/></linearGradient>
<rect y="${px(shore)}" width="${width}" height="${px(height - shore)}" fill="url(#water)"/>${strokes.join('')}`;
}

function birds(scene: WatercolourScene): string {
  const { width, height, palette, random } = scene;
  const [x, y] = [width * random.between(0.2, 0.6), height * random.between(0.14, 0.3)];
  const flock = Array.from({ length: random.integer(4, 8) }, (_, index) =>
    flyingBird(
      x + index * 22 + random.between(-8, 8),
      y + random.between(-26, 22),
      random.between(12, 22),
      random.wobble(),
    ),
  );
  return `<path d="${flock.join('')}" fill="${palette.near}" fill-opacity=".8"/>`;
}

/** Drops of clear water that pushed the pigment aside. */
function blooms(scene: WatercolourScene): string {
  const { width, height, random } = scene;
  return Array.from({ length: 14 }, () => {
    const [x, y] = [random.between(0, width), random.between(height * 0.35, height)];
    const [wide, tall] = [random.between(60, 210), random.between(8, 26)];
    return `<ellipse cx="${px(x)}" cy="${px(y)}" rx="${px(wide)}" ry="${px(tall)}" fill="url(#light)" fill-opacity=".5"/>`;
  }).join('');
}

function splashes(scene: WatercolourScene): string {
  const { width, height, palette, random } = scene;
  return Array.from({ length: 16 }, () => {
    const [x, y] = [random.between(0, width), random.between(0, height)];
    return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(0.6 + 3 * random.next() ** 4)}" fill="${palette.near}" fill-opacity="${px(random.between(0.1, 0.5))}"/>`;
  }).join('');
}

function paint(scene: WatercolourScene): string {
  const { width, height, motif, random } = scene;
  const noise = gradientNoise(random);
  const count = motif === 'quiet-lake' ? 4 : 6;
  const washes = Array.from({ length: count }, (_, index) => wash(scene, noise, index, count));
  const pigment = paperGrain(width, height, { tint: [0.16, 0.2, 0.3], strength: 0.11, scale: 0.35, seed: 3 });
  return `<rect width="${width}" height="${height}" fill="${PAPER}"/>
<clipPath id="painted"><path d="${paintedArea(scene, noise)}"/></clipPath>
<g clip-path="url(#painted)">${sky(scene)}${disc(scene)}${washes.join('')}${motif === 'quiet-lake' ? water(scene) : ''}
${motif === 'misty-hills' ? birds(scene) : ''}${blooms(scene)}${pigment}</g>${splashes(scene)}`;
}

/** Layered translucent washes of hills, on paper with a bare margin. */
export const watercolourHills = defineStyle({
  name: 'watercolour-hills',
  words: watercolourWords,
  motifs: ['misty-hills', 'mountains-and-moon', 'pine-forest', 'quiet-lake'],
  palettes,
  formats: [
    [768, 512],
    [720, 480],
    [560, 700],
    [640, 512],
    [512, 682],
  ],
  // Washes let the paper through: the nearest hills are seen a little lighter than their pigment.
  namedColours: (palette) => [mixColours(palette.near, palette.far, 0.25), palette.far],
  paint,
});
