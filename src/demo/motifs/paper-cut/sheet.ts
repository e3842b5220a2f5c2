import { areaBelow, px, straightPath } from '../../drawing/svg-path.js';
import type { Point } from '../../drawing/svg-path.js';

/** A sheet of paper with the soft shadow it throws on the one behind, light from the upper left. */
export function sheet(path: string, colour: string, lift = 1): string {
  const shadow = [
    [1.5, 0.13],
    [3.2, 0.09],
    [5.4, 0.06],
    [8, 0.035],
  ].map(
    ([away = 0, strength = 0]) =>
      `<path d="${path}" transform="translate(${px(away * 0.7 * lift)} ${px(away * lift)})" fill="#0a0f1e" fill-opacity="${strength}"/>`,
  );
  return `${shadow.join('')}<path d="${path}" fill="${colour}"/>`;
}

/** Upward shadow for sheets that reach down to the edge: only their crest is seen. */
export function crestSheet(line: readonly Point[], floor: number, colour: string): string {
  const edge = straightPath(line);
  const rims = [11, 7, 4, 1.8].map(
    (wide) => `<path d="${edge}" fill="none" stroke="#0a0f1e" stroke-opacity=".075" stroke-width="${wide}"/>`,
  );
  const light = straightPath(line.map(([x, y]): Point => [x, y + 1]));
  return `${rims.join('')}<path d="${areaBelow(line, floor)}" fill="${colour}"/><path d="${light}" fill="none" stroke="#fff" stroke-opacity=".3" stroke-width="1.2"/>`;
}
