import { readFileSync } from 'node:fs';
import { type KeyRows, decodeRows } from '../core/snapshot/key-rows.js';
import { NAMES_OF_BARE_ADDRESSES } from '../core/url/embedded-urls.js';
import { PROXY_HOSTS } from '../core/url/image-proxies.js';
import { BEGINS_LAST_LABEL, HEX_DIGITS, IN_LABEL, IN_PATH, UNRESERVED } from '../core/url/plain-address.js';
import { TRACKING_PARAMETERS } from '../core/url/tracking-parameters.js';
import { type SharedSieve, sieveBytes } from './address-sieve.js';

/** Those that address-sieve.wat asks, in the order in which it finds them. */
const FILTERS = ['hosts.bin', 'strays.bin', 'filter.bin'] as const;

/** Where address-sieve.wat looks for what is written here. */
const FILTERS_AT = 256;
const MARKS_AT = 268;
const SHIFT_AT = 272;
const INERT_AT = 288;
const NAMES_AT = 512;
const NAME_BITS = 65_536;
const FIRST_FREE = NAMES_AT + NAME_BITS / 8;

const SLASH = 0x2f;

const PAGE = 65_536;
const MOST_PAGES = 65_536;

/** For each key, of which two are set: of sixteen keys that are not there, one is found there in vain. */
const BITS_A_KEY = 8;
const MOST_BITS_EXPONENT = 30;
const WORD_EXPONENT = 5;

/** A sieve that is not filled yet: threads may have it, and may not be asked before it is. */
export interface LaidOutSieve {
  readonly shared: SharedSieve;
  readonly fill: () => void;
}

/** A filled sieve, as `layOutSieve` has it. */
export function shareSieve(files: ReadonlyMap<string, Uint8Array>, threads: number, rooms = 0): SharedSieve {
  const { shared, fill } = layOutSieve(files, threads, rooms);
  fill();
  return shared;
}

/**
 * @param files of a snapshot that were opened, so that every filter is as long as its header says
 * @param rooms for texts that go from one thread to another
 */
export function layOutSieve(
  files: ReadonlyMap<string, Uint8Array>,
  threads: number,
  rooms = 0,
): LaidOutSieve {
  const rows = keyRowsIn(files);
  const filters = FILTERS.map((name) => files.get(name) ?? new Uint8Array());
  let at = FIRST_FREE;
  const places = filters.map(({ length }) => {
    const place = at;
    at = Math.ceil((at + length) / 64) * 64;
    return place;
  });
  const marksAt = at;
  const exponent = bitsExponent(rows.count);
  const threadsAt = Math.ceil((marksAt + 2 ** exponent / 8) / 64) * 64;
  const pages = Math.ceil((threadsAt + sieveBytes(threads, rooms)) / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: MOST_PAGES, shared: true });
  const module = new WebAssembly.Module(readFileSync(new URL('./address-sieve.wasm', import.meta.url)));
  const fill = () => {
    writeBytes(memory.buffer);
    const bytes = new Uint8Array(memory.buffer);
    const view = new DataView(memory.buffer);
    for (const [number, place] of places.entries()) {
      view.setUint32(FILTERS_AT + 4 * number, place, true);
      bytes.set(filters[number] ?? new Uint8Array(), place);
    }
    const wordsExponent = exponent - WORD_EXPONENT;
    view.setUint32(MARKS_AT, marksAt, true);
    view.setUint32(SHIFT_AT, 64 - wordsExponent, true);
    markKeys(new Uint32Array(memory.buffer, marksAt, 2 ** wordsExponent), rows, wordsExponent);
  };
  return { shared: { module, memory, threadsAt, rooms }, fill };
}

/** What the bytes of an address may be, and on which names a rule acts. */
function writeBytes(memory: ArrayBuffer): void {
  const bytes = new Uint8Array(memory);
  for (let byte = 0; byte < 256; byte += 1) bytes[byte] = kindsOf(byte);
  bytes.set(inertHalves(), INERT_AT);
  for (const name of [...TRACKING_PARAMETERS, ...NAMES_OF_BARE_ADDRESSES, ...PROXY_HOSTS]) {
    const bit = nameBit(name);
    bytes[NAMES_AT + (bit >> 3)] = (bytes[NAMES_AT + (bit >> 3)] ?? 0) | (1 << (bit & 7));
  }
}

/** Throws where they cannot be read: of no keys the sieve would say that nobody has answered for anything. */
function keyRowsIn(files: ReadonlyMap<string, Uint8Array>): KeyRows {
  const decoded = decodeRows(files.get('rows.bin') ?? new Uint8Array(), true);
  if (decoded.ok) return decoded.rows;
  throw new Error(decoded.problem.message);
}

function bitsExponent(keys: number): number {
  return Math.min(MOST_BITS_EXPONENT, Math.max(6, Math.ceil(Math.log2(Math.max(1, keys) * BITS_A_KEY))));
}

/**
 * Two bits for each key, in one of 2^exponent words, the one that the beginning of the key says: one look into memory, where a filter takes
 * three. Keys are in order, so that memory is written from its beginning to its end. WebAssembly reads words as every machine that Node.js
 * runs on writes them, the lowest byte first.
 */
function markKeys(words: Uint32Array, rows: KeyRows, exponent: number): void {
  for (let row = 0; row < rows.count; row += 1) {
    const word = rows.high(row) >>> (32 - exponent);
    const low = rows.low(row);
    words[word] = (words[word] ?? 0) | (1 << low) | (1 << (low >>> 5));
  }
}

function kindsOf(byte: number): number {
  return [IN_PATH, IN_LABEL, BEGINS_LAST_LABEL, HEX_DIGITS, UNRESERVED].reduce(
    (kinds, table, bit) => kinds | ((table[byte] ?? 0) << bit),
    0,
  );
}

/** For each lower half of a byte, and for each upper one: a bit for each of the eight upper halves of ASCII under which a byte is inert. */
function inertHalves(): Uint8Array {
  const halves = new Uint8Array(32);
  for (let byte = 0; byte < 0x80; byte += 1) {
    if (IN_PATH[byte] === 1 && byte !== SLASH)
      halves[byte & 15] = (halves[byte & 15] ?? 0) | (1 << (byte >> 4));
    halves[16 + (byte >> 4)] = 1 << (byte >> 4);
  }
  return halves;
}

/** FNV-1a of 32 bits, of letters in either case alike: names that share a bit cost a look by the rules, and nothing else. */
function nameBit(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.charCodeAt(0) | 0x20), 0x01000193);
  return (hash ^ (hash >>> 16)) & (NAME_BITS - 1);
}
