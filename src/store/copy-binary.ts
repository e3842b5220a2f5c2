import { storableJson, storableText } from './storable-text.js';

/** How each type's value goes in; what is absent is null. */
interface CellValues {
  readonly int2: number;
  readonly int4: number;
  readonly int8: bigint;
  readonly float4: number;
  readonly text: string;
  readonly bytea: Uint8Array;
  readonly jsonb: Readonly<Record<string, unknown>>;
  /** Bit patterns of IEEE 754 half floats. */
  readonly halfvec: Uint16Array;
  readonly timestamptz: Date;
  /** Of a number of bits that is a multiple of eight. */
  readonly bit: Uint8Array;
}

export type CellType = keyof CellValues;
export type Cell = CellValues[CellType] | undefined;

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const CHUNK_BYTES = 65_536;
const NULL_CELL = -1;
const END = -1;
const JSONB_VERSION = 1;

/**
 * Rows in the binary format of COPY (PostgreSQL manual, "COPY", Binary Format), in chunks of some 64 kB.
 * @param types of the cells, in the order of COPY's columns
 */
export function* copyBinary(
  types: readonly CellType[],
  rows: Iterable<readonly Cell[]>,
): Generator<Uint8Array> {
  const out = new GrowingBytes();
  out.bytes(SIGNATURE);
  for (const row of rows) {
    out.int16(types.length);
    for (const [at, type] of types.entries()) writeCell(out, type, row[at]);
    if (out.length >= CHUNK_BYTES) yield out.take();
  }
  out.int16(END);
  yield out.take();
}

function writeCell(out: GrowingBytes, type: CellType, cell: Cell): void {
  if (cell === undefined) {
    out.int32(NULL_CELL);
    return;
  }
  const lengthAt = out.length;
  out.int32(0);
  WRITE[type](out, cell as never);
  out.int32At(lengthAt, out.length - lengthAt - 4);
}

/** What PostgreSQL counts microseconds from. */
const EPOCH = Date.UTC(2000, 0, 1);

const WRITE: { readonly [T in CellType]: (out: GrowingBytes, value: CellValues[T]) => void } = {
  int2: (out, value) => {
    out.int16(value);
  },
  int4: (out, value) => {
    out.int32(value);
  },
  int8: (out, value) => {
    out.int64(value);
  },
  float4: (out, value) => {
    out.float32(value);
  },
  text: (out, value) => {
    out.text(storableText(value));
  },
  bytea: (out, value) => {
    out.bytes(value);
  },
  jsonb: (out, value) => {
    out.uint8(JSONB_VERSION);
    out.text(storableJson(value));
  },
  halfvec: (out, value) => {
    out.int16(value.length);
    out.int16(0);
    out.halves(value);
  },
  timestamptz: (out, value) => {
    out.int64(BigInt(value.getTime() - EPOCH) * 1_000n);
  },
  bit: (out, value) => {
    out.int32(value.length * 8);
    out.bytes(value);
  },
};

/** Bytes written one after the other, in network order. A chunk that was taken is never written to again. */
class GrowingBytes {
  #buffer = Buffer.allocUnsafe(CHUNK_BYTES * 2);
  length = 0;

  take(): Uint8Array {
    const taken = this.#buffer.subarray(0, this.length);
    this.#buffer = Buffer.allocUnsafe(CHUNK_BYTES * 2);
    this.length = 0;
    return taken;
  }

  uint8(value: number): void {
    this.length = this.#room(1).writeUInt8(value, this.length);
  }

  int16(value: number): void {
    this.length = this.#room(2).writeInt16BE(value, this.length);
  }

  int32(value: number): void {
    this.length = this.#room(4).writeInt32BE(value, this.length);
  }

  int32At(offset: number, value: number): void {
    this.#buffer.writeInt32BE(value, offset);
  }

  int64(value: bigint): void {
    this.length = this.#room(8).writeBigInt64BE(value, this.length);
  }

  float32(value: number): void {
    this.length = this.#room(4).writeFloatBE(value, this.length);
  }

  bytes(value: Uint8Array): void {
    this.#room(value.length).set(value, this.length);
    this.length += value.length;
  }

  /** UTF-8 takes at most three bytes for each unit of a JavaScript string. */
  text(value: string): void {
    this.length += this.#room(value.length * 3).write(value, this.length, 'utf8');
  }

  halves(values: Uint16Array): void {
    const buffer = this.#room(values.length * 2);
    for (const value of values) this.length = buffer.writeUInt16BE(value, this.length);
  }

  #room(bytes: number): Buffer {
    const needed = this.length + bytes;
    if (needed > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2));
      this.#buffer.copy(larger, 0, 0, this.length);
      this.#buffer = larger;
    }
    return this.#buffer;
  }
}
