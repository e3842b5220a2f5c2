import { px } from '../../drawing/svg-path.js';
import type { Point } from '../../drawing/svg-path.js';
import { taperedStroke } from '../../drawing/tapered-stroke.js';
import type { CyanotypeScene, PlantShadow } from './scene.js';
import { arc, blade } from './stems.js';

function dandelion(scene: CyanotypeScene, foot: Point, head: Point, radius: number): PlantShadow {
  const { random } = scene;
  const middle: Point = [(foot[0] + head[0]) / 2 + random.wobble() * 40, (foot[1] + head[1]) / 2];
  const rays = Array.from({ length: 74 }, (_, index) => {
    const angle = index * 2.39996;
    const reach = radius * Math.sqrt((index + 6) / 80);
    const [x, y] = [head[0] + Math.cos(angle) * reach, head[1] + Math.sin(angle) * reach];
    const hairs = Array.from({ length: 7 }, (_hair, hair) => {
      const turn = angle + (hair - 3) * 0.36;
      return `M${px(x)} ${px(y)}l${px(Math.cos(turn) * radius * 0.17)} ${px(Math.sin(turn) * radius * 0.17)}`;
    });
    return `M${px(head[0])} ${px(head[1])}L${px(x)} ${px(y)}${hairs.join('')}`;
  });
  const stem = taperedStroke([foot, middle, head], (share) => 5 - share * 1.6);
  const seedBed = `M${px(head[0] - 7)} ${px(head[1])}a7 7 0 1 0 14 0a7 7 0 1 0 -14 0Z`;
  return { outline: stem + seedBed, hairs: rays.join('') };
}

export function dandelions(scene: CyanotypeScene): PlantShadow[] {
  const { width, height, random } = scene;
  const count = random.integer(3, 4);
  const unit = Math.min(width, height);
  return Array.from({ length: count }, (_, index) => {
    const head: Point = [
      width * (0.14 + (0.72 * (index + 0.5)) / count),
      height * (index % 2 === 0 ? random.between(0.24, 0.36) : random.between(0.42, 0.54)),
    ];
    const foot: Point = [width * (0.36 + (0.28 * index) / count), height * 0.95];
    return dandelion(scene, foot, head, unit * random.between(0.12, 0.17));
  });
}

export function grasses(scene: CyanotypeScene): PlantShadow[] {
  const { width, height, random } = scene;
  return Array.from({ length: random.integer(11, 16) }, () => {
    const foot: Point = [width * random.between(0.3, 0.7), height * random.between(0.93, 0.97)];
    const spine = arc(
      foot,
      -Math.PI / 2 + random.wobble() * 0.3,
      height * random.between(0.4, 0.84),
      random.wobble() * 0.9,
      22,
    );
    const leafy = blade(
      foot,
      -Math.PI / 2 + random.wobble() * 0.75,
      height * random.between(0.2, 0.46),
      8,
      random.wobble() * 0.9,
    );
    let outline = leafy + taperedStroke(spine, (share) => 2.6 - share * 1.4);
    spine.slice(12).forEach((place, index) => {
      const size = 22 * (1 - index / 15);
      for (const side of [-1, 1])
        outline += blade(place, -Math.PI / 2 + side * random.between(0.3, 0.6), size, 4.6, 0);
    });
    return { outline, hairs: '' };
  });
}
