import { defineStyle } from '../define-style.js';
import { mixColours, shiftLightness } from '../drawing/colour.js';
import { flyingBird } from '../drawing/flying-bird.js';
import { paperGrain } from '../drawing/paper-grain.js';
import { px, smoothPath } from '../drawing/svg-path.js';
import type { Point } from '../drawing/svg-path.js';
import { bamboo } from '../motifs/ink-branches/bamboo.js';
import { grow } from '../motifs/ink-branches/limbs.js';
import type { Limb } from '../motifs/ink-branches/limbs.js';
import type { InkScene, Palette } from '../motifs/ink-branches/scene.js';
import { inkWords } from '../words/ink-branches.js';
import type { InkMotif } from '../words/ink-branches.js';

const palettes: readonly Palette[] = [
  { paper: '#f3ecdc', ink: '#1d1c1e', accent: '#c22f36' },
  { paper: '#efe9e1', ink: '#20233a', accent: '#d9678c' },
  { paper: '#f5efd9', ink: '#2a231d', accent: '#d8a43a' },
  { paper: '#eceee9', ink: '#1c1d20', accent: '#4a7fb5' },
  { paper: '#f4e6cf', ink: '#251d1b', accent: '#dd6a38' },
  { paper: '#e9ede2', ink: '#191c1a', accent: '#4f9a55' },
];

function blossom(scene: InkScene, [x, y]: Point): string {
  const { palette, random } = scene;
  const size = random.between(5, 10.5);
  const turn = random.between(0, 72);
  const colour = mixColours(palette.accent, palette.paper, random.between(0, 0.45));
  const petals = Array.from({ length: 5 }, (_, index) => {
    const angle = ((turn + index * 72) * Math.PI) / 180;
    const [cx, cy] = [x + Math.cos(angle) * size * 0.62, y + Math.sin(angle) * size * 0.62];
    return `<circle cx="${px(cx)}" cy="${px(cy)}" r="${px(size * 0.52)}"/>`;
  });
  return `<g fill="${colour}" fill-opacity=".82">${petals.join('')}</g><circle cx="${px(x)}" cy="${px(y)}" r="${px(size * 0.2)}" fill="${palette.ink}" fill-opacity=".75"/>`;
}

function blossomBranch(scene: InkScene): string {
  const { width, height, palette, random } = scene;
  const tips: Point[] = [];
  const limb: Limb = {
    from: [-20, height * random.between(0.72, 0.95)],
    angle: -random.between(0.45, 0.75),
    length: Math.hypot(width, height) * 0.27,
    thickness: Math.min(width, height) * 0.052,
  };
  const wood = grow(scene, limb, 4, tips);
  const flowers = random
    .shuffled(tips)
    .slice(0, 64)
    .map((tip) => blossom(scene, tip));
  const fallen = Array.from({ length: 7 }, () => {
    const [x, y] = [random.between(0.3, 0.95) * width, random.between(0.55, 0.95) * height];
    return `<ellipse cx="${px(x)}" cy="${px(y)}" rx="4.6" ry="2.8" transform="rotate(${random.integer(0, 180)} ${px(x)} ${px(y)})" fill="${palette.accent}" fill-opacity=".6"/>`;
  });
  return `<path d="${wood}" fill="${palette.ink}"/>${flowers.join('')}${fallen.join('')}`;
}

function bareTree(scene: InkScene): string {
  const { width, height, palette, random } = scene;
  const ground = height * 0.88;
  const limb: Limb = {
    from: [width * random.between(0.35, 0.65), ground + 6],
    angle: -Math.PI / 2 + random.wobble() * 0.12,
    length: height * 0.24,
    thickness: Math.min(width, height) * 0.062,
  };
  const wood = grow(scene, limb, 6, []);
  const hill: Point[] = Array.from({ length: 9 }, (_, index) => [
    (width * index) / 8,
    ground + random.wobble() * 7,
  ]);
  const flock = Array.from({ length: random.integer(6, 11) }, () =>
    flyingBird(
      random.between(0.06, 0.94) * width,
      random.between(0.08, 0.4) * height,
      random.between(15, 30),
      random.wobble(),
    ),
  );
  return `<path d="${smoothPath(hill)}L${width} ${height}L0 ${height}Z" fill="url(#ground)"/>
<circle cx="${px(width * random.between(0.2, 0.8))}" cy="${px(height * random.between(0.22, 0.4))}" r="${px(Math.min(width, height) * 0.13)}" fill="${palette.accent}" fill-opacity=".85"/>
<path d="${wood}" fill="${palette.ink}"/><path d="${flock.join('')}" fill="${palette.ink}"/>`;
}

function willowAndMoon(scene: InkScene): string {
  const { width, height, palette, random } = scene;
  const radius = Math.min(width, height) * random.between(0.2, 0.27);
  const tips: Point[] = [];
  const limb: Limb = {
    from: [width * random.between(0.02, 0.16), height + 10],
    angle: -Math.PI / 2 + 0.3,
    length: height * 0.36,
    thickness: Math.min(width, height) * 0.07,
  };
  const wood = grow(scene, limb, 4, tips);
  const strands = random
    .shuffled(tips)
    .slice(0, 70)
    .map(([x, y]) => {
      const fall = height * random.between(0.16, 0.5);
      const sway = random.between(8, 34);
      return smoothPath([
        [x, y],
        [x + sway * 0.7, y + fall * 0.35],
        [x + sway, y + fall * 0.7],
        [x + sway * 0.8, y + fall],
      ]);
    });
  return `<circle cx="${px(width * random.between(0.55, 0.7))}" cy="${px(height * random.between(0.3, 0.42))}" r="${px(radius)}" fill="${palette.accent}" fill-opacity=".8"/>
<path d="${wood}" fill="${palette.ink}"/><path d="${strands.join('')}" fill="none" stroke="${palette.ink}" stroke-opacity=".7" stroke-width="1.5" stroke-dasharray="9 2.4 6 2" stroke-linecap="round"/>`;
}

/** The painter's seal: a small square with a carved cross-path, no letters. */
function seal({ width, height, palette, random }: InkScene): string {
  const size = Math.min(width, height) * 0.052;
  const [x, y] = [width - size * 2.1, height - size * 2.2];
  const cut = `M${px(x + size * 0.25)} ${px(y + size * 0.3)}h${px(size * 0.5)}M${px(x + size * 0.5)} ${px(y + size * 0.2)}v${px(size * 0.6)}M${px(x + size * 0.25)} ${px(y + size * 0.7)}h${px(size * 0.5)}`;
  return `<g transform="rotate(${px(random.wobble() * 3)} ${px(x)} ${px(y)})"><rect x="${px(x)}" y="${px(y)}" width="${px(size)}" height="${px(size)}" rx="3" fill="${palette.accent}"/><path d="${cut}" stroke="${palette.paper}" stroke-width="2.2" fill="none"/></g>`;
}

function washes({ width, height, palette, random }: InkScene): string {
  const clouds = Array.from({ length: 7 }, () => {
    const [x, y] = [random.between(0, width), random.between(0, height)];
    return `<ellipse cx="${px(x)}" cy="${px(y)}" rx="${px(random.between(90, 240))}" ry="${px(random.between(40, 120))}" fill="url(#mist)"/>`;
  });
  return `<defs><radialGradient id="mist"><stop offset="0" stop-color="${palette.ink}" stop-opacity=".1"/><stop offset="1" stop-color="${palette.ink}" stop-opacity="0"/></radialGradient>
<linearGradient id="ground" x2="0" y2="1"><stop offset="0" stop-color="${palette.ink}" stop-opacity=".55"/><stop offset="1" stop-color="${palette.ink}" stop-opacity=".02"/></linearGradient></defs>
<rect width="${width}" height="${height}" fill="${palette.paper}"/>${clouds.join('')}`;
}

function paint(scene: InkScene): string {
  const { width, height, motif, palette } = scene;
  const subjects: Record<InkMotif, (scene: InkScene) => string> = {
    'blossom-branch': blossomBranch,
    'bare-tree': bareTree,
    bamboo,
    'willow-and-moon': willowAndMoon,
  };
  const fibres = paperGrain(width, height, {
    tint: [0.45, 0.38, 0.25],
    strength: 0.1,
    scale: '0.08 0.3',
    seed: 5,
  });
  const rim = shiftLightness(palette.paper, -0.1);
  return `${washes(scene)}${fibres}${subjects[motif](scene)}${seal(scene)}
<rect x="1.5" y="1.5" width="${width - 3}" height="${height - 3}" fill="none" stroke="${rim}" stroke-width="3"/>`;
}

/** Brush and ink with one colour, on fibrous paper. */
export const inkBranches = defineStyle({
  name: 'ink-branches',
  words: inkWords,
  motifs: ['blossom-branch', 'bare-tree', 'bamboo', 'willow-and-moon'],
  palettes,
  formats: [
    [512, 768],
    [560, 700],
    [640, 640],
    [512, 720],
    [720, 540],
  ],
  namedColours: (palette) => [palette.ink, palette.accent],
  paint,
});
