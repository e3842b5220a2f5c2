import { mixColours } from '../../drawing/colour.js';
import { px, straightPath } from '../../drawing/svg-path.js';
import type { Point } from '../../drawing/svg-path.js';
import { dust, ring, scale } from './engraving.js';
import type { StarScene } from './scene.js';

function planet(scene: StarScene, [x, y]: Point, radius: number): string {
  const { palette, random } = scene;
  const colour = random.pick([palette.line, palette.glow, mixColours(palette.line, palette.glow, 0.5)]);
  const hatch = Array.from({ length: Math.round(radius / 2.4) }, (_, index) => {
    const dx = radius * 0.1 + index * 2.6;
    const half = Math.sqrt(Math.max(radius * radius - dx * dx, 0));
    return `M${px(x + dx)} ${px(y - half)}V${px(y + half)}`;
  });
  const rings =
    radius > 11 && random.chance(0.5)
      ? `<ellipse cx="${px(x)}" cy="${px(y)}" rx="${px(radius * 1.75)}" ry="${px(radius * 0.5)}" fill="none" stroke="${palette.line}" stroke-width="2" transform="rotate(-22 ${px(x)} ${px(y)})"/>`
      : '';
  return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius)}" fill="${colour}" stroke="${palette.line}"/><path d="${hatch.join('')}" stroke="${palette.night}" stroke-opacity=".5" stroke-width="1.1"/>${rings}`;
}

export function orbits(scene: StarScene): string {
  const { width, height, palette, random } = scene;
  const unit = Math.min(width, height);
  const centre: Point = [width / 2, height / 2];
  const count = random.integer(6, 8);
  const paths: string[] = [];
  const bodies: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const radius = unit * (0.13 + (0.26 * index) / (count - 1));
    const angle = random.between(0, Math.PI * 2);
    paths.push(ring(centre, radius, 1.1, index % 2 === 0 ? '' : 'stroke-dasharray="6 4"'));
    bodies.push(
      planet(
        scene,
        [centre[0] + Math.cos(angle) * radius, centre[1] + Math.sin(angle) * radius],
        random.between(6, 8 + index * 1.6),
      ),
    );
  }
  const flames: Point[] = Array.from({ length: 48 }, (_, index) => {
    const reach = unit * (index % 2 === 0 ? 0.098 : 0.06);
    return [
      centre[0] + Math.cos((index * Math.PI) / 24) * reach,
      centre[1] + Math.sin((index * Math.PI) / 24) * reach,
    ];
  });
  return `${dust(scene, 220)}<circle cx="${px(centre[0])}" cy="${px(centre[1])}" r="${px(unit * 0.46)}" fill="url(#glow)"/><g fill="none" stroke="${palette.line}">${paths.join('')}${scale(centre, unit * 0.415)}</g>
<path d="${straightPath(flames, true)}" fill="${palette.line}"/><circle cx="${px(centre[0])}" cy="${px(centre[1])}" r="${px(unit * 0.05)}" fill="${palette.night}" fill-opacity=".2"/>${bodies.join('')}`;
}
