import type { Point } from '../../drawing/svg-path.js';
import { taperedStroke } from '../../drawing/tapered-stroke.js';
import type { CyanotypeScene, PlantShadow } from './scene.js';
import { arc, blade } from './stems.js';

/** A frond: leaflets on both sides of a stem, longest in the lower third. */
function frond(scene: CyanotypeScene, foot: Point, angle: number, long: number): string {
  const { random } = scene;
  const spine = arc(foot, angle, long, random.wobble() * 0.9, 34);
  let path = taperedStroke(spine, (share) => long * 0.011 * (1 - share) + 0.9);
  spine.forEach((place, index) => {
    if (index < 3) return;
    const share = index / (spine.length - 1);
    const next = spine[Math.min(index + 1, spine.length - 1)] ?? place;
    const before = spine[index - 1] ?? place;
    const heading = Math.atan2(next[1] - before[1], next[0] - before[0]);
    const reach = long * 0.27 * Math.sin(Math.PI * Math.min(share * 0.86 + 0.14, 1)) ** 0.9;
    for (const side of [-1, 1]) {
      path += blade(
        place,
        heading + side * (1.15 - share * 0.35),
        reach * random.between(0.92, 1.06),
        Math.max(long * 0.02, 3),
        -side * 0.35,
      );
    }
  });
  return path;
}

export function ferns(scene: CyanotypeScene): PlantShadow[] {
  const { width, height, random } = scene;
  const count = random.integer(3, 5);
  return Array.from({ length: count }, (_, index) => {
    const foot: Point = [
      width * (0.2 + (0.6 * (index + 0.5)) / count) + random.wobble() * 20,
      height * random.between(0.9, 0.98),
    ];
    const angle = -Math.PI / 2 + (index - (count - 1) / 2) * 0.26 + random.wobble() * 0.12;
    return { outline: frond(scene, foot, angle, height * random.between(0.6, 0.82)), hairs: '' };
  });
}
