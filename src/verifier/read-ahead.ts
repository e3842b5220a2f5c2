/**
 * What `read` gives for 0, 1, … `count` - 1, in that order, while up to `ahead` of them are under way at once. No more are
 * ever held, however slowly they are used.
 */
export async function* readAhead<T>(
  count: number,
  ahead: number,
  read: (index: number) => Promise<T>,
): AsyncGenerator<T> {
  const underWay: Promise<T>[] = [];
  for (let next = 0; next < count || underWay.length > 0;) {
    while (next < count && underWay.length < ahead) {
      const reading = read(next);
      // It is heard of when its turn comes, and if it never does, nobody need hear of it.
      reading.catch(() => undefined);
      underWay.push(reading);
      next += 1;
    }
    const first = underWay.shift();
    if (first !== undefined) yield await first;
  }
}
