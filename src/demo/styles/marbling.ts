import { defineStyle } from '../define-style.js';
import type { Scene } from '../define-style.js';
import { cyclic } from '../drawing/cyclic.js';
import { MarblingTank } from '../drawing/marbling-tank.js';
import { paperGrain } from '../drawing/paper-grain.js';
import { marblingWords } from '../words/marbling.js';
import type { MarblingMotif } from '../words/marbling.js';

interface Palette {
  /** First the ground, then the two colours used most. */
  readonly paints: readonly [string, string, string, string, string];
}

type MarblingScene = Scene<MarblingMotif, Palette>;

const palettes: readonly Palette[] = [
  { paints: ['#14233f', '#2f66b0', '#d9ad3c', '#f2e6c9', '#a9cde4'] },
  { paints: ['#551826', '#c8202c', '#f2e6c9', '#e79ab0', '#2b2a2c'] },
  { paints: ['#123a3c', '#2a8285', '#f29a45', '#f7ecd0', '#7cd0c8'] },
  { paints: ['#2c1f45', '#84589f', '#f3c0cb', '#d9ad3c', '#454a8f'] },
  { paints: ['#1f4f35', '#4f9a55', '#f4d97a', '#f4f1e2', '#174f57'] },
  { paints: ['#f2e6c9', '#e8792a', '#1f6b70', '#8f3d20', '#fbf3dd'] },
];

function fillWithDrops(scene: MarblingScene, tank: MarblingTank, count: number, largest: number): void {
  const { width, height, palette, random } = scene;
  for (let drop = 0; drop < count; drop += 1) {
    const share = drop / count;
    const radius = largest * (1 - share * 0.55) * random.between(0.55, 1);
    const colour = random.chance(0.55)
      ? random.pick(palette.paints.slice(1, 3))
      : random.pick(palette.paints);
    tank.drop(random.between(-0.05, 1.05) * width, random.between(-0.05, 1.05) * height, radius, colour);
  }
}

function stones(scene: MarblingScene, tank: MarblingTank): void {
  const { width, height, palette, random } = scene;
  fillWithDrops(scene, tank, 120, 64);
  for (let speck = 0; speck < 110; speck += 1) {
    tank.drop(
      random.between(0, width),
      random.between(0, height),
      random.between(2, 9),
      cyclic(palette.paints, speck),
    );
  }
}

function combed(scene: MarblingScene, tank: MarblingTank): void {
  const { width, height, random } = scene;
  fillWithDrops(scene, tank, 84, 62);
  const along = random.pick([0, Math.PI / 2]);
  tank.comb([0, 0], along, 92, 170, 22);
  tank.comb([46, 46], along + Math.PI, 92, 170, 22);
  tank.comb([0, 0], along + Math.PI / 2, 40, 66, 11);
  if (random.chance(0.6)) tank.wave(along, random.between(190, 300), random.between(12, 26));
  else tank.swirl(width / 2, height / 2, random.between(60, 120), 110);
}

function swirls(scene: MarblingScene, tank: MarblingTank): void {
  const { width, height, random } = scene;
  fillWithDrops(scene, tank, 105, 56);
  const columns = width > height ? 3 : 2;
  const rows = height > width ? 3 : 2;
  for (let place = 0; place < columns * rows; place += 1) {
    const x = (((place % columns) + 0.5) / columns + random.wobble() * 0.06) * width;
    const y = ((Math.floor(place / columns) + 0.5) / rows + random.wobble() * 0.06) * height;
    tank.swirl(x, y, random.between(42, 74), random.between(170, 300) * (place % 2 === 0 ? 1 : -1));
  }
}

/**
 * Nested drops in a column; a stylus drawn down it turns the rings into hearts. One column after the other, because
 * every further drop pushes earlier ones out of line.
 */
function hearts(scene: MarblingScene, tank: MarblingTank): void {
  const { width, height, palette, random } = scene;
  fillWithDrops(scene, tank, 60, 44);
  const [ground, first, second, pale] = palette.paints;
  const columns = Math.round(width / 128);
  const rows = Math.round(height / 118);
  for (let column = 0; column < columns; column += 1) {
    const x = ((column + 0.5) / columns) * width;
    for (let row = 0; row < rows; row += 1) {
      const rings = random.chance(0.5) ? [first, pale, second, ground] : [second, pale, first, ground];
      rings.forEach((colour, ring) => {
        tank.drop(x, ((row + 0.36) / rows) * height, 31 - ring * 6, colour);
      });
    }
    tank.comb([x, 0], Math.PI / 2, Infinity, 58, 13);
  }
}

function paint(scene: MarblingScene): string {
  const { width, height, motif, palette } = scene;
  const tank = new MarblingTank();
  const patterns: Record<MarblingMotif, (scene: MarblingScene, tank: MarblingTank) => void> = {
    stones,
    combed,
    swirls,
    hearts,
  };
  patterns[motif](scene, tank);
  const grain = paperGrain(width, height, { tint: [1, 0.97, 0.9], strength: 0.08, scale: 0.4, seed: 21 });
  return `<rect width="${width}" height="${height}" fill="${palette.paints[0]}"/><g stroke-linejoin="round">${tank.print()}</g>${grain}`;
}

/** Paint dropped on a bath, combed and swirled. */
export const marbling = defineStyle({
  name: 'marbling',
  words: marblingWords,
  motifs: ['stones', 'combed', 'swirls', 'hearts'],
  palettes,
  formats: [
    [640, 640],
    [512, 704],
    [720, 540],
    [600, 600],
    [560, 700],
  ],
  namedColours: (palette) => [palette.paints[1], palette.paints[2]],
  paint,
});
