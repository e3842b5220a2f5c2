/**
 * Likeness: whether altered copies of pictures find their originals among a million other fingerprints, and how near to each
 * other pictures come that have nothing to do with each other.
 * Usage: node bench/likeness.mjs --data FOLDER [--only pairs|recall] [--match TEXT] [--works 600] [--rows 1000000] [--pictures 4000]
 *        [--paired 18000]; FOLDER holds openclipart-600.tar, TEXT is in the names of
 *        the alterations tried. Builds what is missing first; takes about an hour of one core.
 *
 * Rows in the index besides those of the works: `pictures` pictures made from drawings of the demo catalogue's styles (see
 * likeness/distractors), fingerprinted like any other; the rest up to `rows` are mixes of two of these in random proportion,
 * whole pictures with the places of their regions, since what could mislead the search is many rows that agree.
 *
 * What limits: the sixteen-band index misses far hashes (banded-index.mjs), and of a screenshot few pixels are left.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { buildWhatIsMissing } from '../bin/build.mjs';
import { alterations } from './likeness/alterations.mjs';
import { inWorkers, THREADS } from './likeness/in-workers.mjs';
import { mixedPicture } from './likeness/distractors/mixed-picture.mjs';
import { readShard } from './likeness/read-shard.mjs';
import { rowTable, setRow } from './likeness/row-table.mjs';
import { extrapolatedTail } from './likeness/tail.mjs';
import { machineLine, quantile } from './report.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    match: { type: 'string', default: '' },
    works: { type: 'string', default: '600' },
    rows: { type: 'string', default: '1000000' },
    pictures: { type: 'string', default: '4000' },
    paired: { type: 'string', default: '18000' },
  },
});
if (!values.data) throw new Error('Name the folder with openclipart-600.tar: --data FOLDER');

await buildWhatIsMissing(console.error, { pages: false });
const built = (path) => import(`../dist/server/src/${path}.js`);
const { fingerprintPicture } = await built('core/likeness/fingerprint-picture');
const { hammingDistance } = await built('core/likeness/hamming-distance');
const { luminanceOf } = await built('core/likeness/luminance');
const { orientedHashes } = await built('core/likeness/oriented-hashes');
const { LEAST_QUALITY, LEAST_EDGE } = await built('core/likeness/too-plain');
const { MAX_PDQ_DISTANCE } = await built('core/log/leaf-fingerprint');
const { SeededRandom } = await built('demo/seeded-random');
const { createPixelReader } = await built('vision/pixel-reader');

const tried = alterations.filter(({ name }) => name.includes(values.match));

/** Drawings that each thread varies. */
const DRAWINGS = 208;
/** Within which two files show the same picture, as the authors of PDQ say. */
const TWIN_DISTANCE = 10;

const started = Date.now();
const say = (line) =>
  console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${line}`);

async function fingerprintedWorks() {
  const files = (await readShard(join(values.data, 'openclipart-600.tar'))).slice(0, Number(values.works));
  const reader = createPixelReader({ timeLimitMs: 60_000 });
  const works = [];
  for (const [number, { bytes, creator }] of files.entries()) {
    const { rgb, width, height } = await reader.read(bytes);
    const picture = luminanceOf(rgb, width, height);
    works.push({ number, bytes, creator, ...fingerprintPicture(picture), oriented: orientedHashes(picture) });
  }
  await reader.close();
  return works;
}

/** Drawing takes minutes, so what came of it is kept below data/, under the digest of the code that it depends on. */
async function distractors() {
  const folder = fileURLToPath(new URL('../data', import.meta.url));
  const file = join(folder, `bench-likeness-${await codeDigest()}-${values.pictures}-${values.paired}.bin`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept !== undefined) return deserialize(kept);
  const made = await drawnDistractors();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, serialize(made));
  return made;
}

async function codeDigest() {
  const digest = createHash('sha256');
  for (const folder of ['../src/core/likeness/', '../src/demo/', './likeness/distractors/']) {
    const entries = await readdir(new URL(folder, import.meta.url), { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    for (const path of paths.sort()) digest.update(await readFile(path));
  }
  return digest.digest('hex').slice(0, 12);
}

async function drawnDistractors() {
  const share = (total) => Math.ceil(Number(total) / THREADS);
  const shares = await inWorkers('./distractors/distractor-worker.mjs', (at) => ({
    share: at,
    drawings: DRAWINGS,
    indexed: share(values.pictures),
    paired: share(values.paired),
  }));
  const answers = shares.flat();
  return {
    inIndex: answers.flatMap(({ inIndex }) => inIndex),
    inPairs: answers.flatMap(({ inPairs }) => inPairs),
  };
}

/** The works' pictures first, under their own numbers. */
function filledTable(works, inIndex) {
  const table = rowTable(works.reduce((sum, { regions }) => sum + regions.length, 0) + Number(values.rows));
  const random = new SeededRandom('mixes');
  let [at, picture] = [0, 0];
  const add = (regions) => {
    for (const region of regions.slice(0, table.count - at)) setRow(table, at++, region, picture);
    picture += 1;
  };
  for (const { regions } of works) add(regions);
  for (const regions of inIndex) add(regions);
  const fingerprinted = at;
  while (at < table.count) add(mixedPicture(random.pick(inIndex), random.pick(inIndex), random));
  say(`${table.count} rows of ${picture} pictures, ${fingerprinted} of them fingerprinted, the others mixed`);
  return table;
}

/** A row of the table is told as soon as the last copy of its kind was looked for. */
async function tellRecall(works, wholes, table) {
  console.log(
    '\n| alteration | asked | recall@1 | too plain | recall@1 of the others | with the wholes | by PDQ alone | best stranger | ms |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  );
  const copies = new Map(tried.map(({ name }) => [name, []]));
  await inWorkers(
    './search-worker.mjs',
    (share) => ({
      works: works.filter((_, at) => at % THREADS === share).map(({ number, bytes }) => ({ number, bytes })),
      count: table.count,
      memory: table.memory,
      match: values.match,
    }),
    (copy) => {
      const alike = copies.get(copy.alteration);
      alike.push(copy);
      if (alike.length === works.length) console.log(recallRow(works, wholes, copy.alteration, alike));
    },
  );
  const plain = works.filter(({ whole }) => whole.quality < LEAST_QUALITY).length;
  console.log(
    `\n${works.length} works, ${plain} of them too plain in the original (quality below ${LEAST_QUALITY}).`,
  );
}

function recallRow(works, wholes, name, copies) {
  const isTwin = (a, b) =>
    works[b] !== undefined && hammingDistance(works[a].whole.hash, works[b].whole.hash) <= TWIN_DISTANCE;
  const isFound = ({ work, found: [first] }) =>
    first !== undefined && (first.picture === work || isTwin(work, first.picture));
  const isTelling = ({ work, shorterEdge, whole }) =>
    Math.min(works[work].whole.quality, whole.quality) >= LEAST_QUALITY && shorterEdge >= LEAST_EDGE;
  const isNearByPdq = ({ work, whole }) =>
    hammingDistance(works[work].whole.hash, whole.hash) <= MAX_PDQ_DISTANCE;
  // As `matchPicture` ranks: whole pictures within the distance of a match first, laid down in any way, then regions.
  const isFoundAsSearched = (copy) => {
    const near = nearestWhole(wholes, copy.oriented);
    return near === undefined ? isFound(copy) : near === copy.work || isTwin(copy.work, near);
  };
  const share = (list, holds) =>
    list.length === 0 ? '–' : (list.filter(holds).length / list.length).toFixed(3);
  const telling = copies.filter(isTelling);
  const strangers = copies.flatMap(({ found }) =>
    found.filter(({ picture }) => picture >= works.length).map(({ score }) => score),
  );
  const cells = [
    name,
    tried.find((alteration) => alteration.name === name).asked.toFixed(2),
    share(copies, isFound),
    copies.length - telling.length,
    share(telling, isFound),
    share(telling, isFoundAsSearched),
    share(telling, isNearByPdq),
    strangers.length === 0 ? '–' : Math.max(...strangers).toFixed(1),
    quantile(
      copies.map(({ milliseconds }) => milliseconds),
      0.5,
    ).toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Number of the whole picture that is nearest to a hash, within the distance of a match. */
function nearestWhole(wholes, oriented) {
  let [best, least] = [undefined, MAX_PDQ_DISTANCE + 1];
  for (const [picture, { hash, quality }] of wholes.entries()) {
    if (quality < LEAST_QUALITY) continue;
    for (const asked of oriented) {
      const distance = hammingDistance(asked, hash);
      if (distance < least) [best, least] = [picture, distance];
    }
  }
  return best;
}

async function tellPairs(works, inPairs) {
  const creators = works.map(({ creator }) => creator);
  const ofWorks = works
    .filter(({ whole }) => whole.quality >= LEAST_QUALITY)
    .map(({ number, creator, oriented }) => {
      const by = -1 - creators.indexOf(creator);
      return { hashes: oriented, drawings: [by, by], work: number };
    });
  const pictures = [...ofWorks, ...inPairs];
  const shared = (list) => {
    const memory = new SharedArrayBuffer(list.length * 32);
    list.forEach((hash, at) => new Uint8Array(memory).set(hash, at * 32));
    return memory;
  };
  const hashes = shared(pictures.map(({ hashes: [upright] }) => upright));
  const turned = shared(pictures.flatMap(({ hashes: oriented }) => oriented));
  const origins = Int32Array.from(pictures.flatMap(({ drawings }) => drawings));
  const near = MAX_PDQ_DISTANCE;
  const answers = (
    await inWorkers('./pairs-worker.mjs', (from) => ({ hashes, turned, origins, from, step: THREADS, near }))
  ).flat();
  const histogram = Array.from({ length: 257 }, (_, distance) =>
    answers.reduce((sum, answer) => sum + answer.histogram[distance], 0),
  );
  const pairs = histogram.reduce((sum, count) => sum + count, 0);
  const { expected, least } = extrapolatedTail(histogram, near);
  console.log(
    `\n${pairs.toExponential(2)} pairs of ${pictures.length} unrelated pictures, each in eight orientations, none too plain:`,
  );
  console.log(
    histogram
      .map((count, at) => [at, count])
      .filter(([at, count]) => count > 0 && at <= 72)
      .map(([at, count]) => `${at}: ${count}`)
      .join(', '),
  );
  console.log(
    `least distance ${least}; expected within ${near} by the tail beyond: ${expected.toExponential(1)} of these pairs`,
  );
  for (const { a, b, distance } of answers.flatMap(({ nearPairs }) => nearPairs)) {
    console.log(
      `  within ${near}: ${pictures[a].work ?? 'drawn'} and ${pictures[b].work ?? 'drawn'}, ${distance} bits`,
    );
  }
}

console.log(machineLine());
const works = await fingerprintedWorks();
say(`${works.length} works fingerprinted`);
const { inIndex, inPairs } = await distractors();
say(`${inIndex.length} pictures drawn and fingerprinted, ${inPairs.length} hashed for comparing in pairs`);
if (values.only !== 'recall') await tellPairs(works, inPairs);
if (values.only !== 'pairs') {
  const wholes = [...works.map(({ whole }) => whole), ...inIndex.map(([whole]) => whole)];
  await tellRecall(works, wholes, filledTable(works, inIndex));
}
