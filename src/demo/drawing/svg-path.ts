/** A place on the canvas, in pixels. */
export type Point = readonly [x: number, y: number];

/** One decimal is finer than a pixel's antialiasing shows, and keeps the markup short. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function pair([x, y]: Point): string {
  return `${px(x)} ${px(y)}`;
}

/** Straight segments through the points. */
export function straightPath(points: readonly Point[], closed = false): string {
  return `M${points.map(pair).join('L')}${closed ? 'Z' : ''}`;
}

/** A Catmull-Rom curve through the points, as cubic segments. */
export function smoothPath(points: readonly Point[], closed = false): string {
  const count = points.length;
  const at = (index: number): Point => {
    const wrapped = closed ? (index + count) % count : Math.min(Math.max(index, 0), count - 1);
    const point = points[wrapped];
    if (point === undefined) throw new RangeError('a path needs at least one point');
    return point;
  };
  let path = `M${pair(at(0))}`;
  for (let index = 0; index < (closed ? count : count - 1); index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const leave: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const arrive: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    path += `C${pair(leave)} ${pair(arrive)} ${pair(to)}`;
  }
  return closed ? `${path}Z` : path;
}

/** The area under a line, down to `floor`. */
export function areaBelow(line: readonly Point[], floor: number): string {
  const first = line[0]?.[0] ?? 0;
  const last = line.at(-1)?.[0] ?? 0;
  return `${straightPath(line)}L${pair([last, floor])}L${pair([first, floor])}Z`;
}
