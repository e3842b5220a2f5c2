import type { Luminance } from '../../../src/core/likeness/luminance.js';
import type { Orientation } from '../../../src/core/likeness/orientation.js';

/** The picture itself in that orientation, pixel by pixel. */
export function laidDown(picture: Luminance, orientation: Orientation): Luminance {
  const [, mirrored, degrees = '0'] =
    /^(mirrored)?-?(?:turned-)?(\d+)?/.exec(orientation.replace('upright', '')) ?? [];
  let result = mirrored === undefined ? picture : mirror(picture);
  for (let quarter = 0; quarter < Number(degrees) / 90; quarter += 1) result = quarterTurn(result);
  return result;
}

function mirror({ width, height, values }: Luminance): Luminance {
  const mirrored = values.map((_, at) => values[at - (at % width) + width - 1 - (at % width)] ?? 0);
  return { width, height, values: mirrored };
}

/** Clockwise. */
function quarterTurn({ width, height, values }: Luminance): Luminance {
  const turned = values.map(
    (_, at) => values[(height - 1 - (at % height)) * width + Math.floor(at / height)] ?? 0,
  );
  return { width: height, height: width, values: turned };
}
