/** The files of a snapshot by which it decides, from what stands under each key. One state of a log has one spelling of them. */
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../bytes/utf8.js';
import type { Sha256 } from '../log/sha256.js';
import type { PlaceKind } from '../consent/subject.js';
import { urlKey } from '../url/url-key.js';
import { encodeBlock } from './block-bytes.js';
import { buildFilter } from './build-filter.js';
import { encodeFilter } from './filter-bytes.js';
import type { CellBits, FilterSeed } from './filter-cells.js';
import { hostText } from './host-keys.js';
import { type KeyBlock, speaks } from './key-block.js';
import { type Row, compareRows, encodeRows } from './key-rows.js';
import { encodeNearIndex } from './near-index.js';
import { RECORDS_HEADER, recordsHeader } from './records-header.js';
import type { KeyedBlock } from './standing-blocks.js';

/** The files that every snapshot has, and that are needed to decide. */
export const TABLE_FILES = [
  'filter.bin',
  'hosts.bin',
  'iscc-text.bin',
  'pdq.bin',
  'records.bin',
  'rows.bin',
  'strays.bin',
] as const;

export type TableFile = (typeof TABLE_FILES)[number];

export interface TableParts {
  readonly blocks: Iterable<KeyedBlock>;
  /** A place in clear by its SHA-256 in hexadecimal, where it is known. */
  readonly expressionOf: (digest: string) => string | undefined;
  /** Of the log at the size of the snapshot: what nobody knew who chose an address. */
  readonly root: Uint8Array;
  readonly sha256: Sha256;
}

export interface BuiltTables {
  readonly files: ReadonlyMap<TableFile, Uint8Array>;
  readonly counts: {
    readonly keys: number;
    readonly voices: number;
    readonly hosts: number;
    readonly strays: number;
  };
}

/** Cells of the filter of all keys. With sixteen bits one address in 65,536 is looked up in vain. */
export const KEY_BITS: CellBits = 16;
const HOST_BITS: CellBits = 16;

export function buildTables({ blocks, expressionOf, root, sha256 }: TableParts): BuiltTables {
  const entries = [...blocks].sort(compareRows);
  const { rows, records, voices } = layOut(entries);
  const hosts = new Set<bigint>();
  const strays = new Set<bigint>();
  for (const { key, digest, block, recognition } of entries) {
    if (recognition !== undefined || !speaks(block)) continue;
    const expression = expressionOf(bytesToHex(digest));
    if (expression === undefined) strays.add(key);
    else for (const kind of spokenKinds(block)) hosts.add(urlKey(hostText(kind, expression)));
  }
  const filter = (name: TableFile, keys: Iterable<bigint>, bits: CellBits) =>
    encodeFilterOf(name, keys, bits, root, sha256);
  const names = entries.flatMap(({ recognition }) => recognition ?? []);
  const near = (algorithm: string) =>
    encodeNearIndex(
      names
        .filter((name) => name.startsWith(`${algorithm} `))
        .map((name) => hexToBytes(name.slice(algorithm.length + 1))),
    );
  return {
    files: new Map<TableFile, Uint8Array>([
      [
        'filter.bin',
        filter(
          'filter.bin',
          rows.map(({ key }) => key),
          KEY_BITS,
        ),
      ],
      ['hosts.bin', filter('hosts.bin', hosts, HOST_BITS)],
      ['iscc-text.bin', near('iscc-text')],
      ['pdq.bin', near('pdq')],
      ['records.bin', records],
      ['rows.bin', encodeRows(rows)],
      ['strays.bin', filter('strays.bin', strays, HOST_BITS)],
    ]),
    counts: { keys: rows.length, voices, hosts: hosts.size, strays: strays.size },
  };
}

/**
 * The bytes of a filter in a file of a snapshot. Its seeds come from the root of the log, so that a mirror can make the same
 * filter of the same keys.
 */
export function encodeFilterOf(
  file: TableFile,
  keys: Iterable<bigint>,
  bits: CellBits,
  root: Uint8Array,
  sha256: Sha256,
): Uint8Array {
  const seedOf = (attempt: number): FilterSeed => {
    const digest = sha256(concatBytes(root, encodeUtf8(`${file} ${attempt}`)));
    const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
    return [view.getUint32(0, true), view.getUint32(4, true)];
  };
  return encodeFilter(buildFilter(BigUint64Array.from(keys), bits, seedOf));
}

function layOut(entries: readonly KeyedBlock[]): {
  readonly rows: Row[];
  readonly records: Uint8Array;
  readonly voices: number;
} {
  const rows: Row[] = [];
  const parts: Uint8Array[] = [];
  let blockAt = RECORDS_HEADER;
  let voices = 0;
  for (const { key, digest, block } of entries) {
    const bytes = encodeBlock(block);
    rows.push({ key, digest, blockAt });
    parts.push(bytes);
    blockAt += bytes.length;
    voices += block.places.length + block.works.length;
  }
  const records = new Uint8Array(blockAt);
  records.set(recordsHeader());
  // One by one: no call takes as many arguments as a registry has keys.
  for (const [at, part] of parts.entries()) records.set(part, rows[at]?.blockAt);
  return { rows, records, voices };
}

/** Works are said to lie at addresses alone. */
function spokenKinds({ places, works, contentClaimants }: KeyBlock): Set<PlaceKind> {
  const kinds = new Set(places.map(({ kind }) => kind));
  if (works.length + contentClaimants.length > 0) kinds.add('url');
  return kinds;
}
