import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RejectedRow, RejectedRows } from '../app/ports/tables.js';

/** Rows that were not kept, one JSON object a line: `row` (its number in the file, from 1), `reason`, and its `cells`. */
export class RejectedFile implements RejectedRows {
  private constructor(
    readonly path: string,
    private readonly file: FileHandle,
    private length: number,
  ) {}

  /**
   * Opens the file to write on, makes it and its folder where they are missing.
   * @param settled how much of it an earlier run left for good; what it wrote behind that comes again
   */
  static async open(path: string, settled: bigint): Promise<RejectedFile> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'a', 0o600);
    const { size } = await file.stat();
    const length = Math.min(size, Number(settled));
    await file.truncate(length);
    return new RejectedFile(path, file, length);
  }

  async add(rows: readonly RejectedRow[]): Promise<bigint> {
    if (rows.length > 0) {
      const lines = Buffer.from(rows.map((row) => `${JSON.stringify(row, plain)}\n`).join(''));
      await this.file.appendFile(lines);
      await this.file.datasync();
      this.length += lines.length;
    }
    return BigInt(this.length);
  }

  async discard(): Promise<void> {
    await rm(this.path, { force: true });
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
}
