import { mixColours } from '../../drawing/colour.js';
import { px } from '../../drawing/svg-path.js';
import type { Point } from '../../drawing/svg-path.js';
import { dust, ring } from './engraving.js';
import type { StarScene } from './scene.js';

/** The lit part of the moon; `phase` 0 new, 0.5 full, 1 new again. */
function moon(scene: StarScene, [x, y]: Point, radius: number, phase: number): string {
  const { palette } = scene;
  const bulge = Math.cos(phase * 2 * Math.PI) * radius;
  const waxing = phase < 0.5;
  const limb = `A${px(radius)} ${px(radius)} 0 0 ${waxing ? 1 : 0} ${px(x)} ${px(y + radius)}`;
  const inward = waxing === bulge > 0 ? 0 : 1;
  const terminator = `A${px(Math.abs(bulge))} ${px(radius)} 0 0 ${inward} ${px(x)} ${px(y - radius)}`;
  const lit =
    phase === 0
      ? ''
      : `<path d="M${px(x)} ${px(y - radius)}${limb}${terminator}Z" fill="${palette.line}" stroke="none"/>`;
  const seas = [
    [-0.3, -0.2, 0.24],
    [0.25, 0.1, 0.3],
    [-0.1, 0.45, 0.17],
    [0.35, -0.45, 0.13],
  ] as const;
  const craters = seas.map(
    ([dx, dy, size]) =>
      `<circle cx="${px(x + dx * radius)}" cy="${px(y + dy * radius)}" r="${px(size * radius)}"/>`,
  );
  return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius)}" fill="${mixColours(palette.night, palette.glow, 0.35)}" stroke="${palette.line}" stroke-width="1.3"/>${lit}<g fill="${palette.night}" fill-opacity=".13" stroke="none">${craters.join('')}</g>`;
}

export function moonPhases(scene: StarScene): string {
  const { width, height, palette, random } = scene;
  const unit = Math.min(width, height);
  const centre: Point = [width / 2, height / 2];
  const orbit = unit * 0.335;
  const start = random.integer(0, 7);
  const phases = Array.from({ length: 8 }, (_, index) => {
    const angle = (index / 8) * Math.PI * 2 - Math.PI / 2;
    return moon(
      scene,
      [centre[0] + Math.cos(angle) * orbit, centre[1] + Math.sin(angle) * orbit],
      unit * 0.064,
      ((index + start) % 8) / 8,
    );
  });
  const rays = Array.from({ length: 48 }, (_, index) => {
    const angle = (index * Math.PI) / 24;
    const [near, far] = [unit * 0.17, unit * (index % 2 === 0 ? 0.255 : 0.21)];
    return `M${px(centre[0] + Math.cos(angle) * near)} ${px(centre[1] + Math.sin(angle) * near)}L${px(centre[0] + Math.cos(angle) * far)} ${px(centre[1] + Math.sin(angle) * far)}`;
  });
  return `${dust(scene, 240)}<circle cx="${px(centre[0])}" cy="${px(centre[1])}" r="${px(unit * 0.46)}" fill="url(#glow)"/>
<g stroke="${palette.line}" fill="none">${ring(centre, orbit, 1, 'stroke-dasharray="2 5"')}${ring(centre, unit * 0.425, 1.2)}${ring(centre, unit * 0.438, 2.6)}<path d="${rays.join('')}" stroke-width="1.5"/></g>
${phases.join('')}${moon(scene, centre, unit * 0.145, 0.5)}`;
}
