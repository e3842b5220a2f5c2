/** How a grain looks: `tint` as three channels 0 to 1, `strength` 0 to 1, `scale` in cycles per pixel. */
interface Grain {
  readonly tint: readonly [red: number, green: number, blue: number];
  readonly strength: number;
  readonly scale: number | string;
  readonly seed: number;
}

/** Side of the repeated square: turbulence over the whole canvas would take over 100 ms, over this it takes a few. */
const TILE = 200;

/** A sheet of grain to lay over (or under) a picture. */
export function paperGrain(width: number, height: number, grain: Grain): string {
  const id = `grain-${grain.seed}`;
  const [red, green, blue] = grain.tint;
  const alpha = `${grain.strength * 3} 0 0 0 ${-grain.strength * 1.2}`;
  return `<defs>
<filter id="${id}-noise" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency="${grain.scale}" numOctaves="2" seed="${grain.seed}" stitchTiles="stitch"/>
<feColorMatrix values="0 0 0 0 ${red} 0 0 0 0 ${green} 0 0 0 0 ${blue} ${alpha}"/></filter>
<pattern id="${id}" width="${TILE}" height="${TILE}" patternUnits="userSpaceOnUse">
<rect width="${TILE}" height="${TILE}" filter="url(#${id}-noise)"/></pattern></defs>
<rect width="${width}" height="${height}" fill="url(#${id})"/>`;
}
