import { px, straightPath } from '../../drawing/svg-path.js';
import type { Point } from '../../drawing/svg-path.js';
import type { StarScene } from './scene.js';

export function sparkle(x: number, y: number, size: number): string {
  const spikes: Point[] = Array.from({ length: 8 }, (_, index) => {
    const reach = index % 2 === 0 ? size : size * 0.22;
    return [x + Math.sin((index * Math.PI) / 4) * reach, y - Math.cos((index * Math.PI) / 4) * reach];
  });
  return straightPath(spikes, true);
}

export function dust({ width, height, palette, random }: StarScene, count: number): string {
  const stars = Array.from({ length: count }, () => {
    const [x, y] = [random.between(0, width), random.between(0, height)];
    const size = 0.5 + random.next() ** 5 * 2;
    return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(size)}" fill-opacity="${px(random.between(0.3, 1))}"/>`;
  });
  return `<g fill="${palette.line}">${stars.join('')}</g>`;
}

export function ring([x, y]: Point, radius: number, width: number, extra = ''): string {
  return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius)}" fill="none" stroke-width="${width}" ${extra}/>`;
}

/** Two circles and the degree marks between them. */
export function scale(centre: Point, radius: number): string {
  const marks = Array.from({ length: 180 }, (_, index) => {
    const angle = (index * Math.PI) / 90;
    const far = radius + (index % 15 === 0 ? 15 : index % 5 === 0 ? 10 : 6);
    return `M${px(centre[0] + Math.cos(angle) * radius)} ${px(centre[1] + Math.sin(angle) * radius)}L${px(centre[0] + Math.cos(angle) * far)} ${px(centre[1] + Math.sin(angle) * far)}`;
  });
  return `${ring(centre, radius, 1.4)}${ring(centre, radius + 17, 2.4)}<path d="${marks.join('')}" stroke-width="1"/>`;
}
