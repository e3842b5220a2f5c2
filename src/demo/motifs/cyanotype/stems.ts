import type { Point } from '../../drawing/svg-path.js';
import { taperedStroke } from '../../drawing/tapered-stroke.js';

/** A curved stem from its foot, `bend` in radians over its length. */
export function arc(foot: Point, angle: number, long: number, bend: number, steps = 24): Point[] {
  const points: Point[] = [foot];
  let [x, y] = foot;
  for (let step = 1; step <= steps; step += 1) {
    const turn = angle + bend * (step / steps) ** 1.5;
    x += (Math.cos(turn) * long) / steps;
    y += (Math.sin(turn) * long) / steps;
    points.push([x, y]);
  }
  return points;
}

export function blade(from: Point, angle: number, long: number, wide: number, bend: number): string {
  return taperedStroke(
    arc(from, angle, long, bend, 5),
    (share) => Math.sin(Math.PI * (0.12 + share * 0.88)) * wide + 0.3,
  );
}
