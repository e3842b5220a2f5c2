/** A picture that others are looked for by: what of it is compared with an index, most promising first. */
import { type Box, wholeBox } from './box.js';
import { LEAST_REGION_QUALITY } from './fingerprint-picture.js';
import { landmarks } from './landmarks.js';
import type { Luminance } from './luminance.js';
import { ORIENTATIONS, type Orientation } from './orientation.js';
import { pdqQuality } from './pdq-block.js';
import { type PdqHash, pdqHash } from './pdq-hash.js';
import { pdqSpectrum, turnSpectrum } from './pdq-spectrum.js';
import { type Region, regionOf, turnRegion } from './region.js';
import { regionBlock } from './region-block.js';
import { summedArea, type SummedArea } from './summed-area.js';
import { tilted } from './tilted.js';
import { trimmedBoxes } from './trimmed-boxes.js';

/** Clockwise, in degrees: pictures are also looked for as if they had been tilted by about as much the other way. */
const TILTS = [5, -5] as const;

/** A picture that is pasted small into a large one is met by few of the large one's landmarks, so many are taken. */
const LANDMARKS = 60;

/** The picture as it came, or tilted. */
export interface QueryView {
  readonly area: SummedArea;
  readonly frames: readonly Box[];
  readonly landmarks: readonly Box[];
}

/** One hash to be looked up among those of regions. */
export interface Probe {
  readonly view: QueryView;
  /** How the view is laid down before it is compared. */
  readonly orientation: Orientation;
  readonly hash: PdqHash;
  /** Within the view as it is then laid down. */
  readonly region: Region;
}

/**
 * Rounds of probes, each worth making only when those before have not found the picture: the strongest landmarks as they are,
 * then turned and mirrored, then those of the picture tilted, then the weaker ones likewise. Some 14, 42, 48, 28, 70 and 36.
 */
export function* probeRounds(picture: Luminance): Generator<readonly Probe[]> {
  const view = viewOf(picture);
  const turned = ORIENTATIONS.slice(1);
  yield probesOf(view, ['upright'], withFrames(view, 12));
  yield probesOf(view, turned, withFrames(view, 4));
  yield probesOf(view, ['upright'], view.landmarks.slice(12));
  const tilts = TILTS.map((degrees) => viewOf(tilted(picture, degrees)));
  yield tilts.flatMap((tilt) => probesOf(tilt, ['upright'], withFrames(tilt, 12)));
  yield probesOf(view, turned, view.landmarks.slice(4, 14));
  yield tilts.flatMap((tilt) => probesOf(tilt, ['upright'], tilt.landmarks.slice(12, 30)));
}

function withFrames({ frames, landmarks: found }: QueryView, count: number): readonly Box[] {
  return [...frames, ...found.slice(0, count)];
}

function viewOf(picture: Luminance): QueryView {
  const area = summedArea(picture);
  const frames = [wholeBox(picture), ...trimmedBoxes(picture)];
  return { area, frames, landmarks: landmarks(area, LANDMARKS) };
}

function probesOf(
  view: QueryView,
  orientations: readonly Orientation[],
  boxes: readonly Box[],
): readonly Probe[] {
  const probes: Probe[] = [];
  for (const box of boxes) {
    const block = regionBlock(view.area, box);
    if (pdqQuality(block) < LEAST_REGION_QUALITY) continue;
    const spectrum = pdqSpectrum(block);
    const region = regionOf(box, view.area);
    for (const orientation of orientations) {
      probes.push({
        view,
        orientation,
        hash: pdqHash(turnSpectrum(spectrum, orientation)),
        region: turnRegion(region, orientation),
      });
    }
  }
  return probes;
}
