/** Paths of c2sp.org/tlog-tiles, below the log's folder or address. */

/** Entries or hashes in a full tile. */
export const TILE_WIDTH = 256;

/** Of a full bundle of entries. */
export function entriesPath(index: number): string {
  return `tile/entries/${groups(index)}`;
}

/** Of a full tile of hashes. */
export function hashesPath(level: number, index: number): string {
  return `tile/${level}/${groups(index)}`;
}

/** Of what is there when fewer than 256 have come; `full` is the path of the full one. */
export function partialPath(full: string, width: number): string {
  return `${full}.p/${width}`;
}

/** 1234067 is `x001/x234/067`: no folder grows beyond a thousand, and none has the name of a file. */
function groups(index: number): string {
  const digits = String(index);
  return digits.padStart(Math.ceil(digits.length / 3) * 3, '0').replace(/\d{3}(?=\d)/g, 'x$&/');
}
