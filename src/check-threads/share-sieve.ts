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
const BITS_AT = 268;
const SHIFT_AT = 272;
const NAMES_AT = 512;
const NAME_BITS = 65_536;
const FIRST_FREE = NAMES_AT + NAME_BITS / 8;

const PAGE = 65_536;
const MOST_PAGES = 65_536;

/** Bits for each key: of eight keys that are not there, one is found there in vain. */
const BITS_A_KEY = 8;
const MOST_BITS_EXPONENT = 30;

/**
 * @param files of a snapshot that were opened, so that every filter is as long as its header says
 * @param rooms for texts that go from one thread to another
 */
export function shareSieve(files: ReadonlyMap<string, Uint8Array>, threads: number, rooms = 0): SharedSieve {
  const rows = keyRowsIn(files);
  const filters = FILTERS.map((name) => files.get(name) ?? new Uint8Array());
  let at = FIRST_FREE;
  const places = filters.map(({ length }) => {
    const place = at;
    at = Math.ceil((at + length) / 64) * 64;
    return place;
  });
  const bitsAt = at;
  const exponent = bitsExponent(rows.count);
  const threadsAt = Math.ceil((bitsAt + 2 ** exponent / 8) / 64) * 64;
  const pages = Math.ceil((threadsAt + sieveBytes(threads, rooms)) / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: MOST_PAGES, shared: true });
  const bytes = new Uint8Array(memory.buffer);
  for (let byte = 0; byte < 256; byte += 1) bytes[byte] = kindsOf(byte);
  for (const name of [...TRACKING_PARAMETERS, ...NAMES_OF_BARE_ADDRESSES, ...PROXY_HOSTS]) {
    const bit = nameBit(name);
    bytes[NAMES_AT + (bit >> 3)] = (bytes[NAMES_AT + (bit >> 3)] ?? 0) | (1 << (bit & 7));
  }
  const view = new DataView(memory.buffer);
  for (const [number, place] of places.entries()) {
    view.setUint32(FILTERS_AT + 4 * number, place, true);
    bytes.set(filters[number] ?? new Uint8Array(), place);
  }
  view.setUint32(BITS_AT, bitsAt, true);
  view.setUint32(SHIFT_AT, 64 - exponent, true);
  markKeys(bytes.subarray(bitsAt, threadsAt), rows, exponent);
  const module = new WebAssembly.Module(readFileSync(new URL('./address-sieve.wasm', import.meta.url)));
  return { module, memory, threadsAt, rooms };
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
 * A bit for each of the 2^exponent beginnings that a key can have, 1 where some key has it: one look into memory, where a filter
 * takes three. Keys are in order, so that memory is written from its beginning to its end.
 */
function markKeys(bits: Uint8Array, rows: KeyRows, exponent: number): void {
  for (let row = 0; row < rows.count; row += 1) {
    const bit = rows.high(row) >>> (32 - exponent);
    bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }
}

const NOT_INERT = '/hH';

function kindsOf(byte: number): number {
  const isInert = !NOT_INERT.includes(String.fromCharCode(byte)) && IN_PATH[byte] === 1;
  return [IN_PATH, IN_LABEL, BEGINS_LAST_LABEL, HEX_DIGITS, UNRESERVED].reduce(
    (kinds, table, bit) => kinds | ((table[byte] ?? 0) << bit),
    isInert ? 32 : 0,
  );
}

/** FNV-1a of 32 bits, of letters in either case alike: names that share a bit cost a look by the rules, and nothing else. */
function nameBit(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.charCodeAt(0) | 0x20), 0x01000193);
  return (hash ^ (hash >>> 16)) & (NAME_BITS - 1);
}
