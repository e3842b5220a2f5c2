/** Draws, varies and fingerprints: pictures that have nothing to do with the works, for the index and for comparing in pairs. */
import { parentPort, workerData } from 'node:worker_threads';
import { distractorPicture } from './distractor-picture.mjs';
import { drawnPictures } from './drawings.mjs';

/** Of a drawing before parts of it are taken. */
const DRAWING_EDGE = 320;

const built = (path) => import(`../../../dist/server/src/${path}.js`);
const { fingerprintPicture, pdqFingerprint } = await built('core/likeness/fingerprint-picture');
const { orientedHashes } = await built('core/likeness/oriented-hashes');
const { SeededRandom } = await built('demo/seeded-random');

const { share, drawings: count, indexed, paired } = workerData;
const drawings = await drawnPictures(built, share * count, count, DRAWING_EDGE);
const random = new SeededRandom(`distractors ${share}`);
const inIndex = [];
const inPairs = [];
for (let made = 0; made < Math.max(indexed, paired); made += 1) {
  const { picture, drawings: within } = distractorPicture(drawings, random);
  if (made < indexed) inIndex.push(fingerprintPicture(picture).regions);
  if (made < paired && pdqFingerprint(picture).quality >= 50) {
    const [first, second = first] = within.map((at) => share * count + at);
    inPairs.push({ hashes: orientedHashes(picture), drawings: [first, second] });
  }
}
parentPort.postMessage({ inIndex, inPairs });
