import { mixColours, shiftLightness } from '../../drawing/colour.js';
import { px, smoothPath } from '../../drawing/svg-path.js';
import type { Point } from '../../drawing/svg-path.js';
import { taperedStroke } from '../../drawing/tapered-stroke.js';
import type { BotanicalScene } from './scene.js';

/** Wash that strays a little from its ink line, as a loaded brush does. */
export function inked(scene: BotanicalScene, outline: string, colour: string, opacity: number): string {
  const { palette, random } = scene;
  const stray = `translate(${px(random.between(-2.4, 2.4))} ${px(random.between(-2, 2.4))})`;
  const body = mixColours(palette.paper, colour, opacity);
  return `<path d="${outline}" fill="${body}" fill-opacity=".94" transform="${stray}"/><path d="${outline}" fill="none" stroke="${shiftLightness(colour, -0.24)}" stroke-width="1.3"/>`;
}

/** A pointed leaf from a place along an angle, with its midrib. */
export function leaf(
  scene: BotanicalScene,
  [x, y]: Point,
  angle: number,
  long: number,
  wide: number,
): string {
  const { palette, random } = scene;
  const bend = random.wobble() * 0.5;
  const line: Point[] = [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => [
    x + Math.cos(angle + bend * share) * long * share,
    y + Math.sin(angle + bend * share) * long * share,
  ]);
  const colour = mixColours(
    palette.leaf,
    random.chance(0.5) ? palette.paper : '#1c2b22',
    random.between(0, 0.28),
  );
  const outline = taperedStroke(line, (share) => Math.sin(Math.PI * share ** 0.8) * wide + 0.4);
  return `${inked(scene, outline, colour, 0.72)}<path d="${smoothPath(line)}" fill="none" stroke="${shiftLightness(colour, -0.2)}" stroke-width=".9"/>`;
}

/** A stem rising from the foot, leaning towards its head, and the line that leaves can grow from. */
export function stem(
  scene: BotanicalScene,
  foot: Point,
  head: Point,
  thick: number,
): { readonly svg: string; readonly line: Point[] } {
  const { palette, random } = scene;
  const sway = random.wobble() * 46;
  const line: Point[] = [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => [
    foot[0] + (head[0] - foot[0]) * share ** 1.4 + Math.sin(share * Math.PI) * sway,
    foot[1] + (head[1] - foot[1]) * share,
  ]);
  const outline = taperedStroke(line, (share) => thick * (1 - share * 0.45));
  return { svg: inked(scene, outline, palette.leaf, 0.85), line };
}
