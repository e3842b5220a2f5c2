/**
 * What the addresses of one picture in several sizes have in common, as blogs and shops write them: `fox-300x200.jpg`,
 * `fox_large.webp` and `fox.jpg?w=640` all lie at `fox`. A guess that only ever suggests: nothing is decided by it.
 */

const SIZE =
  /[-_.@](?:\d{2,5}x\d{2,5}|\d{2,5}w|[1-4]x|scaled|thumb|thumbnail|small|medium|large|preview|orig|original|full)$/i;
const ENDING = /\.(?:jpe?g|png|webp|gif|avif)$/i;

/** Shorter stems are those of too many other pictures. */
const LEAST_LENGTH = 4;

/** Of a canonical address; undefined for what is no file of a picture, or whose name says too little. */
export function sizelessStem(canonical: string): string | undefined {
  const [address = ''] = canonical.split('?', 1);
  if (!ENDING.test(address)) {
    return undefined;
  }
  let stem = address.replace(ENDING, '');
  while (SIZE.test(stem)) {
    stem = stem.replace(SIZE, '');
  }
  const name = stem.slice(stem.lastIndexOf('/') + 1);
  return name.length >= LEAST_LENGTH ? stem : undefined;
}
