/**
 * The rows of an index in one block of memory that threads share: 32 bytes of hash, the four numbers of a region and the
 * number of the picture, in three parts.
 */
const HASH_BYTES = 32;
const ROW_BYTES = HASH_BYTES + 4 * 2 + 4;

/** Views into `count` rows of memory that is there already, or made. */
export function rowTable(count, memory = new SharedArrayBuffer(count * ROW_BYTES)) {
  return {
    count,
    memory,
    hashes: new Uint8Array(memory, 0, count * HASH_BYTES),
    regions: new Uint16Array(memory, count * HASH_BYTES, count * 4),
    pictures: new Uint32Array(memory, count * (HASH_BYTES + 8), count),
  };
}

export function setRow(table, at, { hash, region }, picture) {
  table.hashes.set(hash, at * HASH_BYTES);
  table.regions.set([region.left, region.top, region.width, region.height], at * 4);
  table.pictures[at] = picture;
}

export function rowAt(table, at) {
  const [left, top, width, height] = table.regions.subarray(at * 4, at * 4 + 4);
  const hash = table.hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
  return { hash, region: { left, top, width, height } };
}
