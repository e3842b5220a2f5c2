import type { Point } from '../../drawing/svg-path.js';
import { taperedStroke } from '../../drawing/tapered-stroke.js';
import type { InkScene } from './scene.js';

/** A limb still to be drawn: where it starts, where it points (radians), how long and thick it is. */
export interface Limb {
  readonly from: Point;
  readonly angle: number;
  readonly length: number;
  readonly thickness: number;
}

/** Crooked limbs fork until they are too thin; `tips` collects where buds could sit. */
export function grow(scene: InkScene, limb: Limb, depth: number, tips: Point[]): string {
  const { random } = scene;
  const line: Point[] = [limb.from];
  let [x, y] = limb.from;
  let angle = limb.angle;
  for (let step = 0; step < 5; step += 1) {
    angle += random.wobble() * 0.32;
    x += (Math.cos(angle) * limb.length) / 5;
    y += (Math.sin(angle) * limb.length) / 5;
    line.push([x, y]);
    if (depth < 3 && step > 0) tips.push([x + random.wobble() * 5, y + random.wobble() * 5]);
  }
  const ends = depth === 0 ? 0.15 : 0.62;
  const drawn = taperedStroke(
    line,
    (share) => limb.thickness * (1 - share * (1 - ends)) * random.between(0.84, 1.1),
  );
  if (depth === 0) return drawn;
  const forks = random.chance(0.3) ? 3 : 2;
  const branches = Array.from({ length: forks }, (_, index) => {
    const side = forks === 2 ? index * 2 - 1 : index - 1;
    const start = index === 0 ? line[5] : line[random.integer(3, 5)];
    return grow(
      scene,
      {
        from: start ?? limb.from,
        angle: angle + side * random.between(0.25, 0.75) + random.wobble() * 0.15,
        length: limb.length * random.between(0.6, 0.88),
        thickness: limb.thickness * random.between(0.5, 0.68),
      },
      depth - 1,
      tips,
    );
  });
  return drawn + branches.join('');
}
