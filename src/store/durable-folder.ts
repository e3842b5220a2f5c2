import { statfs } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { NoRoom } from '../app/ports/no-room.js';
import { WritingStopped } from '../app/ports/writing-stopped.js';
import { type BoundedWal, boundedWal } from './bounded-wal.js';
import { dropOldWal } from './drop-old-wal.js';
import { syncFolder } from './sync-folder.js';
import { Turns } from './turns.js';
import { type SyncWal, walSync } from './wal-sync.js';

/**
 * In bytes. An embedded database that finds no room for the next file of its log does not come back before it is opened
 * again, so that nothing more is written long before. Files of its log have 16 MiB.
 */
const ROOM_KEPT_FREE = 64 * 1024 * 1024;

/**
 * The folder of an embedded database, which never syncs by itself: what was committed is made durable in its log, and pages
 * are before the log that they came from is dropped. Once a sync has failed nothing more is written.
 */
export class DurableFolder {
  readonly #path: string;
  readonly #dataSource: DataSource;
  readonly #wal: BoundedWal;
  readonly #syncWal: SyncWal;
  readonly #drops = new Turns();
  #stopped: WritingStopped | undefined;

  constructor(path: string, dataSource: DataSource) {
    this.#path = path;
    this.#dataSource = dataSource;
    this.#wal = boundedWal(
      () => this.dropOldWal(),
      (error) => {
        process.emitWarning(`The log of the database could not be shortened: ${String(error)}`);
      },
    );
    this.#syncWal = walSync(path, this.#wal.notice);
  }

  /** Throws `WritingStopped`, or `NoRoom` while too little is free. */
  async assertWritable(): Promise<void> {
    if (this.#stopped !== undefined) throw this.#stopped;
    const { bavail, bsize } = await statfs(this.#path);
    if (bavail * bsize < ROOM_KEPT_FREE) throw new NoRoom();
  }

  /** Returns once what was committed is durable. Throws `WritingStopped`. */
  async settle(): Promise<void> {
    await this.#orStop(this.#syncWal);
  }

  /** Has the log begin anew. Throws `WritingStopped`. */
  async dropOldWal(): Promise<void> {
    await this.#drops.next(() =>
      dropOldWal(this.#dataSource, this.#path, (path) => this.#orStop(() => syncFolder(path))),
    );
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await this.#wal.settled();
  }

  async #orStop(work: () => Promise<void>): Promise<void> {
    if (this.#stopped !== undefined) throw this.#stopped;
    try {
      await work();
    } catch (error) {
      this.#stopped = new WritingStopped({ cause: error });
      throw this.#stopped;
    }
  }
}
