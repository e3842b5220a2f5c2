import { straightPath } from './svg-path.js';
import type { Point } from './svg-path.js';

/** A closed outline of paint on the bath: x and y in turn, which is several times faster here than pairs. */
interface Blot {
  readonly colour: string;
  outline: number[];
}

/** Longest edge, in pixels, that a tool may bend without the curve showing corners. */
const LONGEST_EDGE = 6;

/** The outline with points added where it has been stretched. */
function refined(outline: readonly number[]): number[] {
  const points: number[] = [];
  let [fromX, fromY] = [outline.at(-2) ?? 0, outline.at(-1) ?? 0];
  for (let index = 0; index < outline.length; index += 2) {
    const [x, y] = [outline[index] ?? 0, outline[index + 1] ?? 0];
    const parts = Math.min(Math.ceil(Math.hypot(x - fromX, y - fromY) / LONGEST_EDGE), 8);
    for (let part = 1; part <= parts; part += 1) {
      const share = part / parts;
      points.push(fromX + (x - fromX) * share, fromY + (y - fromY) * share);
    }
    [fromX, fromY] = [x, y];
  }
  return points;
}

/** The outline as points, without those too close together to see. */
function visiblePoints(outline: readonly number[]): Point[] {
  const points: Point[] = [];
  let [lastX, lastY] = [Infinity, Infinity];
  for (let index = 0; index < outline.length; index += 2) {
    const [x, y] = [outline[index] ?? 0, outline[index + 1] ?? 0];
    if (Math.abs(x - lastX) + Math.abs(y - lastY) < 2.2) continue;
    points.push([x, y]);
    [lastX, lastY] = [x, y];
  }
  return points;
}

/**
 * Paint floating on a marbling bath. Every tool moves all outlines by an area-preserving map, after Lu, Jaffer, Jin,
 * Zhao, Mao, "Mathematical Marbling", IEEE Computer Graphics and Applications 32 (2012).
 */
export class MarblingTank {
  readonly #blots: Blot[] = [];

  #move(map: (x: number, y: number) => Point): void {
    for (const { outline } of this.#blots) {
      for (let index = 0; index < outline.length; index += 2) {
        const [x, y] = map(outline[index] ?? 0, outline[index + 1] ?? 0);
        outline[index] = x;
        outline[index + 1] = y;
      }
    }
  }

  #stir(map: (x: number, y: number) => Point): void {
    for (const blot of this.#blots) blot.outline = refined(blot.outline);
    this.#move(map);
  }

  /** Lets a drop fall; what floats already makes room for it. */
  drop(cx: number, cy: number, radius: number, colour: string): void {
    this.#move((x, y) => {
      const [dx, dy] = [x - cx, y - cy];
      const push = Math.sqrt(1 + (radius * radius) / (dx * dx + dy * dy + 1e-6));
      return [cx + dx * push, cy + dy * push];
    });
    const corners = Math.round(24 + radius * 0.9);
    const outline = Array.from({ length: corners * 2 }, (_, index) => {
      const angle = (Math.floor(index / 2) / corners) * 2 * Math.PI;
      return index % 2 === 0 ? cx + Math.cos(angle) * radius : cy + Math.sin(angle) * radius;
    });
    this.#blots.push({ colour, outline });
  }

  /**
   * Draws a comb through the bath.
   * @param angle direction of the pull, radians
   * @param spacing pixels between teeth; Infinity for a single stylus
   * @param pull pixels that paint moves at a tooth
   * @param reach pixels across which the pull falls to half
   */
  comb([px, py]: Point, angle: number, spacing: number, pull: number, reach: number): void {
    const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
    this.#stir((x, y) => {
      let across = Math.abs((x - px) * -uy + (y - py) * ux);
      if (spacing !== Infinity) {
        across %= spacing;
        across = Math.min(across, spacing - across);
      }
      const shift = pull / (1 + (across / reach) ** 2);
      return [x + ux * shift, y + uy * shift];
    });
  }

  /** Waves the whole bath across `angle`, as when the comb is drawn in a serpentine. */
  wave(angle: number, length: number, swing: number): void {
    const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
    this.#stir((x, y) => {
      const shift = Math.sin(((x * -uy + y * ux) / length) * 2 * Math.PI) * swing;
      return [x + ux * shift, y + uy * shift];
    });
  }

  /** Turns a stylus on the spot: paint at `radius` moves about `pull` pixels round the centre. */
  swirl(cx: number, cy: number, radius: number, pull: number): void {
    this.#stir((x, y) => {
      const [dx, dy] = [x - cx, y - cy];
      const distance = Math.hypot(dx, dy) + 1e-6;
      const turn = (pull * Math.exp(-Math.abs(distance - radius) / (radius * 0.7))) / distance;
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
      return [cx + dx * cos - dy * sin, cy + dx * sin + dy * cos];
    });
  }

  /** The paint as SVG paths, oldest drop first. */
  print(): string {
    return this.#blots
      .map(
        ({ colour, outline }) => `<path d="${straightPath(visiblePoints(outline), true)}" fill="${colour}"/>`,
      )
      .join('');
  }
}
