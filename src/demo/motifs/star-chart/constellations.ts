import { px, straightPath } from '../../drawing/svg-path.js';
import type { Point } from '../../drawing/svg-path.js';
import { dust, ring, scale, sparkle } from './engraving.js';
import type { StarScene } from './scene.js';

/** A figure: a chain of stars with a short branch. */
function figure(
  scene: StarScene,
  centre: Point,
  reach: number,
): { readonly lines: string; readonly stars: string } {
  const { random } = scene;
  const count = random.integer(5, 8);
  const turn = random.between(0, Math.PI * 2);
  const chain: Point[] = Array.from({ length: count }, (_, index) => {
    const along = (index / (count - 1) - 0.5) * 2 * reach;
    const side = random.wobble() * reach * 0.75;
    return [
      centre[0] + Math.cos(turn) * along - Math.sin(turn) * side,
      centre[1] + Math.sin(turn) * along + Math.cos(turn) * side,
    ];
  });
  const fork = chain[random.integer(1, count - 2)] ?? centre;
  const twig: Point = [fork[0] + random.wobble() * reach, fork[1] + random.wobble() * reach];
  const stars = [...chain, twig].map(([x, y]) => sparkle(x, y, random.between(5, 11)));
  return { lines: straightPath(chain) + straightPath([fork, twig]), stars: stars.join('') };
}

export function constellations(scene: StarScene): string {
  const { width, height, palette, random } = scene;
  const unit = Math.min(width, height);
  const centre: Point = [width / 2, height / 2];
  const radius = unit * 0.41;
  const figures = [0, 1, 2, 3, 4, 5].map((index) => {
    const angle = (index / 5) * Math.PI * 2 + random.wobble() * 0.2;
    const away = index === 5 ? 0 : radius * 0.6;
    return figure(
      scene,
      [centre[0] + Math.cos(angle) * away, centre[1] + Math.sin(angle) * away],
      radius * 0.24,
    );
  });
  const meridians = Array.from({ length: 12 }, (_, index) => {
    const angle = (index * Math.PI) / 6;
    return `M${px(centre[0])} ${px(centre[1])}L${px(centre[0] + Math.cos(angle) * radius)} ${px(centre[1] + Math.sin(angle) * radius)}`;
  });
  return `${dust(scene, 260)}<circle cx="${px(centre[0])}" cy="${px(centre[1])}" r="${px(radius)}" fill="url(#glow)"/>
<g fill="none" stroke="${palette.line}">${scale(centre, radius)}<g stroke-opacity=".35">${ring(centre, radius * 0.33, 1)}${ring(centre, radius * 0.66, 1)}<path d="${meridians.join('')}" stroke-width=".8"/></g>
${ring([centre[0] + radius * 0.16, centre[1] - radius * 0.1], radius * 0.74, 1, 'stroke-dasharray="5 4" stroke-opacity=".7"')}
<path d="${figures.map(({ lines }) => lines).join('')}" stroke-width="1.5"/></g><path d="${figures.map(({ stars }) => stars).join('')}" fill="${palette.line}"/>`;
}
