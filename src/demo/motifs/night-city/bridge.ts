import { px, smoothPath } from '../../drawing/svg-path.js';
import type { Point } from '../../drawing/svg-path.js';
import type { CityScene } from './scene.js';

export function bridge(scene: CityScene, ground: number): string {
  const { width, height, palette, random } = scene;
  const deck = ground + height * 0.02;
  const top = deck - height * random.between(0.3, 0.38);
  const [left, right] = [width * random.between(0.14, 0.22), width * random.between(0.76, 0.86)];
  const colour = palette.near;
  const sag = (x: number): number => {
    const share = (x - left) / (right - left);
    const hang =
      share < 0 ? (-share / 0.4) ** 1.2 : share > 1 ? ((share - 1) / 0.4) ** 1.2 : 4 * share * (1 - share);
    return Math.min(top + 6 + hang * (deck - top - 26), deck - 8);
  };
  const cable: Point[] = Array.from({ length: 81 }, (_, index) => [
    (width * index) / 80,
    sag((width * index) / 80),
  ]);
  const hangers = Array.from(
    { length: 46 },
    (_, index) => `M${px((width * index) / 45)} ${px(sag((width * index) / 45))}V${px(deck)}`,
  );
  const lamps = Array.from(
    { length: 31 },
    (_, index) =>
      `<circle cx="${px((width * index) / 30)}" cy="${px(sag((width * index) / 30))}" r="2.4"/><circle cx="${px((width * (index + 0.5)) / 30)}" cy="${px(deck - 3)}" r="2"/>`,
  );
  const tower = (x: number): string =>
    `<path d="M${px(x - 11)} ${px(height)}V${px(top)}h7v${px(height - top)}ZM${px(x + 4)} ${px(height)}V${px(top)}h7V${px(height)}ZM${px(x - 11)} ${px(top + 18)}h22v7h-22ZM${px(x - 11)} ${px((top + deck) / 2)}h22v7h-22Z"/>`;
  return `<g fill="${colour}">${tower(left)}${tower(right)}<rect y="${px(deck)}" width="${width}" height="9"/></g>
<path d="${smoothPath(cable)}" fill="none" stroke="${colour}" stroke-width="4"/><path d="${hangers.join('')}" stroke="${colour}" stroke-width="1.2"/><g fill="${palette.light}">${lamps.join('')}</g>`;
}
