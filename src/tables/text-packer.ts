import type { DuckDBDataChunk } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import type { PackedTexts } from '../app/ports/tables.js';

/** `duckdb_string_t`: the length in 4 bytes, then the text itself where it has at most 12 bytes, otherwise 4 of it and a pointer. */
const TEXT_BYTES = 16;
const LONGEST_INLINE = 12;
const POINTER = 8;

/**
 * Bytes between two texts that are read with them. So few lie in the pages of memory in which the one text ends or the other
 * begins, so that reading them touches nothing that is not there.
 */
const WIDEST_GAP = 64;

/** Room at first; it grows with what is added. */
const FIRST_ROWS = 16_384;

/** Gathers texts of chunks as they lie in memory. A call for each text, and a string of it, would cost more than answering. */
export class TextPacker {
  #rows = 0;
  #length = 0;
  #pieces: Uint8Array[] = [];
  #piecesAt: number[] = [];
  /** Kept as long as their pieces: the binding does not promise that what it gives is a copy, and memory is freed with its chunk. */
  #chunks: DuckDBDataChunk[] = [];
  #starts = new Uint32Array(FIRST_ROWS);
  #ends = new Uint32Array(FIRST_ROWS);

  get rows(): number {
    return this.#rows;
  }

  /** @param chunk whose first column is VARCHAR */
  add(chunk: DuckDBDataChunk): void {
    const { rowCount } = chunk;
    this.#makeRoom(this.#rows + rowCount);
    this.#chunks.push(chunk);
    const vector = duckdb.data_chunk_get_vector(chunk.chunk, 0);
    const data = duckdb.vector_get_data(vector, rowCount * TEXT_BYTES);
    const validity = duckdb.vector_get_validity(vector, Math.ceil(rowCount / 64) * 8) as Uint8Array | null;
    const inline = this.#keep(data);
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const run = new Run(data);
    for (let row = 0; row < rowCount; row += 1) {
      const at = row * TEXT_BYTES;
      const isThere = validity === null || ((validity[row >> 3] ?? 0) >> (row & 7)) % 2 === 1;
      const length = isThere ? view.getUint32(at, true) : 0;
      if (length <= LONGEST_INLINE) {
        this.#place(inline + at + 4, length);
        continue;
      }
      const pointer = view.getUint32(at + POINTER, true) + view.getUint32(at + POINTER + 4, true) * 2 ** 32;
      if (!run.reaches(pointer)) {
        this.#keepRun(run);
        run.begin(pointer, at + POINTER);
      }
      run.end = pointer + length;
      this.#place(this.#length + pointer - run.start, length);
    }
    this.#keepRun(run);
  }

  /** What was gathered; the packer is then empty. */
  take(): PackedTexts {
    const texts = {
      pieces: this.#pieces,
      piecesAt: this.#piecesAt,
      length: this.#length,
      owners: this.#chunks,
      starts: this.#starts.slice(0, this.#rows),
      ends: this.#ends.slice(0, this.#rows),
    };
    this.#rows = 0;
    this.#length = 0;
    this.#pieces = [];
    this.#piecesAt = [];
    this.#chunks = [];
    return texts;
  }

  #makeRoom(rows: number): void {
    if (rows <= this.#starts.length) return;
    const [starts, ends] = [this.#starts, this.#ends];
    this.#starts = new Uint32Array(2 * rows);
    this.#ends = new Uint32Array(2 * rows);
    this.#starts.set(starts);
    this.#ends.set(ends);
  }

  #place(start: number, length: number): void {
    this.#starts[this.#rows] = start;
    this.#ends[this.#rows] = start + length;
    this.#rows += 1;
  }

  /** @returns where the piece begins */
  #keep(piece: Uint8Array): number {
    const at = this.#length;
    this.#pieces.push(piece);
    this.#piecesAt.push(at);
    this.#length += piece.length;
    return at;
  }

  #keepRun(run: Run): void {
    if (run.isBegun) this.#keep(run.read());
  }
}

/** Texts that lie one behind the other in memory. */
class Run {
  start = 0;
  end = -1;
  isBegun = false;
  #pointerAt = 0;

  constructor(private readonly data: Uint8Array) {}

  reaches(pointer: number): boolean {
    return this.isBegun && pointer >= this.end && pointer - this.end <= WIDEST_GAP;
  }

  /** @param pointerAt where in the vector's data the pointer stands */
  begin(pointer: number, pointerAt: number): void {
    this.start = pointer;
    this.#pointerAt = pointerAt;
    this.isBegun = true;
  }

  read(): Uint8Array {
    const { buffer, byteOffset } = this.data;
    this.isBegun = false;
    return duckdb.get_data_from_pointer(
      buffer as ArrayBuffer,
      byteOffset + this.#pointerAt,
      this.end - this.start,
    );
  }
}
