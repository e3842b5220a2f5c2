import type { BackedUpTable } from '../../core/backup/backup-notes.js';
import type { OrdinalRange } from './catalogue.js';

/** What only a backup reads: whole tables, in the text format of COPY. */
export interface DumpStore {
  /** Names of the migrations that were run, in order. */
  migrations(): Promise<string[]>;
  /** A word that is another one after every change to an embedded database, whatever it was. */
  state(): Promise<string>;
  /**
   * The tables of a part of the store, each after those that it refers to. `registry` is what neither the log's own tables
   * nor the catalogue hold, without what is meant to pass within hours and who is signed in. Tables that are partitioned by dataset come last.
   */
  tables(part: 'registry' | 'log' | 'catalogue'): Promise<BackedUpTable[]>;
  /** All rows of a table, in pieces of whole rows, but for those of datasets that are not open yet. */
  rows(table: BackedUpTable): AsyncIterable<Uint8Array>;
  /** The checkpoints of `from` to `to` leaves, of both too, or the cosignatures on them. */
  signed(table: BackedUpTable, from: number, to: number): Promise<Uint8Array>;
  /** What a table that is partitioned by dataset holds about rows of one: the rows themselves, or what is known of them. */
  ofDataset(table: BackedUpTable, datasetId: number, ordinals: OrdinalRange): Promise<Uint8Array>;
}
