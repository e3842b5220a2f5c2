/**
 * Stands in for pgvector's HNSW: approximate, in memory. Every hash is filed under each of its sixteen bands of 16 bits; a probe
 * looks under its own bands and under those that differ in one bit, which meets 99 % of hashes 40 bits away, 83 % at 56 and
 * 65 % at 64 if the bits that differ lie anywhere.
 */
import { wordsApart } from './popcount.mjs';
import { rowAt } from './row-table.mjs';

const BANDS = 16;
const BAND_VALUES = 65_536;
const NEIGHBOURS = [0, ...Array.from({ length: 16 }, (_, bit) => 1 << bit)];

export class BandedIndex {
  #table;
  #words;
  #bands;
  #seen;
  #round = 0;

  constructor(table) {
    this.#table = table;
    this.#words = new Uint32Array(table.memory, 0, table.count * 8);
    this.#seen = new Uint32Array(table.count);
    const halves = new Uint16Array(table.memory, 0, table.count * BANDS);
    this.#bands = Array.from({ length: BANDS }, (_, band) => fileUnder(halves, band, table.count));
  }

  /** The nearest `limit` rows within `radius`: their numbers and distances, nearest first. */
  nearest(hash, radius, limit) {
    const probe = new Uint32Array(Uint8Array.from(hash).buffer);
    const values = new Uint16Array(probe.buffer);
    const found = [];
    this.#round += 1;
    for (const [band, { starts, rows }] of this.#bands.entries()) {
      for (const neighbour of NEIGHBOURS) {
        const value = values[band] ^ neighbour;
        for (let at = starts[value]; at < starts[value + 1]; at += 1) {
          const row = rows[at];
          if (this.#seen[row] === this.#round) continue;
          this.#seen[row] = this.#round;
          const distance = wordsApart(this.#words, row * 8, probe, 0);
          if (distance <= radius) found.push({ row, distance });
        }
      }
    }
    return found.sort((a, b) => a.distance - b.distance).slice(0, limit);
  }

  row(at) {
    return { ...rowAt(this.#table, at), picture: this.#table.pictures[at] };
  }
}

/** Row numbers sorted by the value of one band, and where each value starts. */
function fileUnder(halves, band, count) {
  const starts = new Uint32Array(BAND_VALUES + 1);
  for (let row = 0; row < count; row += 1) starts[halves[row * BANDS + band] + 1] += 1;
  for (let value = 0; value < BAND_VALUES; value += 1) starts[value + 1] += starts[value];
  const rows = new Uint32Array(count);
  const next = starts.slice();
  for (let row = 0; row < count; row += 1) rows[next[halves[row * BANDS + band]]++] = row;
  return { starts, rows };
}
