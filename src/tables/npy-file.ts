import { type FileHandle, open } from 'node:fs/promises';
import type { VectorSource } from '../app/ports/tables.js';
import { halfFloat, isFiniteHalf } from '../core/bytes/half-float.js';
import { UnreadableTable } from './unreadable-table.js';

const MAGIC = '\u0093NUMPY';
/** pgvector's halfvec has at most so many numbers. */
const MOST_DIMENSIONS = 16_000;
const LONGEST_HEADER = 65_536;
const BYTES = { '<f2': 2, '<f4': 4 } as const;

type Dtype = keyof typeof BYTES;

/** Vectors in a NumPy file (numpy.lib.format, versions 1 to 3): a table of half or single floats, row by row. */
export class NpyFile implements VectorSource {
  private constructor(
    readonly path: string,
    readonly rows: number,
    readonly dimensions: number,
    private readonly dtype: Dtype,
    private readonly dataAt: number,
    private readonly file: FileHandle,
  ) {}

  /** @throws UnreadableTable saying what is wrong with the file */
  static async open(path: string): Promise<NpyFile> {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const { header, dataAt } = await readHeader(file, path);
      const { dtype, rows, dimensions } = readShape(header, path);
      const expected = dataAt + rows * dimensions * BYTES[dtype];
      if (size !== expected) {
        throw new UnreadableTable(
          path,
          `its header says ${rows} × ${dimensions} numbers, which makes ${expected} bytes; it has ${size}.`,
        );
      }
      return new NpyFile(path, rows, dimensions, dtype, dataAt, file);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async read(from: number, count: number): Promise<(Uint16Array | undefined)[]> {
    const width = this.dimensions * BYTES[this.dtype];
    const bytes = Buffer.allocUnsafe(count * width);
    const { bytesRead } = await this.file.read(bytes, 0, bytes.length, this.dataAt + from * width);
    if (bytesRead < bytes.length) {
      throw new UnreadableTable(
        this.path,
        `it ends before row ${from + count}: it was cut while it was read.`,
      );
    }
    return Array.from({ length: count }, (_, at) => this.#vector(bytes, at * width));
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  #vector(bytes: Buffer, at: number): Uint16Array | undefined {
    const vector = new Uint16Array(this.dimensions);
    let isZero = true;
    for (let place = 0; place < this.dimensions; place += 1) {
      const bits =
        this.dtype === '<f2'
          ? bytes.readUInt16LE(at + place * 2)
          : halfFloat(bytes.readFloatLE(at + place * 4));
      if (!isFiniteHalf(bits)) return undefined;
      if ((bits & 0x7fff) !== 0) isZero = false;
      vector[place] = bits;
    }
    return isZero ? undefined : vector;
  }
}

async function readHeader(file: FileHandle, path: string): Promise<{ header: string; dataAt: number }> {
  const start = Buffer.alloc(12);
  const { bytesRead } = await file.read(start, 0, 12, 0);
  if (bytesRead < 12 || start.toString('latin1', 0, 6) !== MAGIC) {
    throw new UnreadableTable(path, 'it does not begin as a NumPy file does.');
  }
  const version = start[6] ?? 0;
  if (version < 1 || version > 3)
    throw new UnreadableTable(path, `at byte 6 it names version ${version}, which is unknown.`);
  const length = version === 1 ? start.readUInt16LE(8) : start.readUInt32LE(8);
  const headerAt = version === 1 ? 10 : 12;
  if (length > LONGEST_HEADER)
    throw new UnreadableTable(path, `at byte 8 it says its header is ${length} bytes long.`);
  const header = Buffer.alloc(length);
  const read = await file.read(header, 0, length, headerAt);
  if (read.bytesRead < length)
    throw new UnreadableTable(path, 'it ends within its header: it was cut short.');
  return { header: header.toString('utf8'), dataAt: headerAt + length };
}

interface Shape {
  readonly dtype: Dtype;
  readonly rows: number;
  readonly dimensions: number;
}

/** The header is a Python dictionary with three keys, written by NumPy itself in this one form. */
const HEADER =
  /^\{'descr': (?:'([^']*)'|[^']*), 'fortran_order': (True|False), 'shape': \(([\d, ]*)\),? *\}\s*$/;

function readShape(header: string, path: string): Shape {
  const [whole, descr, order, shape = ''] = HEADER.exec(header) ?? [];
  if (whole === undefined) {
    throw new UnreadableTable(
      path,
      `its header is not one that NumPy writes: ${JSON.stringify(header.slice(0, 200))}.`,
    );
  }
  if (descr === undefined || !(descr in BYTES)) {
    const isObject = descr?.includes('O') ?? false;
    throw new UnreadableTable(
      path,
      isObject
        ? 'it holds Python objects, which are programs and never read. Save it as float16.'
        : `its numbers are of the type ${descr ?? 'of several fields'}; only float16 (<f2) and float32 (<f4) are read.`,
    );
  }
  if (order === 'True')
    throw new UnreadableTable(path, 'it is laid out column by column. Save it row by row (C order).');
  const numbers = shape
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(Number);
  const [rows, dimensions] = numbers;
  if (numbers.length !== 2 || rows === undefined || dimensions === undefined) {
    throw new UnreadableTable(
      path,
      `its shape is (${shape}), which is no list of vectors: it must be (rows, numbers in each).`,
    );
  }
  const isSensible = Number.isSafeInteger(rows * dimensions * 4) && dimensions >= 1;
  if (!isSensible || dimensions > MOST_DIMENSIONS) {
    throw new UnreadableTable(
      path,
      `its header says ${rows} vectors of ${dimensions} numbers; a vector has 1 to ${MOST_DIMENSIONS}.`,
    );
  }
  return { dtype: descr as Dtype, rows, dimensions };
}
