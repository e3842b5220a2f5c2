/** The item at an index that wraps round a list that is not empty. */
export function cyclic<T>(items: readonly T[], index: number): T {
  const item = items[((index % items.length) + items.length) % items.length];
  if (item === undefined) throw new RangeError('cannot take from an empty list');
  return item;
}
