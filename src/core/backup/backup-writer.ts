import { concatBytes } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../bytes/utf8.js';
import type { Sha256 } from '../log/sha256.js';
import { encodeEntryBundle } from '../tlog/entry-bundle.js';
import { TILE_WIDTH } from '../tlog/tile.js';
import { BACKUP_MAGIC, encodeFrame, FIRST_DIGEST, type FrameKind } from './backup-frame.js';
import type { BackedUpTable, BackupEnd, BackupHeader } from './backup-notes.js';
import { countRows, splitRows } from './row-text.js';

/** Writes a backup from its beginning to its end, part by part. */
export class BackupWriter {
  readonly #write: (bytes: Uint8Array) => Promise<void>;
  readonly #sha256: Sha256;
  readonly #counts = new Map<string, number>();
  #table: BackedUpTable | undefined;
  #digest: Uint8Array = FIRST_DIGEST;

  /** @param write takes the bytes of the file in their order; each is waited for */
  constructor(write: (bytes: Uint8Array) => Promise<void>, sha256: Sha256) {
    this.#write = write;
    this.#sha256 = sha256;
  }

  async header(header: BackupHeader): Promise<void> {
    await this.#write(BACKUP_MAGIC);
    await this.#frame('header', encodeUtf8(JSON.stringify(header)));
  }

  /** The next leaves of the log, in order. */
  async leaves(leaves: readonly Uint8Array[]): Promise<void> {
    for (let start = 0; start < leaves.length; start += TILE_WIDTH) {
      const some = leaves.slice(start, start + TILE_WIDTH);
      const count = Uint8Array.of(some.length >> 8, some.length & 0xff);
      await this.#frame('leaves', concatBytes(count, encodeEntryBundle(some)));
    }
  }

  /** Whole rows of a table in the text format of COPY; several calls for one table add up. Answers how many rows it were. */
  async rows(table: BackedUpTable, text: Uint8Array): Promise<number> {
    if (this.#table?.name !== table.name) {
      await this.#frame('table', encodeUtf8(JSON.stringify(table)));
      this.#table = table;
    }
    const rows = countRows(text);
    this.#counts.set(table.name, (this.#counts.get(table.name) ?? 0) + rows);
    for (const part of splitRows(text)) await this.#frame('rows', part);
    return rows;
  }

  async end(log: Omit<BackupEnd, 'tables'>): Promise<BackupEnd> {
    const end: BackupEnd = { ...log, tables: Object.fromEntries(this.#counts) };
    await this.#frame('end', encodeUtf8(JSON.stringify(end)));
    return end;
  }

  async #frame(kind: FrameKind, payload: Uint8Array): Promise<void> {
    const { bytes, digest } = encodeFrame(kind, payload, this.#digest, this.#sha256);
    this.#digest = digest;
    await this.#write(bytes);
  }
}
