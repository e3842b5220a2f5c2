import { px } from './svg-path.js';

/** Path of a bird in the distance, wings spread `span` pixels, `beat` from -1 (wings down) to 1 (wings up). */
export function flyingBird(x: number, y: number, span: number, beat: number): string {
  const half = span / 2;
  const tip = -half * (0.25 + 0.35 * beat);
  const elbow = -half * (0.5 + 0.3 * beat);
  const thick = span * 0.07;
  const wing = (side: number): string =>
    `M${px(x)} ${px(y + thick)}Q${px(x + side * half * 0.35)} ${px(y + elbow)} ${px(x + side * half)} ${px(y + tip)}` +
    `Q${px(x + side * half * 0.42)} ${px(y + elbow + thick * 3.2)} ${px(x)} ${px(y + thick * 2)}Z`;
  return wing(-1) + wing(1);
}
