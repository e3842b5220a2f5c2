import { straightPath } from './svg-path.js';
import type { Point } from './svg-path.js';

/** A cloth: its colour, and the id of the pattern printed on it, if any. */
export interface Cloth {
  readonly colour: string;
  readonly print: string | undefined;
}

/**
 * Patches sewn together. They are drawn colour by colour and then print by print, one path each, because the renderer
 * draws a pattern anew for every element filled with it.
 */
export class Patchwork {
  readonly #layers = new Map<string, string>();
  #seams = '';
  #stitches = '';

  /** Sews on a patch. */
  sew(corners: readonly Point[], cloth: Cloth): void {
    const [mx, my] = corners.reduce(
      ([sx, sy], [x, y]) => [sx + x / corners.length, sy + y / corners.length],
      [0, 0],
    );
    const inner = corners.map(([x, y]): Point => {
      const share = Math.min(5 / Math.max(Math.hypot(x - mx, y - my), 6), 0.5);
      return [x + (mx - x) * share, y + (my - y) * share];
    });
    const outline = straightPath(corners, true);
    this.#cut(cloth.colour, outline);
    if (cloth.print !== undefined) this.#cut(`url(#${cloth.print})`, outline);
    this.#seams += outline;
    this.#stitches += straightPath(inner, true);
  }

  #cut(fill: string, outline: string): void {
    this.#layers.set(fill, (this.#layers.get(fill) ?? '') + outline);
  }

  /** The quilt top, with seams in one colour and a line of stitches inside every patch in another. */
  print(seam: string, thread: string): string {
    const layers = [...this.#layers].sort(
      ([left], [right]) => Number(left.startsWith('url')) - Number(right.startsWith('url')),
    );
    const cloths = layers.map(([fill, path]) => `<path d="${path}" fill="${fill}"/>`);
    return `${cloths.join('')}<path d="${this.#seams}" fill="none" stroke="${seam}" stroke-opacity=".45" stroke-width="1.2"/>
<path d="${this.#stitches}" fill="none" stroke="${thread}" stroke-opacity=".6" stroke-width=".9" stroke-dasharray="3.4 2.4"/>`;
  }
}
