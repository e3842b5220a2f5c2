/** The bytes of one entry of a map, as they stand in CBOR (RFC 8949): what was signed is those, and no other spelling of the same. */
const DEEPEST = 32;

/** The value under a text key of a map; undefined where there is no such map, key or end. */
export function cborEntry(bytes: Uint8Array, key: string): Uint8Array | undefined {
  try {
    const { major, argument, next } = head(bytes, 0);
    if (major !== 5) return undefined;
    const wanted = Buffer.from(key, 'utf8');
    let at = next;
    for (let pair = 0; argument === undefined ? bytes[at] !== BREAK : pair < argument; pair += 1) {
      const name = head(bytes, at);
      const valueAt = skip(bytes, at, 0);
      const end = skip(bytes, valueAt, 0);
      if (name.major === 3 && wanted.equals(bytes.subarray(name.next, valueAt))) {
        return bytes.subarray(valueAt, end);
      }
      at = end;
    }
    return undefined;
  } catch (error) {
    if (error instanceof Unfinished) return undefined;
    throw error;
  }
}

const BREAK = 0xff;

class Unfinished extends Error {}

interface Head {
  readonly major: number;
  /** Undefined: of a length that only its end tells. */
  readonly argument: number | undefined;
  readonly next: number;
}

function head(bytes: Uint8Array, at: number): Head {
  const first = bytes[at];
  if (first === undefined) throw new Unfinished();
  const [major, low] = [first >> 5, first & 31];
  if (low < 24) return { major, argument: low, next: at + 1 };
  if (low === 31) return { major, argument: undefined, next: at + 1 };
  const width = 2 ** (low - 24);
  if (low > 27 || at + 1 + width > bytes.length) throw new Unfinished();
  let argument = 0;
  for (const byte of bytes.subarray(at + 1, at + 1 + width)) argument = argument * 256 + byte;
  return { major, argument, next: at + 1 + width };
}

/** Where the item that begins there ends. */
function skip(bytes: Uint8Array, at: number, depth: number): number {
  if (depth > DEEPEST) throw new Unfinished();
  const { major, argument, next } = head(bytes, at);
  switch (major) {
    case 2:
    case 3:
      return argument === undefined ? skipToBreak(bytes, next, depth) : within(bytes, next + argument);
    case 4:
    case 5:
      if (argument === undefined) return skipToBreak(bytes, next, depth);
      return skipItems(bytes, next, major === 5 ? argument * 2 : argument, depth);
    case 6:
      return skip(bytes, next, depth + 1);
    default:
      if (argument === undefined) throw new Unfinished();
      return next;
  }
}

function skipItems(bytes: Uint8Array, at: number, count: number, depth: number): number {
  let end = at;
  for (let item = 0; item < count; item += 1) end = skip(bytes, end, depth + 1);
  return end;
}

function skipToBreak(bytes: Uint8Array, at: number, depth: number): number {
  let end = at;
  while (bytes[end] !== BREAK) end = skip(bytes, end, depth + 1);
  return end + 1;
}

function within(bytes: Uint8Array, end: number): number {
  if (end > bytes.length) throw new Unfinished();
  return end;
}
