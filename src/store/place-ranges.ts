/** No text that begins with a prefix sorts after the prefix and this. */
const AFTER_EVERYTHING = '\u{10FFFF}';

/** Between what an index on the first 512 characters of addresses holds those that begin so: from, and before what. */
export function addressRange(prefix: string): [from: string, before: string] {
  const indexed = prefix.slice(0, 512);
  return [indexed, indexed + AFTER_EVERYTHING];
}

/** The same for a host and all below it, in an index on hosts that are read backwards and end in a dot. */
export function hostRange(host: string): [from: string, before: string] {
  const reversed = Array.from(host).reverse().join('').slice(0, 255);
  // The slash is the character after the dot.
  return [`${reversed}.`, `${reversed}/`];
}
