/** Whether two parts of a picture were found in another as they would lie if it were the same picture there. */
import type { Region } from './region.js';

/** A region of one picture, and where in another something looks like it. */
export interface RegionPair {
  readonly region: Region;
  readonly lies: Region;
}

/** Two pairs agree when their scales differ by less than this (natural logarithm) … */
const SCALE_TOLERANCE = 0.3;
/** … and their centres by less than this share of the region. */
const PLACE_TOLERANCE = 0.2;

/** @param seed says where the picture lies, and how large */
export function samePlacement(seed: RegionPair, pair: RegionPair): boolean {
  const [a, b] = [seed.lies, pair.lies];
  const across = a.width / seed.region.width;
  const down = a.height / seed.region.height;
  if (Math.abs(Math.log(b.width / pair.region.width / across)) > SCALE_TOLERANCE) return false;
  if (Math.abs(Math.log(b.height / pair.region.height / down)) > SCALE_TOLERANCE) return false;
  const left = a.left + across * (pair.region.left - seed.region.left);
  const top = a.top + down * (pair.region.top - seed.region.top);
  const apartAcross = left + (across * pair.region.width) / 2 - b.left - b.width / 2;
  const apartDown = top + (down * pair.region.height) / 2 - b.top - b.height / 2;
  return (
    Math.abs(apartAcross) <= PLACE_TOLERANCE * b.width && Math.abs(apartDown) <= PLACE_TOLERANCE * b.height
  );
}
