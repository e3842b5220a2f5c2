import { mixColours } from '../../drawing/colour.js';
import { px, smoothPath } from '../../drawing/svg-path.js';
import type { Point } from '../../drawing/svg-path.js';
import { taperedStroke } from '../../drawing/tapered-stroke.js';
import type { InkScene } from './scene.js';

function bambooLeaf(scene: InkScene, [x, y]: Point): string {
  const { random, palette } = scene;
  const angle = random.between(0.15, 1.15);
  const long = random.between(38, 84);
  const line: Point[] = [0, 0.33, 0.66, 1].map((share) => [
    x + Math.cos(angle + share * 0.35) * long * share,
    y + Math.sin(angle + share * 0.35) * long * share,
  ]);
  const colour = random.chance(0.3) ? palette.accent : palette.ink;
  const leaf = taperedStroke(line, (share) => 0.6 + Math.sin(Math.PI * share ** 0.7) * 9.5);
  return `<path d="${leaf}" fill="${colour}" fill-opacity="${px(random.between(0.5, 0.95))}"/>`;
}

/** A stalk from below the sheet to above it, and the joints that twigs grow from. */
function bambooStalk(scene: InkScene, foot: number, joints: Point[]): string {
  const { height, random } = scene;
  const thick = random.between(9, 22);
  const lean = random.between(-0.05, 0.09);
  const joint = random.between(80, 125);
  let x = foot;
  let path = '';
  for (let y = height + random.between(10, joint); y > -joint; y -= joint) {
    const next = x + lean * joint;
    const segment: Point[] = [
      [x, y],
      [(x + next) / 2, y - joint / 2],
      [next, y - joint + 4],
    ];
    path += taperedStroke(segment, (share) => thick * (1.12 - 0.25 * Math.sin(Math.PI * share) ** 0.6));
    x = next;
    joints.push([x, y - joint + 2]);
  }
  return path;
}

function bambooTwig(scene: InkScene, [x, y]: Point): string {
  const { random, palette } = scene;
  const side = random.chance(0.7) ? 1 : -1;
  const knots: Point[] = [0, 1, 2, 3].map((step) => [
    x + side * step * random.between(16, 30),
    y - step * random.between(2, 13),
  ]);
  const leaves = knots
    .slice(1)
    .map((knot) => Array.from({ length: random.integer(2, 4) }, () => bambooLeaf(scene, knot)).join(''));
  return `<path d="${smoothPath(knots)}" fill="none" stroke="${palette.ink}" stroke-width="1.8"/>${leaves.join('')}`;
}

export function bamboo(scene: InkScene): string {
  const { width, palette, random } = scene;
  const joints: Point[] = [];
  const count = random.integer(3, 5);
  const stalks = Array.from({ length: count }, (_, index) => {
    const foot = (width * (index + 0.3 + random.between(0, 0.5))) / count;
    const tone = mixColours(palette.ink, palette.paper, index % 2 === 0 ? 0.5 : 0.1);
    return `<path d="${bambooStalk(scene, foot, joints)}" fill="${tone}" fill-opacity=".9"/>`;
  });
  const twigs = random
    .shuffled(joints)
    .slice(0, 15)
    .map((joint) => bambooTwig(scene, joint));
  return stalks.join('') + twigs.join('');
}
