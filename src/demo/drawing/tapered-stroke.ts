import type { Point } from './svg-path.js';
import { smoothPath } from './svg-path.js';

/** Unit vector across a line at one of its points. */
function across(line: readonly Point[], index: number): Point {
  const before = line[Math.max(index - 1, 0)] ?? [0, 0];
  const after = line[Math.min(index + 1, line.length - 1)] ?? [0, 0];
  const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
  return [-(after[1] - before[1]) / length, (after[0] - before[0]) / length];
}

/**
 * Outline of a brush stroke along a line.
 * @param width full width in pixels at a share 0 to 1 of the way
 */
export function taperedStroke(line: readonly Point[], width: (share: number) => number): string {
  const left: Point[] = [];
  const right: Point[] = [];
  line.forEach(([x, y], index) => {
    const half = width(index / Math.max(line.length - 1, 1)) / 2;
    const [dx, dy] = across(line, index);
    left.push([x + dx * half, y + dy * half]);
    right.push([x - dx * half, y - dy * half]);
  });
  return smoothPath([...left, ...right.reverse()], true);
}
