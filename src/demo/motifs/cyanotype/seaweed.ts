import { px } from '../../drawing/svg-path.js';
import type { Point } from '../../drawing/svg-path.js';
import { taperedStroke } from '../../drawing/tapered-stroke.js';
import type { CyanotypeScene, PlantShadow } from './scene.js';
import { arc } from './stems.js';

function weed(
  scene: CyanotypeScene,
  foot: Point,
  angle: number,
  long: number,
  wide: number,
  depth: number,
): string {
  const { random } = scene;
  const spine = arc(foot, angle, long, random.wobble() * 0.8, 9);
  const own = taperedStroke(spine, (share) => wide * (1 - share * (depth === 0 ? 0.9 : 0.4)) + 0.8);
  if (depth === 0) {
    const tip = spine.at(-1) ?? foot;
    const float = random.chance(0.3)
      ? `M${px(tip[0] - 3.4)} ${px(tip[1])}a3.4 4.4 0 1 0 6.8 0a3.4 4.4 0 1 0 -6.8 0Z`
      : '';
    return own + float;
  }
  const forks = random.integer(2, 3);
  const shoots = Array.from({ length: forks }, (_, index) => {
    const from = (index === 0 ? spine.at(-1) : spine[random.integer(5, 8)]) ?? foot;
    const turn = (index - (forks - 1) / 2) * random.between(0.5, 0.85) + random.wobble() * 0.2;
    return weed(scene, from, angle + turn, long * random.between(0.56, 0.78), wide * 0.66, depth - 1);
  });
  return own + shoots.join('');
}

export function seaweed(scene: CyanotypeScene): PlantShadow[] {
  const { width, height, random } = scene;
  const count = random.integer(5, 7);
  return Array.from({ length: count }, (_, index) => {
    const foot: Point = [width * 0.5 + random.wobble() * 22, height * 0.92];
    const angle = -Math.PI / 2 + (index - (count - 1) / 2) * 0.27;
    return { outline: weed(scene, foot, angle, height * random.between(0.22, 0.34), 11, 4), hairs: '' };
  });
}
