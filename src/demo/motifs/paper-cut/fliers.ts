import { shiftLightness } from '../../drawing/colour.js';
import { cyclic } from '../../drawing/cyclic.js';
import { flyingBird } from '../../drawing/flying-bird.js';
import { px, smoothPath, straightPath } from '../../drawing/svg-path.js';
import type { Point } from '../../drawing/svg-path.js';
import type { PaperScene } from './scene.js';
import { sheet } from './sheet.js';

function kite(scene: PaperScene, x: number, y: number, size: number, tint: number): string {
  const { palette, random } = scene;
  const turn = random.integer(-32, 32);
  const [first, second] = [cyclic(palette.scraps, tint), cyclic(palette.scraps, tint + 1)];
  const diamond = straightPath(
    [
      [0, -size],
      [size * 0.62, -size * 0.1],
      [0, size * 1.05],
      [-size * 0.62, -size * 0.1],
    ],
    true,
  );
  const half = straightPath(
    [
      [0, -size],
      [size * 0.62, -size * 0.1],
      [0, size * 1.05],
    ],
    true,
  );
  const tail = Array.from({ length: 5 }, (_, index): Point => [
    Math.sin(index * 1.3) * size * 0.28,
    size * (1.05 + index * 0.42),
  ]);
  const bows = tail
    .slice(1)
    .map(
      ([bx, by]) => `<path d="M${px(bx)} ${px(by)}l-6 -4v8zM${px(bx)} ${px(by)}l6 -4v8z" fill="${second}"/>`,
    );
  return `<g transform="translate(${px(x)} ${px(y)}) rotate(${turn})"><path d="${smoothPath(tail)}" fill="none" stroke="${shiftLightness(palette.near, 0.1)}" stroke-width="1.3"/>${bows.join('')}${sheet(diamond, first)}<path d="${half}" fill="${second}"/></g>`;
}

export function kites(scene: PaperScene): string {
  const { width, height, palette, random } = scene;
  const count = random.integer(3, 5);
  return random
    .shuffled(Array.from({ length: count }, (_, index) => index))
    .map((place, tint) => {
      const [x, y] = [
        width * ((place + 0.5) / count + random.wobble() * 0.05),
        height * random.between(0.16, 0.42),
      ];
      const string = `M${px(x)} ${px(y)}Q${px(x + random.between(-60, 60))} ${px(height * 0.6)} ${px(x + random.between(-90, 90))} ${px(height * 0.92)}`;
      return `<path d="${string}" fill="none" stroke="${palette.near}" stroke-opacity=".55" stroke-width="1"/>${kite(scene, x, y, Math.min(width, height) * random.between(0.065, 0.095), tint)}`;
    })
    .join('');
}

function balloon(scene: PaperScene, x: number, y: number, size: number, tint: number): string {
  const { palette } = scene;
  const at = (dx: number, dy: number): Point => [x + dx * size, y + dy * size];
  const envelope = (wide: number): string =>
    smoothPath(
      [
        at(0, -1),
        at(wide * 0.72, -0.72),
        at(wide, 0),
        at(wide * 0.56, 0.72),
        at(0, 1.05),
        at(-wide * 0.56, 0.72),
        at(-wide, 0),
        at(-wide * 0.72, -0.72),
      ],
      true,
    );
  const [first, second] = [cyclic(palette.scraps, tint), cyclic(palette.scraps, tint + 1)];
  const basket = straightPath([at(-0.17, 1.32), at(0.17, 1.32), at(0.13, 1.58), at(-0.13, 1.58)], true);
  const ropes = `M${px(x - size * 0.26)} ${px(y + size * 0.85)}L${px(x - size * 0.15)} ${px(y + size * 1.32)}M${px(x + size * 0.26)} ${px(y + size * 0.85)}L${px(x + size * 0.15)} ${px(y + size * 1.32)}`;
  return `<path d="${ropes}" stroke="${palette.near}" stroke-width="1.4"/>${sheet(basket, palette.near, 0.5)}${sheet(envelope(0.86), first)}<path d="${envelope(0.56)}" fill="${second}"/><path d="${envelope(0.24)}" fill="${first}"/>`;
}

export function balloons(scene: PaperScene): string {
  const { width, height, random } = scene;
  const count = random.integer(3, 4);
  const unit = Math.min(width, height);
  return Array.from({ length: count }, (_, index) =>
    balloon(
      scene,
      width * ((index + 0.5) / count + random.wobble() * 0.06),
      height * (index % 2 === 0 ? random.between(0.18, 0.28) : random.between(0.36, 0.46)),
      unit * random.between(0.075, 0.125),
      index,
    ),
  ).join('');
}

export function birds(scene: PaperScene): string {
  const { width, height, palette, random } = scene;
  return Array.from({ length: random.integer(7, 11) }, (_, index) =>
    sheet(
      flyingBird(
        width * random.between(0.08, 0.92),
        height * random.between(0.1, 0.46),
        random.between(44, 88),
        random.between(-0.3, 1),
      ),
      cyclic(palette.scraps, index % 3 === 0 ? 2 : 0),
      0.8,
    ),
  ).join('');
}
