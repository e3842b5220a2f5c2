/**
 * How far unrelated pictures are apart: every picture of a share against all later ones, in all eight orientations.
 * Pictures are unrelated when they have no drawing, and no maker, in common.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { wordsApart } from './popcount.mjs';

const { hashes, turned, origins, from, step, near } = workerData;
const upright = new Uint32Array(hashes);
const orientations = new Uint32Array(turned);
const count = upright.length / 8;
const histogram = new Float64Array(257);
const nearPairs = [];
for (let a = from; a < count; a += step) {
  for (let b = a + 1; b < count; b += 1) {
    if (isRelated(a, b)) continue;
    for (let orientation = 0; orientation < 8; orientation += 1) {
      const distance = wordsApart(orientations, (a * 8 + orientation) * 8, upright, b * 8);
      histogram[distance] += 1;
      if (distance <= near) nearPairs.push({ a, b, distance });
    }
  }
}
parentPort.postMessage({ histogram, nearPairs });

function isRelated(a, b) {
  const [a1, a2, b1, b2] = [origins[a * 2], origins[a * 2 + 1], origins[b * 2], origins[b * 2 + 1]];
  return a1 === b1 || a1 === b2 || a2 === b1 || a2 === b2;
}
