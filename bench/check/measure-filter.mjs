/** P3: the filter of all keys, beside a `Set` of texts. */
import { readFile } from 'node:fs/promises';
import { against, heading, inTurn, line } from './turns.mjs';

const built = (path) => import(`../../dist/server/src/${path}.js`);
const { decodeFilter } = await built('core/snapshot/filter-bytes');
const { filterProbe } = await built('core/snapshot/key-filter');
const { snapshotFolderAt } = await built('snapshot-files/snapshot-folder');

const PROBES = 4_000_000;
const TEXTS = 1_000_000;

export async function measureFilter({ rounds, urls, inFolder, made }) {
  const [size] = await snapshotFolderAt(inFolder('snapshots')).sizes();
  const { filter } = decodeFilter(new Uint8Array(await readFile(inFolder(`snapshots/${size}/filter.bin`))));
  const isIn = filterProbe(filter);
  const words = new Uint32Array(2 * PROBES);
  for (let at = 0; at < words.length; at += 1) words[at] = Math.imul(at + 1, 0x9e3779b1) ^ (at >>> 3);
  const set = new Set(urls.slice(0, TEXTS));
  const texts = urls.slice(-TEXTS).map((url) => `${url}?`);
  let found = 0;
  const took = await inTurn(rounds, {
    filter: () => {
      for (let at = 0; at < words.length; at += 2) found += isIn(words[at], words[at + 1]) ? 1 : 0;
    },
    set: () => {
      for (const text of texts) found += set.has(text) ? 1 : 0;
    },
  });
  const each = { filter: took.filter, set: took.set.map((ns) => (ns * PROBES) / texts.length) };
  heading('P3  the filter of all keys');
  line('size', `${(((filter.cells.byteLength ?? 0) * 8) / filter.keys).toFixed(2)} bits a key`);
  line('built', `${((made.filterMs * 1e6) / filter.keys).toFixed(0)} ns a key`);
  line(
    'a question',
    `${(Math.min(...took.filter) / PROBES).toFixed(0)} ns, rate ${against(each, 'filter', 'set')} of a Set of ${TEXTS} texts`,
  );
  line('found of what is not in it', `${found / rounds} of ${PROBES}`);
}
