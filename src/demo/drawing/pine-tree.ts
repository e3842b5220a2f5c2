import type { SeededRandom } from '../seeded-random.js';
import type { Point } from './svg-path.js';
import { straightPath } from './svg-path.js';

/** Path of a conifer standing at (x, foot), ragged like a brush stroke. */
export function pineTree(random: SeededRandom, x: number, foot: number, height: number): string {
  const tiers = Math.min(Math.max(4, Math.round(height / 9)), 8);
  const left: Point[] = [];
  const right: Point[] = [];
  for (let tier = 0; tier < tiers; tier += 1) {
    const share = (tier + 1) / tiers;
    const reach = height * 0.2 * share * random.between(0.7, 1.15);
    const y = foot - height + share * height * 0.94;
    left.push([x - reach, y + height * 0.02], [x - reach * 0.45, y - height * 0.015]);
    right.push([x + reach * random.between(0.85, 1.1), y], [x + reach * 0.45, y - height * 0.02]);
  }
  return straightPath([[x, foot - height], ...right, [x, foot], ...left.reverse()], true);
}
