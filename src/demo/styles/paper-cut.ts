import { defineStyle } from '../define-style.js';
import { mixColours, shiftLightness } from '../drawing/colour.js';
import { gradientNoise } from '../drawing/gradient-noise.js';
import type { Noise } from '../drawing/gradient-noise.js';
import { paperGrain } from '../drawing/paper-grain.js';
import { pineTree } from '../drawing/pine-tree.js';
import { ridgeLine } from '../drawing/ridge-line.js';
import { px, smoothPath, straightPath } from '../drawing/svg-path.js';
import type { Point } from '../drawing/svg-path.js';
import { balloons, birds, kites } from '../motifs/paper-cut/fliers.js';
import type { Palette, PaperScene } from '../motifs/paper-cut/scene.js';
import { crestSheet, sheet } from '../motifs/paper-cut/sheet.js';
import { sea } from '../motifs/paper-cut/whale-sea.js';
import { paperWords } from '../words/paper-cut.js';
import type { PaperMotif } from '../words/paper-cut.js';

const palettes: readonly Palette[] = [
  { sky: '#cfe3ea', far: '#9fc3a8', near: '#2a5f45', scraps: ['#dd3a2e', '#f4d03f', '#f4f4f2'] },
  { sky: '#f8dcc0', far: '#f0a878', near: '#7a2f36', scraps: ['#2a8285', '#fbf3dd', '#d9ad3c'] },
  { sky: '#d9d6ee', far: '#a9a3d6', near: '#2f2d72', scraps: ['#f29a45', '#f3c0cb', '#fbf3dd'] },
  { sky: '#dff0ea', far: '#7cc9bf', near: '#12505a', scraps: ['#ee7460', '#f4d97a', '#fdf8ee'] },
  { sky: '#f6ead0', far: '#d8b878', near: '#5a4622', scraps: ['#1f4f93', '#c8432c', '#fbf3dd'] },
  { sky: '#26304f', far: '#4a5a96', near: '#131a30', scraps: ['#f4d03f', '#e79ab0', '#f2e6c9'] },
];

function sun({ width, height, palette, random }: PaperScene): string {
  const radius = Math.min(width, height) * random.between(0.1, 0.14);
  const [x, y] = [width * random.between(0.2, 0.8), height * random.between(0.2, 0.32)];
  const disc = (size: number): string =>
    smoothPath(
      Array.from({ length: 24 }, (_, index): Point => [
        x + Math.cos((index * Math.PI) / 12) * size,
        y + Math.sin((index * Math.PI) / 12) * size,
      ]),
      true,
    );
  return (
    sheet(disc(radius * 1.9), mixColours(palette.sky, palette.scraps[1], 0.25)) +
    sheet(disc(radius * 1.4), mixColours(palette.sky, palette.scraps[1], 0.5)) +
    sheet(disc(radius), palette.scraps[1])
  );
}

function cloud({ random }: PaperScene, x: number, y: number, wide: number, colour: string): string {
  const bumps = random.integer(3, 5);
  let path = `M${px(x)} ${px(y)}`;
  for (let bump = 0; bump < bumps; bump += 1) {
    const step = wide / bumps;
    const rise = step * (bump === 0 || bump === bumps - 1 ? 0.45 : random.between(0.6, 0.8));
    path += `a${px(step / 2)} ${px(rise)} 0 0 1 ${px(step)} 0`;
  }
  return sheet(`${path}Z`, colour, 0.7);
}

function clouds(scene: PaperScene): string {
  const { width, height, palette, random } = scene;
  return Array.from({ length: random.integer(3, 5) }, () =>
    cloud(
      scene,
      random.between(-0.1, 0.85) * width,
      random.between(0.08, 0.42) * height,
      random.between(70, 170),
      mixColours(palette.sky, '#ffffff', random.between(0.35, 0.8)),
    ),
  ).join('');
}

/** Fields carry furrows, the forest carries trees, hills stay bare. */
function land(scene: PaperScene, noise: Noise): string {
  const { width, height, motif, palette, random } = scene;
  return [0, 1, 2, 3, 4]
    .map((row) => {
      const line = ridgeLine(noise, width, {
        level: height * (0.56 + row * 0.095),
        swing: height * 0.1,
        length: width * 0.5,
        sharpness: 0,
        row,
      });
      const colour = mixColours(palette.far, palette.near, row / 4);
      const base = crestSheet(line, height, colour);
      if (motif === 'kites-over-fields') {
        const furrows = [9, 20, 33, 48].map((down) =>
          straightPath(line.map(([x, y]): Point => [x, y + down])),
        );
        return `${base}<path d="${furrows.join('')}" fill="none" stroke="${shiftLightness(colour, row % 2 === 0 ? 0.07 : -0.06)}" stroke-width="3.2" stroke-dasharray="${row % 2 === 0 ? '1 0' : '26 7'}"/>`;
      }
      if (motif !== 'birds-over-forest') return base;
      let trees = '';
      for (let index = 1; index < line.length; index += random.integer(4, 8)) {
        const [x, y] = line[index] ?? [0, 0];
        trees += pineTree(random, x, y + 6, height * random.between(0.06, 0.1) * (0.7 + row * 0.22));
      }
      return sheet(trees, colour, 0.5) + base;
    })
    .join('');
}

function paint(scene: PaperScene): string {
  const { width, height, motif, palette, random } = scene;
  const noise = gradientNoise(random);
  const fliers: Record<PaperMotif, (scene: PaperScene) => string> = {
    'kites-over-fields': kites,
    'birds-over-forest': birds,
    balloons,
    whale: () => '',
  };
  const ground = motif === 'whale' ? sea(scene, noise) : land(scene, noise);
  const aloft = fliers[motif](scene);
  const fibre = paperGrain(width, height, { tint: [0.1, 0.1, 0.12], strength: 0.07, scale: 0.4, seed: 61 });
  // Kite strings reach down into the fields, so kites lie on top; everything else flies behind the land.
  const layers = motif === 'kites-over-fields' ? ground + aloft : aloft + ground;
  return `<rect width="${width}" height="${height}" fill="${palette.sky}"/>${sun(scene)}${clouds(scene)}${layers}${fibre}`;
}

/** Sheets of coloured paper, one behind the other, with their shadows. */
export const paperCut = defineStyle({
  name: 'paper-cut',
  words: paperWords,
  motifs: ['kites-over-fields', 'birds-over-forest', 'balloons', 'whale'],
  palettes,
  formats: [
    [768, 512],
    [720, 540],
    [560, 700],
    [640, 640],
    [512, 682],
  ],
  namedColours: (palette) => [palette.near, palette.scraps[0]],
  paint,
});
