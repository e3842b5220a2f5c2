import { defineStyle } from '../define-style.js';
import { cyclic } from '../drawing/cyclic.js';
import { paperGrain } from '../drawing/paper-grain.js';
import { Patchwork } from '../drawing/patchwork.js';
import type { Cloth } from '../drawing/patchwork.js';
import type { Point } from '../drawing/svg-path.js';
import { eightPointStar, flyingGeese, GROUND, logCabin } from '../motifs/quilt/blocks.js';
import type { Palette, QuiltScene } from '../motifs/quilt/scene.js';
import { quiltWords } from '../words/quilt.js';

const palettes: readonly Palette[] = [
  { ground: '#f4efe2', cloths: ['#2f66b0', '#c8202c', '#14233f', '#a9cde4', '#e0b85a'] },
  { ground: '#f5ecd9', cloths: ['#a8492a', '#d9ad3c', '#6f7136', '#4a3020', '#dcc59c'] },
  { ground: '#f7f1ee', cloths: ['#d9678c', '#84996f', '#f3c0cb', '#6b3f5c', '#e0b85a'] },
  { ground: '#eef0ea', cloths: ['#1f6b70', '#ee7460', '#7cd0c8', '#14323a', '#f4d97a'] },
  { ground: '#f2edf4', cloths: ['#6b3f8c', '#4682bf', '#b49ccb', '#34327d', '#e79ab0'] },
  { ground: '#f3eedd', cloths: ['#2f7d4a', '#e8792a', '#1f4f35', '#f4d03f', '#9db094'] },
];

/** Prints on cotton; the same light marks go over every colour. */
const PRINTS = ['dots', 'stripes', 'checks', 'plain', 'plain'] as const;

const PRINT_PATTERNS = `<defs><pattern id="dots" width="12" height="12" patternUnits="userSpaceOnUse"><path d="M1.5 3a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0zM7.5 9a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0z" fill="#fff" fill-opacity=".38"/></pattern>
<pattern id="stripes" width="12" height="12" patternUnits="userSpaceOnUse"><path d="M-3 3L3 -3M-3 15L15 -3M9 15L15 9" stroke="#fff" stroke-opacity=".3" stroke-width="3"/></pattern>
<pattern id="checks" width="12" height="12" patternUnits="userSpaceOnUse"><path d="M0 0h6v12h-6zM0 0h12v6h-12z" fill="#fff" fill-opacity=".16"/></pattern></defs>`;

/** One of the cloths, cut from a printed bolt. */
function cloth({ palette, random }: QuiltScene, index: number): Cloth {
  const print = random.pick(PRINTS);
  return {
    colour: [...palette.cloths, palette.ground][index] ?? palette.ground,
    print: print === 'plain' ? undefined : print,
  };
}

function hexagon(x: number, y: number, radius: number): Point[] {
  return Array.from({ length: 6 }, (_, index): Point => {
    const angle = ((index + 0.5) * Math.PI) / 3;
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius];
  });
}

/** Step to the centre of the rosette from each of its seven places. */
const HEART_OF = [
  [0, 0],
  [-1, 0],
  [0, 1],
  [-1, 1],
  [1, -1],
  [0, -1],
  [1, 0],
] as const;

/** Rosettes of seven hexagons tile the plane; a hexagon's place modulo seven says whether it is a centre. */
function hexagonFlowers(scene: QuiltScene, top: Patchwork): void {
  const { width, height, random } = scene;
  const radius = Math.min(width, height) / random.between(17, 21);
  const step = radius * Math.sqrt(3);
  const flowers = new Map<string, number>();
  for (let row = -1; row * radius * 1.5 < height + radius * 2; row += 1) {
    for (let column = -1; column * step < width + step * 2; column += 1) {
      const q = column - Math.floor(row / 2);
      const place = (((q + 5 * row) % 7) + 7) % 7;
      const [dq, dr] = cyclic(HEART_OF, place);
      const key = `${q + dq}/${row + dr}`;
      const colour = flowers.get(key) ?? random.pick([0, 0, 1, 1, 2, 3, GROUND]);
      flowers.set(key, colour);
      const [x, y] = [(column + (row % 2 === 0 ? 0 : 0.5)) * step, row * radius * 1.5];
      top.sew(hexagon(x, y, radius), cloth(scene, place === 0 ? 4 : colour));
    }
  }
}

function blocks(scene: QuiltScene, top: Patchwork): void {
  const { width, height, motif, random } = scene;
  const columns = random.integer(4, 5);
  const border = width * 0.045;
  const size = (width - border * 2) / columns;
  const rows = Math.floor((height - border * 1.5) / size);
  const block = motif === 'log-cabin' ? logCabin : motif === 'flying-geese' ? flyingGeese : eightPointStar;
  for (let place = 0; place < columns * rows; place += 1) {
    const [column, row] = [place % columns, Math.floor(place / columns)];
    const [x, y] = [border + column * size, (height - rows * size) / 2 + row * size];
    const turn =
      motif === 'log-cabin' ? (column + row * 3) % 4 : motif === 'flying-geese' ? random.integer(0, 3) : 0;
    const prints = [0, 1, 2, 3, 4, GROUND].map((index) => cloth(scene, index));
    block({
      order: [...random.shuffled([0, 1]), ...random.shuffled([2, 3, 4])],
      sew: (corners, index) => {
        const placed = corners.map(([across, down]): Point => {
          const turned = [across, 1 - down, 1 - across, down];
          return [x + cyclic(turned, turn) * size, y + cyclic(turned, turn + 3) * size];
        });
        top.sew(placed, cyclic(prints, index));
      },
    });
  }
}

function paint(scene: QuiltScene): string {
  const { width, height, motif, palette } = scene;
  const top = new Patchwork();
  if (motif === 'hexagon-flowers') hexagonFlowers(scene, top);
  else blocks(scene, top);
  const weave = paperGrain(width, height, {
    tint: [0.1, 0.08, 0.06],
    strength: 0.09,
    scale: '0.7 0.25',
    seed: 51,
  });
  const puff = `<linearGradient id="puff" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".13"/><stop offset="1" stop-color="#000" stop-opacity=".12"/></linearGradient>`;
  return `${PRINT_PATTERNS}<rect width="${width}" height="${height}" fill="${palette.cloths[0]}"/><rect width="${width}" height="${height}" fill="url(#dots)"/>${top.print(palette.cloths[3], palette.ground)}
${puff}<rect width="${width}" height="${height}" fill="url(#puff)"/>${weave}`;
}

/** Patchwork of printed cottons with visible stitches. */
export const quilt = defineStyle({
  name: 'quilt',
  words: quiltWords,
  motifs: ['log-cabin', 'flying-geese', 'eight-point-stars', 'hexagon-flowers'],
  palettes,
  formats: [
    [640, 640],
    [560, 700],
    [600, 750],
    [600, 600],
  ],
  namedColours: (palette) => [palette.cloths[0], palette.cloths[1]],
  paint,
});
