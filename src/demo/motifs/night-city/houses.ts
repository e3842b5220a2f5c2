import { mixColours } from '../../drawing/colour.js';
import { px } from '../../drawing/svg-path.js';
import type { CityScene } from './scene.js';

/** Where a row of houses stands and how it looks. */
interface HouseRow {
  readonly base: number;
  readonly tallest: number;
  readonly colour: string;
  /** Share of lit windows. */
  readonly lit: number;
  readonly pane: number;
}

function windows(scene: CityScene, x: number, y: number, wide: number, tall: number, row: HouseRow): string {
  const { random, palette } = scene;
  const [stepX, stepY] = [row.pane * 1.9, row.pane * 2.3];
  const columns = Math.floor((wide - row.pane) / stepX);
  const margin = (wide - (columns - 1) * stepX - row.pane) / 2;
  const dim = mixColours(palette.light, row.colour, 0.55);
  let bright = '';
  let faint = '';
  for (let down = row.pane * 1.4; down < tall - row.pane * 2; down += stepY) {
    for (let column = 0; column < columns; column += 1) {
      if (!random.chance(row.lit)) continue;
      const pane = `M${px(x + margin + column * stepX)} ${px(y + down)}h${px(row.pane)}v${px(row.pane * 1.35)}h${px(-row.pane)}Z`;
      if (random.chance(0.62)) bright += pane;
      else faint += pane;
    }
  }
  return `<path d="${bright}" fill="${palette.light}"/><path d="${faint}" fill="${dim}"/>`;
}

/** Roof of a tower: flat, stepped, slanted, or with a mast. */
function towerOutline(scene: CityScene, x: number, top: number, wide: number, base: number): string {
  const { random } = scene;
  const right = x + wide;
  const kind = random.integer(0, 5);
  const body = (roof: string): string => `M${px(x)} ${px(base)}V${px(top)}${roof}V${px(base)}Z`;
  if (kind === 0) return body(`L${px(right)} ${px(top - wide * 0.3)}`);
  if (kind === 1) {
    return body(
      `H${px(x + wide * 0.2)}V${px(top - 12)}H${px(x + wide * 0.4)}V${px(top - 24)}H${px(x + wide * 0.6)}V${px(top - 12)}H${px(x + wide * 0.8)}V${px(top)}H${px(right)}`,
    );
  }
  if (kind === 2)
    return body(
      `H${px(x + wide / 2 - 1.4)}V${px(top - 38)}H${px(x + wide / 2 + 1.4)}V${px(top)}H${px(right)}`,
    );
  if (kind === 3) return body(`A${px(wide / 2)} ${px(wide * 0.34)} 0 0 1 ${px(right)} ${px(top)}`);
  return body(`H${px(right)}`);
}

export function towers(scene: CityScene, row: HouseRow): string {
  const { width, random } = scene;
  const houses: string[] = [];
  let x = random.between(-40, 0);
  while (x < width) {
    const wide = random.between(34, 76);
    const tall = row.tallest * (0.35 + 0.65 * random.next() ** 1.4);
    const top = row.base - tall;
    houses.push(
      `<path d="${towerOutline(scene, x, top, wide, row.base)}" fill="${row.colour}"/>${windows(scene, x, top, wide, tall, row)}`,
    );
    x += wide + random.between(-6, 10);
  }
  return houses.join('');
}

export function gables(scene: CityScene, row: HouseRow): string {
  const { width, random, palette } = scene;
  const houses: string[] = [];
  let x = random.between(-40, 0);
  while (x < width) {
    const wide = random.between(54, 100);
    const tall = row.tallest * random.between(0.45, 0.85);
    const top = row.base - tall;
    const ridge = top - wide * random.between(0.4, 0.75);
    const stack = x + wide * random.pick([0.2, 0.72]);
    const roof = mixColours(row.colour, palette.horizon, 0.2);
    houses.push(
      `<rect x="${px(stack)}" y="${px(ridge + 6)}" width="9" height="${px(top - ridge)}" fill="${row.colour}"/>
<path d="M${px(x)} ${px(row.base)}V${px(top)}H${px(x + wide)}V${px(row.base)}Z" fill="${row.colour}"/>
<path d="M${px(x - 6)} ${px(top)}L${px(x + wide / 2)} ${px(ridge)}L${px(x + wide + 6)} ${px(top)}Z" fill="${roof}"/>
<circle cx="${px(x + wide / 2)}" cy="${px((top * 2 + ridge) / 3)}" r="5" fill="${random.chance(0.6) ? palette.light : row.colour}"/>${windows(scene, x, top, wide, tall, row)}`,
    );
    x += wide - random.between(1, 8);
  }
  return houses.join('');
}
