import { defineStyle } from '../define-style.js';
import { shiftLightness } from '../drawing/colour.js';
import { paperGrain } from '../drawing/paper-grain.js';
import { px, smoothPath } from '../drawing/svg-path.js';
import type { Point } from '../drawing/svg-path.js';
import { daisy, poppy, tulip } from '../motifs/botanical/flower-heads.js';
import { inked, leaf, stem } from '../motifs/botanical/pen-and-wash.js';
import type { BotanicalScene, Palette } from '../motifs/botanical/scene.js';
import { botanicalWords } from '../words/botanical.js';

const palettes: readonly Palette[] = [
  { paper: '#faf4e6', flower: '#c8202c', leaf: '#4f7f55', heart: '#2b2230' },
  { paper: '#f8f3e8', flower: '#e8792a', leaf: '#6f7136', heart: '#4a3020' },
  { paper: '#f7f2ea', flower: '#d9678c', leaf: '#84997f', heart: '#d9ad3c' },
  { paper: '#f5f3ea', flower: '#4682bf', leaf: '#2f6b4f', heart: '#e0b85a' },
  { paper: '#faf3df', flower: '#e3b62f', leaf: '#4f9a55', heart: '#6b4a2f' },
  { paper: '#f6f1ec', flower: '#84589f', leaf: '#2a8285', heart: '#e0b85a' },
];

/** Leaves of one plant: two long blades for a tulip, small ones up the stem for the others. */
function leaves(scene: BotanicalScene, line: readonly Point[], mirrored: boolean): string {
  const { width, height, motif, random } = scene;
  const tulips = motif === 'tulips';
  return line
    .slice(1, tulips ? 3 : 4)
    .map((place, index) => {
      const side = (index % 2 === 0) === mirrored ? 1 : -1;
      const angle = -Math.PI / 2 + side * random.between(0.35, tulips ? 0.6 : 1.05);
      return tulips
        ? leaf(scene, place, angle, height * random.between(0.24, 0.38), 26)
        : leaf(
            scene,
            place,
            angle,
            Math.min(width, height) * random.between(0.12, 0.2),
            random.between(11, 20),
          );
    })
    .join('');
}

function flowers(scene: BotanicalScene): string {
  const { width, height, motif, random } = scene;
  const tulips = motif === 'tulips';
  const count = random.integer(4, tulips ? 6 : 7);
  const bloom = tulips ? tulip : motif === 'poppies' ? poppy : daisy;
  const order = random.shuffled(Array.from({ length: count }, (_, index) => index));
  const plants = order.map((place) => {
    const share = (place + 0.5) / count;
    const size =
      Math.min(width, height) * (tulips ? random.between(0.095, 0.12) : random.between(0.085, 0.125));
    const tall = place % 2 === 0 ? random.between(0.19, 0.34) : random.between(0.38, 0.56);
    const head: Point = [width * (0.1 + 0.8 * share) + random.wobble() * 16, height * tall];
    const { svg, line } = stem(scene, [width * (0.38 + 0.24 * share), height * 0.97], head, tulips ? 7 : 4.6);
    return { green: svg + leaves(scene, line, place % 2 !== 0), flower: bloom(scene, head, size) };
  });
  // All the green first, so that no leaf crosses a flower.
  return plants.map(({ green }) => green).join('') + plants.map(({ flower }) => flower).join('');
}

/** A berry on its stalk, with a highlight. */
function berry(scene: BotanicalScene, knot: Point, [x, y]: Point, radius: number): string {
  const { palette } = scene;
  const corners: readonly Point[] = [
    [x - radius, y],
    [x, y - radius],
    [x + radius, y],
    [x, y + radius],
  ];
  const stalk = `M${px(knot[0])} ${px(knot[1])}Q${px(x)} ${px(knot[1])} ${px(x)} ${px(y)}`;
  return `<path d="${stalk}" fill="none" stroke="${shiftLightness(palette.leaf, -0.16)}" stroke-width="1.4"/>${inked(scene, smoothPath(corners, true), palette.flower, 0.9)}
<circle cx="${px(x - radius * 0.3)}" cy="${px(y - radius * 0.35)}" r="${px(radius * 0.22)}" fill="${palette.paper}"/>`;
}

function berryBranch(scene: BotanicalScene): string {
  const { width, height, random } = scene;
  const unit = Math.min(width, height);
  const foot: Point = [width * random.between(0.3, 0.42), height * 0.95];
  const { svg, line } = stem(scene, foot, [width * random.between(0.56, 0.7), height * 0.12], 6);
  const knots = line.flatMap((from, index): Point[] => {
    const to = line[index + 1];
    return to === undefined ? [from] : [from, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]];
  });
  const sprigs = knots.slice(1).map((knot, index) => {
    const side = index % 2 === 0 ? -1 : 1;
    const long = unit * random.between(0.24, 0.33) * (1 - index * 0.035);
    const large = leaf(scene, knot, -Math.PI / 2 + side * random.between(0.7, 1.1), long, unit * 0.085);
    const turn = -Math.PI / 2 - side * random.between(0.55, 0.95);
    const small = leaf(scene, knot, turn, unit * random.between(0.15, 0.23), unit * 0.06);
    const berries = Array.from({ length: random.integer(2, 4) }, () => {
      const place: Point = [knot[0] + side * random.between(14, 52), knot[1] + random.between(4, 44)];
      return berry(scene, knot, place, unit * random.between(0.017, 0.026));
    });
    return large + small + berries.join('');
  });
  return svg + sprigs.join('');
}

function paint(scene: BotanicalScene): string {
  const { width, height, motif, palette, random } = scene;
  const stains = Array.from(
    { length: 5 },
    () =>
      `<ellipse cx="${px(random.between(0, width))}" cy="${px(random.between(0, height))}" rx="${px(random.between(90, 220))}" ry="${px(random.between(70, 180))}" fill="url(#stain)"/>`,
  );
  const grain = paperGrain(width, height, { tint: [0.5, 0.4, 0.22], strength: 0.07, scale: 0.3, seed: 11 });
  return `<radialGradient id="stain"><stop offset="0" stop-color="${palette.leaf}" stop-opacity=".12"/><stop offset="1" stop-color="${palette.leaf}" stop-opacity="0"/></radialGradient>
<rect width="${width}" height="${height}" fill="${palette.paper}"/>${stains.join('')}${grain}${motif === 'berry-branch' ? berryBranch(scene) : flowers(scene)}
<rect x="14" y="14" width="${width - 28}" height="${height - 28}" fill="none" stroke="${palette.heart}" stroke-opacity=".4" stroke-width="1.2"/>`;
}

/** Pen line with a loose wash, one plant to a plate. */
export const botanical = defineStyle({
  name: 'botanical',
  words: botanicalWords,
  motifs: ['poppies', 'tulips', 'daisies', 'berry-branch'],
  palettes,
  formats: [
    [512, 704],
    [560, 700],
    [576, 720],
    [640, 640],
    [512, 768],
  ],
  namedColours: (palette) => [palette.flower, palette.leaf],
  paint,
});
