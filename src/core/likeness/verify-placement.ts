/** From a suspicion to a judgement: every region of the suspected picture is compared with the query where it would have to lie. */
import type { RegionFingerprint } from './fingerprint.js';
import { hammingDistance } from './hamming-distance.js';
import { pdqHash } from './pdq-hash.js';
import { pdqSpectrum, turnSpectrum } from './pdq-spectrum.js';
import type { Placement } from './placements.js';
import { boxOf, type Region, turnRegionBack } from './region.js';
import { regionBlock } from './region-block.js';

export interface Agreement {
  /** Regions that lie within the query. */
  readonly compared: number;
  /** Of these, how many look alike. */
  readonly agreeing: number;
  /** Greater is better, below 0 is a stranger: near regions add up to 1 each, unlike ones take off up to ⅓. */
  readonly score: number;
}

/** Halfway between what misplaced parts of one picture and what strangers show. */
const NEUTRAL_DISTANCE = 96;
const AGREEING_DISTANCE = 64;

/** Regions after which nobody who looks like a stranger is looked at further. */
const ENOUGH_FOR_A_STRANGER = 8;

/** Smaller than this in the query, in pixels, a region is a smudge. */
const LEAST_EDGE = 12;

/** How far a region may stick out of the query, in ten-thousandths of it. */
const OVERHANG = 100;

export function verifyPlacement(placement: Placement, regions: readonly RegionFingerprint[]): Agreement {
  let [compared, agreeing, score] = [0, 0, 0];
  for (const { hash, region } of regions) {
    const distance = distanceAt(placement, placedRegion(placement, region), hash);
    if (distance === undefined) continue;
    compared += 1;
    if (distance <= AGREEING_DISTANCE) agreeing += 1;
    score += (NEUTRAL_DISTANCE - distance) / NEUTRAL_DISTANCE;
    if (compared === ENOUGH_FOR_A_STRANGER && score < 0) break;
  }
  return { compared, agreeing, score };
}

function placedRegion({ across, down }: Placement, region: Region): Region {
  return {
    left: across.scale * region.left + across.shift,
    top: down.scale * region.top + down.shift,
    width: across.scale * region.width,
    height: down.scale * region.height,
  };
}

function distanceAt({ view, orientation }: Placement, placed: Region, hash: Uint8Array): number | undefined {
  const region = withinPicture(placed);
  if (region === undefined) return undefined;
  const box = boxOf(turnRegionBack(region, orientation), view.area);
  if (Math.min(box.width, box.height) < LEAST_EDGE) return undefined;
  const spectrum = pdqSpectrum(regionBlock(view.area, box));
  return hammingDistance(pdqHash(turnSpectrum(spectrum, orientation)), hash);
}

/** Cut off at the picture's edge when it sticks out a little; nothing when it sticks out more. */
function withinPicture({ left, top, width, height }: Region): Region | undefined {
  const [right, bottom] = [left + width, top + height];
  if (Math.min(left, top) < -OVERHANG || Math.max(right, bottom) > 10_000 + OVERHANG) return undefined;
  const [cutLeft, cutTop] = [Math.max(0, left), Math.max(0, top)];
  return {
    left: cutLeft,
    top: cutTop,
    width: Math.min(10_000, right) - cutLeft,
    height: Math.min(10_000, bottom) - cutTop,
  };
}
