/** Alters works and looks for them in the index; answers one line for each copy. */
import { parentPort, workerData } from 'node:worker_threads';
import { alterations } from './alterations.mjs';
import { BandedIndex } from './banded-index.mjs';
import { rowTable } from './row-table.mjs';

const built = (path) => import(`../../dist/server/src/${path}.js`);
const { findLikenesses } = await built('core/likeness/find-likenesses');
const { pdqFingerprint } = await built('core/likeness/fingerprint-picture');
const { luminanceOf } = await built('core/likeness/luminance');
const { orientedHashes } = await built('core/likeness/oriented-hashes');
const { MAX_HIT_DISTANCE } = await built('core/likeness/placements');
const { SeededRandom } = await built('demo/seeded-random');
const { createPixelReader } = await built('vision/pixel-reader');

/** Rows that each probe brings back: what a query would set as LIMIT. */
const NEAREST = 20;

const { works, count, memory, match } = workerData;
const index = new BandedIndex(rowTable(count, memory));
const firstRows = new Map();
const regions = regionsByPicture();
const likenessIndex = {
  nearest: async (probes) => probes.flatMap(hitsOf),
  regionsOf: async (pictures) => pictures.map((picture) => regions.get(Number(picture))),
};
const reader = createPixelReader({ timeLimitMs: 60_000 });

for (const { name, alter } of alterations.filter((alteration) => alteration.name.includes(match))) {
  for (const { number, bytes } of works) {
    const copy = await alter(bytes, new SeededRandom(`${name}/${number}`));
    const { rgb, width, height, from } = await reader.read(copy);
    const picture = luminanceOf(rgb, width, height);
    const started = process.hrtime.bigint();
    const found = await findLikenesses(picture, likenessIndex);
    parentPort.postMessage({
      alteration: name,
      work: number,
      shorterEdge: Math.min(from.width, from.height),
      whole: pdqFingerprint(picture),
      oriented: orientedHashes(picture),
      found: found
        .slice(0, 5)
        .map((likeness) => ({ picture: Number(likeness.picture), ...likeness.agreement })),
      milliseconds: Number(process.hrtime.bigint() - started) / 1e6,
    });
  }
}
await reader.close();

function hitsOf(probe) {
  return index.nearest(probe.hash, MAX_HIT_DISTANCE, NEAREST).map(({ row, distance }) => {
    const { picture } = index.row(row);
    return {
      probe,
      picture: String(picture),
      region: regions.get(picture)[row - firstRows.get(picture)].region,
      distance,
    };
  });
}

/** A hit names the very object that stands among its picture's regions, so that equal regions count once. */
function regionsByPicture() {
  const byPicture = new Map();
  for (let row = 0; row < count; row += 1) {
    const { picture, ...region } = index.row(row);
    if (!byPicture.has(picture)) {
      byPicture.set(picture, []);
      firstRows.set(picture, row);
    }
    byPicture.get(picture).push(region);
  }
  return byPicture;
}
