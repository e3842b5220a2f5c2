/** The tables of one opened snapshot, read where they lie. Nothing of them is turned into objects before it is asked for. */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { compareBytes } from '../bytes/compare-bytes.js';
import { type Refusal, refuse } from '../bytes/refusal.js';
import { encodeUtf8 } from '../bytes/utf8.js';
import type { PlaceExpression } from '../consent/subject.js';
import type { Sha256 } from '../log/sha256.js';
import type { Recognition } from '../replay/digested-item.js';
import { likenessDistance } from '../replay/subject-name.js';
import { urlKeyHalves } from '../url/url-key.js';
import { blockLength, decodeBlock } from './block-bytes.js';
import type { TableFile } from './build-tables.js';
import { type FilterProblemCode, decodeFilter } from './filter-bytes.js';
import { type BytesAt, heldBytes } from './bytes-at.js';
import type { BlockSource } from './find-in-snapshot.js';
import { hostTextsOf } from './host-keys.js';
import type { KeyBlock } from './key-block.js';
import { type KeyFilter, filterProbe } from './key-filter.js';
import { DIGEST_BYTES, type KeyRows, type RowsProblemCode, decodeRows } from './key-rows.js';
import { type NearIndex, type NearIndexProblemCode, decodeNearIndex } from './near-index.js';
import { RECORDS_HEADER, refuseRecords } from './records-header.js';

export type TablesProblemCode =
  | FilterProblemCode
  | RowsProblemCode
  | NearIndexProblemCode
  | 'missing'
  | 'not-records'
  | 'contradicts-itself';

interface Parts {
  readonly filter: KeyFilter;
  readonly hosts: KeyFilter;
  readonly strays: KeyFilter;
  readonly pdq: NearIndex;
  readonly text: NearIndex;
  readonly rows: KeyRows;
  readonly records: BytesAt;
}

/**
 * Opens the tables. Whoever calls it has compared every file with the checksum in a signed manifest: what is looked at here is
 * only whether they can be read.
 * @param records of `records.bin`, where they are not in memory
 */
export function openTables(
  file: (name: TableFile) => Uint8Array | undefined,
  sha256: Sha256,
  records: BytesAt = heldBytes(file('records.bin') ?? new Uint8Array()),
): { readonly ok: true; readonly tables: SnapshotTables } | Refusal<TablesProblemCode> {
  const bytes = (name: TableFile) => file(name) ?? new Uint8Array();
  const filter = decodeFilter(bytes('filter.bin'));
  if (!filter.ok) return filter;
  const hosts = decodeFilter(bytes('hosts.bin'));
  if (!hosts.ok) return hosts;
  const strays = decodeFilter(bytes('strays.bin'));
  if (!strays.ok) return strays;
  const pdq = decodeNearIndex(bytes('pdq.bin'));
  if (!pdq.ok) return pdq;
  const text = decodeNearIndex(bytes('iscc-text.bin'));
  if (!text.ok) return text;
  const rows = decodeRows(bytes('rows.bin'));
  if (!rows.ok) return rows;
  const refused = refuseRecords(records.at(0, Math.min(RECORDS_HEADER, records.length)));
  if (refused !== undefined) return refused;
  if (filter.filter.keys > rows.rows.count) {
    return refuse(
      'contradicts-itself',
      'The filter of the snapshot has more keys than there are: fetch it again.',
    );
  }
  const parts = {
    filter: filter.filter,
    hosts: hosts.filter,
    strays: strays.filter,
    pdq: pdq.index,
    text: text.index,
    rows: rows.rows,
    records,
  };
  return { ok: true, tables: new SnapshotTables(parts, sha256) };
}

type Probe = ReturnType<typeof filterProbe>;

/** How many hosts are remembered. */
const MOST_HOSTS = 65_536;

export class SnapshotTables implements BlockSource {
  readonly rows: KeyRows;
  /** Asks the filter of all keys; a no is final. */
  readonly isIn: Probe;
  readonly #hosts: Probe;
  readonly #strays: Probe;
  readonly #hasStrays: boolean;
  readonly #askedHosts = new Map<string, boolean>();
  readonly #likeness: Readonly<Record<'pdq' | 'iscc-text', NearIndex>>;
  readonly #records: BytesAt;
  readonly #sha256: Sha256;

  constructor({ filter, hosts, strays, pdq, text, rows, records }: Parts, sha256: Sha256) {
    this.rows = rows;
    this.isIn = filterProbe(filter);
    this.#hosts = filterProbe(hosts);
    this.#strays = filterProbe(strays);
    this.#hasStrays = strays.keys > 0;
    this.#likeness = { pdq, 'iscc-text': text };
    this.#records = records;
    this.#sha256 = sha256;
  }

  mayCover(expressions: readonly PlaceExpression[]): boolean {
    if (hostTextsOf(expressions).some((text) => this.#isSaidUnder(text))) return true;
    return this.#hasStrays && expressions.some(({ expression }) => ask(this.#strays, expression));
  }

  /** Rows of a dataset name the same hosts again and again. */
  #isSaidUnder(hostText: string): boolean {
    const known = this.#askedHosts.get(hostText);
    if (known !== undefined) return known;
    const isSaid = ask(this.#hosts, hostText);
    if (this.#askedHosts.size >= MOST_HOSTS) this.#askedHosts.clear();
    this.#askedHosts.set(hostText, isSaid);
    return isSaid;
  }

  block(text: string): KeyBlock | undefined {
    const row = this.rowOf(text);
    return row === undefined ? undefined : this.blockOf(row);
  }

  /** The row of an expression, or of a digest or fingerprint by `recognitionKey`. */
  rowOf(text: string): number | undefined {
    const { low, high } = urlKeyHalves(text);
    if (!this.isIn(low, high)) return undefined;
    let digest: Uint8Array | undefined;
    for (let row = this.rows.from(low, high); row < this.rows.count; row += 1) {
      if (this.rows.low(row) !== low || this.rows.high(row) !== high) return undefined;
      digest ??= this.#sha256(encodeUtf8(text)).subarray(0, DIGEST_BYTES);
      if (compareBytes(this.rows.digest(row), digest) === 0) return row;
    }
    return undefined;
  }

  /** The block of a row. */
  blockOf(row: number): KeyBlock {
    return decodeBlock(this.blockBytes(row));
  }

  /** The bytes of the block of a row; of records that are not in memory, until the next are asked for. */
  blockBytes(row: number): Uint8Array {
    const at = this.rows.blockAt(row);
    return this.#records.at(at, blockLength(this.#records, at));
  }

  /** Whether blocks follow one another without a gap, in the order of the keys. */
  isDense(): boolean {
    let at = RECORDS_HEADER;
    for (let row = 0; row < this.rows.count; row += 1) {
      if (this.rows.blockAt(row) !== at) return false;
      at += this.blockBytes(row).length;
    }
    return at === this.#records.length;
  }

  /**
   * The fingerprints under which something stands that differ in at most so many bits from one of 256 bits.
   * @param value lower-case hexadecimal
   */
  recognise(by: 'pdq' | 'iscc-text', value: string, mostBits: number): Recognition[] {
    return this.#likeness[by].near(hexToBytes(value), mostBits).map(({ fingerprint, bits }) => ({
      by,
      value: bytesToHex(fingerprint),
      distance: likenessDistance(bits),
    }));
  }
}

function ask(probe: Probe, text: string): boolean {
  const { low, high } = urlKeyHalves(text);
  return probe(low, high);
}
