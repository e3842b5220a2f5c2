import { mixColours, shiftLightness } from '../../drawing/colour.js';
import { px, smoothPath } from '../../drawing/svg-path.js';
import type { Point } from '../../drawing/svg-path.js';
import { inked } from './pen-and-wash.js';
import type { BotanicalScene } from './scene.js';

/** One petal: a rounded fan from the centre. `spread` is its half angle in radians. */
function petal([x, y]: Point, angle: number, long: number, spread: number, notch: number): string {
  const at = (turn: number, reach: number): Point => [
    x + Math.cos(angle + turn) * reach,
    y + Math.sin(angle + turn) * reach,
  ];
  return smoothPath(
    [
      at(0, long * 0.06),
      at(-spread * 0.9, long * 0.55),
      at(-spread * 0.72, long * 0.94),
      at(0, long * notch),
      at(spread * 0.72, long * 0.94),
      at(spread * 0.9, long * 0.55),
    ],
    true,
  );
}

function veins(scene: BotanicalScene, [x, y]: Point, angle: number, long: number, spread: number): string {
  const { palette, random } = scene;
  const lines = [-0.6, -0.3, 0, 0.3, 0.6].map((share) => {
    const turn = angle + share * spread;
    const reach = long * random.between(0.55, 0.82);
    return `M${px(x + Math.cos(turn) * long * 0.2)} ${px(y + Math.sin(turn) * long * 0.2)}L${px(x + Math.cos(turn) * reach)} ${px(y + Math.sin(turn) * reach)}`;
  });
  return `<path d="${lines.join('')}" stroke="${shiftLightness(palette.flower, -0.16)}" stroke-width=".8" stroke-opacity=".6" fill="none"/>`;
}

export function poppy(scene: BotanicalScene, head: Point, size: number): string {
  const { palette, random } = scene;
  const turn = random.between(0, Math.PI);
  const petals = [0, 2, 1, 3].map((quarter) => {
    const angle = turn + (quarter * Math.PI) / 2 + random.wobble() * 0.2;
    const long = size * random.between(0.9, 1.1);
    const colour = mixColours(palette.flower, palette.paper, random.between(0, 0.3));
    return (
      inked(scene, petal(head, angle, long, 0.95, random.between(0.9, 1.04)), colour, 0.8) +
      veins(scene, head, angle, long, 0.8)
    );
  });
  const stamens = Array.from({ length: 24 }, (_, index) => {
    const angle = (index / 24) * Math.PI * 2;
    const reach = size * random.between(0.26, 0.36);
    return `<circle cx="${px(head[0] + Math.cos(angle) * reach)}" cy="${px(head[1] + Math.sin(angle) * reach)}" r="1.7"/>`;
  });
  return `${petals.join('')}<g fill="${palette.heart}">${stamens.join('')}<circle cx="${px(head[0])}" cy="${px(head[1])}" r="${px(size * 0.15)}"/></g>`;
}

export function tulip(scene: BotanicalScene, [x, y]: Point, size: number): string {
  const { palette, random } = scene;
  const cup = size * 1.5;
  const side = (turn: number): string => {
    const at = (dx: number, dy: number): Point => [x + turn * dx * size, y - dy * cup];
    return smoothPath(
      [at(0.02, -0.04), at(0.52, 0.12), at(0.66, 0.55), at(0.5, 1.02), at(0.22, 0.72), at(-0.04, 0.3)],
      true,
    );
  };
  const middle = smoothPath(
    [
      [x, y + cup * 0.05],
      [x - size * 0.36, y - cup * 0.3],
      [x - size * 0.28, y - cup * 0.72],
      [x, y - cup * 1.04],
      [x + size * 0.28, y - cup * 0.72],
      [x + size * 0.36, y - cup * 0.3],
    ],
    true,
  );
  const deep = mixColours(palette.flower, palette.heart, 0.18);
  const streaks = [-0.2, -0.07, 0.07, 0.2].map(
    (dx) =>
      `M${px(x + dx * size)} ${px(y - cup * 0.1)}Q${px(x + dx * size * 1.6)} ${px(y - cup * 0.45)} ${px(x + dx * size * 0.7)} ${px(y - cup * random.between(0.6, 0.82))}`,
  );
  return `${inked(scene, side(-1), deep, 0.85)}${inked(scene, side(1), deep, 0.85)}${inked(scene, middle, palette.flower, 0.82)}<path d="${streaks.join('')}" fill="none" stroke="${shiftLightness(palette.flower, -0.18)}" stroke-width=".9"/>`;
}

export function daisy(scene: BotanicalScene, head: Point, size: number): string {
  const { palette, random } = scene;
  const count = random.integer(15, 21);
  const petals = Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * Math.PI * 2 + random.wobble() * 0.08;
    const colour = mixColours(palette.flower, palette.paper, random.between(0.05, 0.5));
    return inked(scene, petal(head, angle, size * random.between(0.88, 1.08), 0.2, 1.04), colour, 0.75);
  });
  const florets = Array.from({ length: 40 }, (_, index) => {
    const angle = index * 2.39996;
    const reach = size * 0.043 * Math.sqrt(index);
    return `<circle cx="${px(head[0] + Math.cos(angle) * reach)}" cy="${px(head[1] + Math.sin(angle) * reach)}" r="1.5"/>`;
  });
  return `${petals.join('')}<circle cx="${px(head[0])}" cy="${px(head[1])}" r="${px(size * 0.29)}" fill="${palette.heart}"/><g fill="${shiftLightness(palette.heart, 0.14)}">${florets.join('')}</g>`;
}
