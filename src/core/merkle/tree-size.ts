/**
 * Sizes and indexes of a tree are whole numbers from 0 up, exact in a double: at most 2^53 - 1 leaves. C2SP lets a size
 * be larger; no log will be, and a number that is not exact must never stand for one that is.
 */
export function isTreeSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** For sizes and indexes that come from our own code. Throws `RangeError`. */
export function assertTreeSize(value: number): void {
  if (!isTreeSize(value)) {
    throw new RangeError(`${value} is no size or index of a tree: give a whole number from 0 to 2^53 - 1.`);
  }
}
