import type { SeededRandom } from '../seeded-random.js';
import { shiftLightness } from './colour.js';
import { straightPath } from './svg-path.js';
import type { Point } from './svg-path.js';

/** Where stones are laid. */
interface Floor {
  readonly width: number;
  readonly height: number;
  readonly random: SeededRandom;
}

/** Colour of the stone at a place, or undefined where none is laid. */
type ColourAt = (x: number, y: number) => string | undefined;

/** Side of a stone, in pixels; courses lie this far apart. */
export const STONE = 13;

/** Shades a colour comes in; few, so that stones of one shade can share a path. */
const SHADES = [-0.045, -0.02, 0, 0.02, 0.045] as const;

/** Stones laid so far, outlines by colour: thousands of single elements would take twice as long to draw. */
class Bed {
  readonly #outlines = new Map<string, string[]>();
  readonly #shades = new Map<string, readonly string[]>();

  #shade(colour: string, random: SeededRandom): string {
    let shades = this.#shades.get(colour);
    if (shades === undefined) {
      shades = SHADES.map((step) => shiftLightness(colour, step));
      this.#shades.set(colour, shades);
    }
    return random.pick(shades);
  }

  /** Lays a hand-cut stone centred on (x, y), its long side along `angle`. */
  lay([x, y]: Point, angle: number, wide: number, colour: string, random: SeededRandom): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const corner = (across: number, down: number): Point => {
      const u = across * (wide / 2 - 0.9) + random.wobble() * 0.9;
      const v = down * (STONE / 2 - 0.9) + random.wobble() * 0.9;
      return [x + u * cos - v * sin, y + u * sin + v * cos];
    };
    const outline = straightPath([corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)], true);
    const shade = this.#shade(colour, random);
    const outlines = this.#outlines.get(shade);
    if (outlines === undefined) this.#outlines.set(shade, [outline]);
    else outlines.push(outline);
  }

  print(): string {
    return [...this.#outlines]
      .map(([shade, outlines]) => `<path d="${outlines.join('')}" fill="${shade}"/>`)
      .join('');
  }
}

/** Courses in circles round a centre (opus vermiculatum). */
export function ringCourses(floor: Floor, [cx, cy]: Point, colourAt: ColourAt): string {
  const { width, height, random } = floor;
  const reach = Math.hypot(Math.max(cx, width - cx), Math.max(cy, height - cy)) + STONE;
  const bed = new Bed();
  for (let radius = STONE * 0.5; radius < reach; radius += STONE) {
    const count = Math.max(3, Math.round((2 * Math.PI * radius) / (STONE * 1.12)));
    const turn = random.next();
    for (let index = 0; index < count; index += 1) {
      const angle = ((index + turn) / count) * 2 * Math.PI;
      const [x, y] = [cx + Math.cos(angle) * radius, cy + Math.sin(angle) * radius];
      if (x < -STONE || y < -STONE || x > width + STONE || y > height + STONE) continue;
      const colour = colourAt(x, y);
      if (colour === undefined) continue;
      bed.lay([x, y], angle + Math.PI / 2, (2 * Math.PI * radius) / count, colour, random);
    }
  }
  return bed.print();
}

/** Courses in waving rows; `lower` is how far a row lies below its level (pixels) at a place. */
export function rowCourses(
  floor: Floor,
  lower: (x: number, level: number) => number,
  colourAt: ColourAt,
): string {
  const { width, height, random } = floor;
  const bed = new Bed();
  for (let level = -4 * STONE; level < height + STONE * 5; level += STONE) {
    let x = -random.between(0, STONE);
    while (x < width + STONE) {
      const wide = STONE * random.between(0.85, 1.4);
      const middle = x + wide / 2;
      const y = level + lower(middle, level);
      const angle = Math.atan((lower(middle + 3, level) - lower(middle - 3, level)) / 6);
      const colour = y < -STONE || y > height + STONE ? undefined : colourAt(middle, y);
      if (colour !== undefined) bed.lay([middle, y], angle, wide, colour, random);
      x += wide * Math.cos(angle);
    }
  }
  return bed.print();
}
