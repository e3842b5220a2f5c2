import { defineStyle } from '../define-style.js';
import type { Scene } from '../define-style.js';
import { cyclic } from '../drawing/cyclic.js';
import { gradientNoise } from '../drawing/gradient-noise.js';
import type { Noise } from '../drawing/gradient-noise.js';
import { px, straightPath } from '../drawing/svg-path.js';
import type { Point } from '../drawing/svg-path.js';
import { flowWords } from '../words/flow-field.js';
import type { FlowMotif } from '../words/flow-field.js';

interface Palette {
  readonly ground: string;
  /** Main ink first: it draws about half of the lines. */
  readonly inks: readonly [string, string, ...string[]];
}

type FlowScene = Scene<FlowMotif, Palette>;

/** Direction of flow in radians at a place. */
type Field = (x: number, y: number) => number;

const palettes: readonly Palette[] = [
  { ground: '#0f1f33', inks: ['#7cc6c3', '#f2a65a', '#eef2e6', '#3c7fa6'] },
  { ground: '#f4efe4', inks: ['#1f4f93', '#dd4f3a', '#14233f', '#e8b04a'] },
  { ground: '#231a2e', inks: ['#e79ab0', '#f4d06f', '#8d6bb0', '#f7e9e3'] },
  { ground: '#f1ede0', inks: ['#2f7d4a', '#c58a2e', '#1f4f35', '#9db094'] },
  { ground: '#fbf7ef', inks: ['#1e1c1d', '#c8202c', '#808285', '#1e1c1d'] },
  { ground: '#16302f', inks: ['#f2e6c9', '#e8792a', '#6fb39a', '#d9ad3c'] },
  { ground: '#eae6f0', inks: ['#4a2c63', '#2a8285', '#84589f', '#d9678c'] },
  { ground: '#3a1a1a', inks: ['#f29a45', '#f7dc6f', '#c8432c', '#f2e6c9'] },
];

function whirlpoolField(scene: FlowScene, noise: Noise): Field {
  const { width, height, random } = scene;
  const eyes = Array.from({ length: random.integer(3, 5) }, (_, index) => ({
    x: random.between(0.1, 0.9) * width,
    y: random.between(0.1, 0.9) * height,
    turn: index % 2 === 0 ? 1 : -1,
    reach: random.between(0.16, 0.34) * Math.max(width, height),
  }));
  return (x, y) => {
    let [dx, dy] = [0.6, noise(x / 260, y / 260) * 0.5];
    for (const eye of eyes) {
      const [ox, oy] = [x - eye.x, y - eye.y];
      const distance = Math.hypot(ox, oy) + 1;
      const pull = 2.4 * Math.exp(-((distance / eye.reach) ** 2));
      dx += ((-oy * eye.turn - ox * 0.12) / distance) * pull;
      dy += ((ox * eye.turn - oy * 0.12) / distance) * pull;
    }
    return Math.atan2(dy, dx);
  };
}

function fieldOf(scene: FlowScene, noise: Noise): Field {
  const { motif, random } = scene;
  if (motif === 'whirlpools') return whirlpoolField(scene, noise);
  const scale = random.between(230, 380);
  if (motif === 'ocean-currents') {
    const heading = random.between(0, Math.PI * 2);
    return (x, y) => heading + noise(x / scale, y / scale) * 3.1 + noise(x / 90, y / 90 + 50) * 0.25;
  }
  return (x, y) =>
    -Math.PI / 2 + 0.35 + noise(x / scale, y / (scale * 0.6)) * 1.15 + noise(x / 60, y / 60) * 0.14;
}

/** Cells of the canvas that a line already runs through, so that lines keep their distance. */
class Occupancy {
  readonly #taken = new Set<number>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  #key([x, y]: Point): number {
    return Math.floor(x / this.#size) * 4096 + Math.floor(y / this.#size);
  }

  isTaken(point: Point): boolean {
    return this.#taken.has(this.#key(point));
  }

  take(points: readonly Point[]): void {
    for (const point of points) this.#taken.add(this.#key(point));
  }
}

/** Follows the field from a random place until it meets another line or leaves the canvas. */
function trace(scene: FlowScene, field: Field, taken: Occupancy, steps: number): Point[] {
  const { width, height, random } = scene;
  let [x, y] = [random.between(-10, width + 10), random.between(-10, height + 10)];
  const points: Point[] = [];
  for (let step = 0; step < steps; step += 1) {
    if (taken.isTaken([x, y]) || x < -12 || y < -12 || x > width + 12 || y > height + 12) break;
    points.push([x, y]);
    const angle = field(x, y);
    x += Math.cos(angle) * 5;
    y += Math.sin(angle) * 5;
  }
  return points;
}

/** Ink by place, with some strays, so that currents of colour show. */
function inkAt(scene: FlowScene, noise: Noise, [x, y]: Point): string {
  const { palette, random } = scene;
  const band = noise(x / 210 + 70, y / 210) + random.wobble() * 0.35;
  if (band < 0.08) return palette.inks[0];
  if (band < 0.36) return palette.inks[1];
  return cyclic(palette.inks, band < 0.52 ? 2 : 3);
}

function paint(scene: FlowScene): string {
  const { width, height, motif, palette, random } = scene;
  const noise = gradientNoise(random);
  const field = fieldOf(scene, noise);
  const grass = motif === 'wind-over-grass';
  const taken = new Occupancy(grass ? 5 : 6.5);
  const lines: string[] = [];
  for (let attempt = 0; attempt < 2200; attempt += 1) {
    const points = trace(scene, field, taken, grass ? random.integer(8, 22) : 110);
    const start = points[0];
    // Long lines are laid first, short ones only fill what is left.
    if (start === undefined || points.length < (grass || attempt > 900 ? 6 : 38)) continue;
    taken.take(points);
    const thick = random.pick(grass ? [1.4, 2.2, 3.4] : [1.4, 2.2, 3, 4.6]);
    lines.push(
      `<path d="${straightPath(points)}" stroke="${inkAt(scene, noise, start)}" stroke-width="${px(thick)}"/>`,
    );
  }
  return `<rect width="${width}" height="${height}" fill="${palette.ground}"/>
<g fill="none" stroke-linecap="round" stroke-linejoin="round">${lines.join('')}</g>`;
}

/** Evenly spaced streamlines of a vector field, as a pen plotter draws them. */
export const flowField = defineStyle({
  name: 'flow-field',
  words: flowWords,
  motifs: ['ocean-currents', 'whirlpools', 'wind-over-grass'],
  palettes,
  formats: [
    [640, 640],
    [512, 704],
    [768, 512],
    [600, 600],
    [720, 540],
  ],
  namedColours: (palette) => [palette.inks[0], palette.inks[1]],
  paint,
});
