/** A rectangle within a picture of any size, as kept beside a fingerprint: in ten-thousandths of width and height. */
import type { Box } from './box.js';
import { type Orientation, STEPS } from './orientation.js';

/** Whole numbers of 0 to 10,000; `left + width` and `top + height` are at most 10,000. */
export type Region = Box;

const WHOLE = 10_000;

export const WHOLE_REGION: Region = { left: 0, top: 0, width: WHOLE, height: WHOLE };

interface Size {
  readonly width: number;
  readonly height: number;
}

export function regionOf(box: Box, picture: Size): Region {
  const left = Math.round((box.left / picture.width) * WHOLE);
  const top = Math.round((box.top / picture.height) * WHOLE);
  const right = Math.round(((box.left + box.width) / picture.width) * WHOLE);
  const bottom = Math.round(((box.top + box.height) / picture.height) * WHOLE);
  return { left, top, width: right - left, height: bottom - top };
}

export function boxOf(region: Region, picture: Size): Box {
  const [across, down] = [picture.width / WHOLE, picture.height / WHOLE];
  return {
    left: region.left * across,
    top: region.top * down,
    width: region.width * across,
    height: region.height * down,
  };
}

/** Where the region lies once the picture has been laid down in that orientation. */
export function turnRegion(region: Region, orientation: Orientation): Region {
  const [transposed, across, down] = STEPS[orientation];
  return flipped(transposed ? transpose(region) : region, across, down);
}

/** The inverse of `turnRegion`. */
export function turnRegionBack(region: Region, orientation: Orientation): Region {
  const [transposed, across, down] = STEPS[orientation];
  const unflipped = flipped(region, across, down);
  return transposed ? transpose(unflipped) : unflipped;
}

function transpose({ left, top, width, height }: Region): Region {
  return { left: top, top: left, width: height, height: width };
}

function flipped(region: Region, across: boolean, down: boolean): Region {
  const { width, height } = region;
  return {
    left: across ? WHOLE - region.left - width : region.left,
    top: down ? WHOLE - region.top - height : region.top,
    width,
    height,
  };
}
