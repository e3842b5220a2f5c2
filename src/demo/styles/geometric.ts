import { defineStyle } from '../define-style.js';
import type { Scene } from '../define-style.js';
import { mixColours } from '../drawing/colour.js';
import { paperGrain } from '../drawing/paper-grain.js';
import { px } from '../drawing/svg-path.js';
import { geometricWords } from '../words/geometric.js';
import type { GeometricMotif } from '../words/geometric.js';

interface Palette {
  readonly ground: string;
  /** The first two cover most of the canvas. */
  readonly paints: readonly [string, string, string, string, string];
}

type GeometricScene = Scene<GeometricMotif, Palette>;

const palettes: readonly Palette[] = [
  { ground: '#f3ead8', paints: ['#c8202c', '#1f4f93', '#e9b632', '#1e1c1d', '#8fb3cf'] },
  { ground: '#f5efe3', paints: ['#1f6b70', '#e8792a', '#f2c57c', '#14323a', '#c9d8cf'] },
  { ground: '#f6ede6', paints: ['#d9678c', '#34327d', '#f2b5a0', '#e3b23c', '#b49ccb'] },
  { ground: '#efe9d9', paints: ['#2f7d4a', '#d9ad3c', '#1f4f35', '#c8552c', '#b9c9a4'] },
  { ground: '#f4eadb', paints: ['#a8492a', '#14233f', '#dcae74', '#6f8f9a', '#e9cfa6'] },
  { ground: '#1e2430', paints: ['#ee7460', '#7cd0c8', '#f4d97a', '#f2e6c9', '#4682bf'] },
];

/** Colour for the next shape; the first two paints come up twice as often. */
function paintFor({ palette, random }: GeometricScene): string {
  return random.pick([palette.paints[0], palette.paints[1], ...palette.paints]);
}

function tile(scene: GeometricScene, size: number): string {
  const { palette, random } = scene;
  const [back, front, third] = random.shuffled([...palette.paints, palette.ground]);
  const half = px(size / 2);
  const quarter = (radius: number, colour: string | undefined): string =>
    `<path d="M0 0H${px(radius)}A${px(radius)} ${px(radius)} 0 0 1 0 ${px(radius)}Z" fill="${colour ?? ''}"/>`;
  const figures = [
    (): string => quarter(size, front),
    (): string => quarter(size, front) + quarter(size * 0.5, third),
    (): string => quarter(size, front) + quarter(size * 0.72, back) + quarter(size * 0.44, front),
    (): string =>
      `<path d="M0 0A${half} ${half} 0 0 0 ${px(size)} 0Z" fill="${front ?? ''}"/><path d="M0 ${half}A${half} ${half} 0 0 0 ${px(size)} ${half}Z" fill="${third ?? ''}"/>`,
    (): string =>
      `<circle cx="${half}" cy="${half}" r="${px(size * 0.36)}" fill="${front ?? ''}"/><circle cx="${half}" cy="${half}" r="${px(size * 0.15)}" fill="${third ?? ''}"/>`,
    (): string =>
      quarter(size, front) +
      `<path d="M${px(size)} ${px(size)}V${half}A${half} ${half} 0 0 0 ${half} ${px(size)}Z" fill="${third ?? ''}"/>`,
  ];
  return `<rect width="${px(size + 0.5)}" height="${px(size + 0.5)}" fill="${back ?? ''}"/><g transform="rotate(${random.integer(0, 3) * 90} ${half} ${half})">${random.pick(figures)()}</g>`;
}

function quarterCircles(scene: GeometricScene): string {
  const { width, height, random } = scene;
  const columns = random.integer(4, 6);
  const size = width / columns;
  const rows = Math.ceil(height / size);
  return Array.from({ length: columns * rows }, (_, place) => {
    const [x, y] = [(place % columns) * size, Math.floor(place / columns) * size];
    return `<g transform="translate(${px(x)} ${px(y)})">${tile(scene, size)}</g>`;
  }).join('');
}

function circlesAndBars(scene: GeometricScene): string {
  const { width, height, palette, random } = scene;
  const unit = Math.min(width, height);
  const [first, second, third, dark, pale] = palette.paints;
  const [cx, cy] = [width * random.between(0.38, 0.62), height * random.between(0.34, 0.5)];
  const radius = unit * random.between(0.24, 0.31);
  const tilt = random.integer(-50, -20);
  const bar = (dx: number, dy: number, long: number, wide: number, colour: string, turn: number): string =>
    `<rect x="${px(cx + dx * unit)}" y="${px(cy + dy * unit)}" width="${px(long * unit)}" height="${px(wide * unit)}" fill="${colour}" transform="rotate(${turn} ${px(cx)} ${px(cy)})"/>`;
  const dots = Array.from({ length: 7 }, () => {
    const [x, y] = [random.between(0.08, 0.92) * width, random.between(0.08, 0.92) * height];
    const size = unit * random.between(0.012, 0.055);
    const ring = random.chance(0.4)
      ? `fill="none" stroke-width="3" stroke="${dark}"`
      : `fill="${paintFor(scene)}"`;
    return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(size)}" ${ring}/>`;
  });
  const rails = Array.from({ length: 6 }, (_, index) =>
    bar(-0.8, 0.3 + index * 0.026, 1.6, 0.006, dark, tilt + 90),
  ).join('');
  return `<circle cx="${px(cx)}" cy="${px(cy)}" r="${px(radius * 1.5)}" fill="${pale}" fill-opacity=".75"/>
${bar(-0.95, 0.02, 1.9, 0.12, second, tilt)}<circle cx="${px(cx)}" cy="${px(cy)}" r="${px(radius)}" fill="${first}"/>
<path d="M${px(cx - radius)} ${px(cy)}A${px(radius)} ${px(radius)} 0 0 0 ${px(cx + radius)} ${px(cy)}Z" fill="${mixColours(first, '#000000', 0.22)}" transform="rotate(${tilt} ${px(cx)} ${px(cy)})"/>
${bar(-0.7, -0.3, 1.3, 0.045, third, tilt + 90)}${bar(-0.62, -0.22, 0.95, 0.018, dark, tilt + 90)}${rails}
<circle cx="${px(cx + radius * random.between(0.5, 0.9))}" cy="${px(cy + radius * random.between(0.6, 1))}" r="${px(radius * 0.42)}" fill="${third}"/>
<circle cx="${px(cx - radius * 0.6)}" cy="${px(cy - radius * 0.5)}" r="${px(radius * 0.26)}" fill="${second}"/>${dots.join('')}`;
}

function arches(scene: GeometricScene): string {
  const { width, height, palette, random } = scene;
  const columns = random.integer(2, 4);
  const size = width / columns;
  const rows = Math.ceil(height / (size * 0.75)) + 1;
  const parts: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    const shift = row % 2 === 0 ? 0 : size / 2;
    for (let column = -1; column <= columns; column += 1) {
      const [x, base] = [column * size + shift + size / 2, (row + 1) * size * 0.75 - size * 0.1];
      const bands = random.integer(4, 6);
      const order = random.shuffled([...palette.paints, palette.ground]);
      for (let band = 0; band < bands; band += 1) {
        const reach = (size / 2) * (1 - band / bands);
        parts.push(
          `<path d="M${px(x - reach)} ${px(base + size)}V${px(base)}A${px(reach)} ${px(reach)} 0 0 1 ${px(x + reach)} ${px(base)}V${px(base + size)}Z" fill="${order[band % order.length] ?? palette.ground}"/>`,
        );
      }
    }
  }
  return parts.join('');
}

function triangles(scene: GeometricScene): string {
  const { width, height, palette, random } = scene;
  const columns = random.integer(5, 8);
  const size = width / columns;
  const tall = size * 0.866;
  const parts: string[] = [];
  for (let row = 0; row * tall < height; row += 1) {
    for (let column = -1; column <= columns * 2; column += 1) {
      const x = (column * size) / 2 + (row % 2 === 0 ? 0 : size / 2);
      const up = column % 2 === 0;
      const [tip, base] = up ? [row * tall, (row + 1) * tall] : [(row + 1) * tall, row * tall];
      const fade = random.next() * 0.5 * (1 - (row * tall) / height);
      const colour = random.chance(0.14) ? palette.ground : mixColours(paintFor(scene), palette.ground, fade);
      parts.push(
        `<path d="M${px(x)} ${px(base)}h${px(size)}L${px(x + size / 2)} ${px(tip)}Z" fill="${colour}" stroke="${colour}" stroke-width=".7"/>`,
      );
      if (random.chance(0.16)) {
        const inner = `M${px(x + size * 0.25)} ${px((base + tip) / 2 + (base - tip) * 0.25)}h${px(size * 0.5)}L${px(x + size / 2)} ${px(tip + (base - tip) * 0.25)}Z`;
        parts.push(`<path d="${inner}" fill="${paintFor(scene)}"/>`);
      }
    }
  }
  return parts.join('');
}

function paint(scene: GeometricScene): string {
  const { width, height, motif, palette } = scene;
  const subjects: Record<GeometricMotif, (scene: GeometricScene) => string> = {
    'quarter-circles': quarterCircles,
    'circles-and-bars': circlesAndBars,
    arches,
    triangles,
  };
  const grain = paperGrain(width, height, { tint: [0.1, 0.08, 0.05], strength: 0.07, scale: 0.45, seed: 31 });
  return `<rect width="${width}" height="${height}" fill="${palette.ground}"/>${subjects[motif](scene)}${grain}`;
}

/** Flat circles, bars, arches and triangles. */
export const geometric = defineStyle({
  name: 'geometric',
  words: geometricWords,
  motifs: ['quarter-circles', 'circles-and-bars', 'arches', 'triangles'],
  palettes,
  formats: [
    [560, 700],
    [640, 640],
    [512, 704],
    [720, 540],
    [600, 750],
  ],
  namedColours: (palette) => [palette.paints[0], palette.paints[1]],
  paint,
});
