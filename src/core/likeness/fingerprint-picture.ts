/** What is kept of a picture so that it is found again: PDQ of the whole, and PDQ of regions that copies are likely to keep. */
import { areaOf, type Box, wholeBox } from './box.js';
import type { PdqFingerprint, RegionFingerprint } from './fingerprint.js';
import { landmarks } from './landmarks.js';
import type { Luminance } from './luminance.js';
import { pdqBlock, pdqQuality } from './pdq-block.js';
import { pdqHash } from './pdq-hash.js';
import { pdqSpectrum } from './pdq-spectrum.js';
import { regionOf } from './region.js';
import { regionBlock } from './region-block.js';
import { summedArea, type SummedArea } from './summed-area.js';
import { trimmedBoxes } from './trimmed-boxes.js';

/** Rows that one picture takes in an index, at most: the whole, what is inside its frames, and landmarks. */
export const MAX_REGIONS = 32;

/** Below this quality a region says too little to be looked for; the whole is kept whatever its quality. */
export const LEAST_REGION_QUALITY = 20;

/** A frame that takes less than this share of the picture changes its hash too little to be worth a row. */
const LEAST_FRAME = 0.04;

export interface PictureFingerprints {
  /** Of the picture as it is; comparable with every other implementation of PDQ. */
  readonly whole: PdqFingerprint;
  /** At most `MAX_REGIONS`, the whole first; comparable with each other, and with `whole` within some 20 bits. */
  readonly regions: readonly RegionFingerprint[];
}

/** `picture` has at most 512 pixels to an edge. */
export function fingerprintPicture(picture: Luminance): PictureFingerprints {
  const area = summedArea(picture);
  const whole = wholeBox(picture);
  const framed = framedBox(picture);
  const boxes = [...(framed === undefined ? [] : [framed]), ...landmarks(area, MAX_REGIONS - 2)];
  const parts = boxes
    .map((box) => regionFingerprint(area, box))
    .filter(({ quality }) => quality >= LEAST_REGION_QUALITY);
  return { whole: pdqFingerprint(picture), regions: [regionFingerprint(area, whole), ...parts] };
}

/** PDQ as published. */
export function pdqFingerprint(picture: Luminance): PdqFingerprint {
  const block = pdqBlock(picture);
  return { algorithm: 'pdq', version: 1, hash: pdqHash(pdqSpectrum(block)), quality: pdqQuality(block) };
}

function framedBox(picture: Luminance): Box | undefined {
  const inner = trimmedBoxes(picture).at(-1);
  const isWorthIt = inner !== undefined && areaOf(inner) < (1 - LEAST_FRAME) * areaOf(wholeBox(picture));
  return isWorthIt ? inner : undefined;
}

function regionFingerprint(area: SummedArea, box: Box): RegionFingerprint {
  const block = regionBlock(area, box);
  return {
    algorithm: 'pdq',
    version: 1,
    hash: pdqHash(pdqSpectrum(block)),
    quality: pdqQuality(block),
    region: regionOf(box, area),
  };
}
