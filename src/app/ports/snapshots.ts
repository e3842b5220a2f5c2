import type { VerifyEd25519 } from '../../core/tlog/ed25519.js';
import type {
  DraftLeaf,
  DraftTask,
  DraftedSnapshot,
  NamedInLog,
} from '../../core/snapshot/snapshot-draft.js';
import type { WriteParquet } from './tables.js';

/** A log that is being read for snapshots, somewhere where it holds nobody up. */
export interface SnapshotDrafting {
  /** Leaves read. */
  size(): Promise<number>;
  /** Throws when one of them cannot be read, or is not the next one. */
  add(leaves: readonly DraftLeaf[]): Promise<void>;
  named(): Promise<NamedInLog>;
  build(task: DraftTask): Promise<DraftedSnapshot>;
  /** Forgets what was read: the next begins with the first leaf. */
  forget(): Promise<void>;
}

/** Files of snapshots, wherever they lie: a folder, a server, a mirror. Undefined for a file that is not there. */
export interface SnapshotSource {
  /** Where it is, for people. */
  readonly name: string;
  /** @param path such as `latest.json` or `1200/rows.bin`; throws when there are more than `most` bytes */
  read(path: string, most: number): Promise<Uint8Array | undefined>;
  /**
   * The same for a file that answers rest on: in memory that threads share, with its digest. Absent where there is no quicker
   * way than to read it and then to hash it.
   */
  readDigested?(path: string, most: number): Promise<DigestedFile | undefined>;
  /** Opens a file of which only parts are wanted. Absent where none can be had. */
  open?(path: string): Promise<OpenedFile | undefined>;
  /** There where the place is one snapshot, whatever its size. */
  readonly isOne?: true;
}

/** A file that stays the same one, whatever is put in its place. */
export interface OpenedFile {
  readonly bytes: number;
  /** Fills the bytes with what the file has from there on. @returns how many there were */
  read(from: number, bytes: Uint8Array): number;
  close(): Promise<void>;
}

export interface DigestedFile {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** A folder of snapshots: one folder for each, named after its size, and `latest.json`. */
export interface SnapshotFolder extends SnapshotSource {
  /** Absolute. */
  readonly path: string;
  /** Sizes of the snapshots that are there whole, ascending. */
  sizes(): Promise<number[]>;
  /** When a snapshot was put there. */
  since(size: number): Promise<Date>;
  /** A folder for the files of a snapshot that is being made or fetched; resumed with what an earlier attempt left in it. */
  draft(size: number, how: { readonly isResumed: boolean }): Promise<SnapshotDraftFolder>;
  /** Makes `latest.json` anew, whole or not at all. */
  point(latest: Uint8Array): Promise<void>;
  remove(size: number): Promise<void>;
  /** Removes all of them, and what is left of attempts. */
  clear(): Promise<void>;
}

export interface SnapshotDraftFolder {
  /** Absolute path that a file has in it. */
  path(name: string): string;
  /** Undefined for a file that is not there. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Writes a file whole, or not at all. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Gives the folder the name of its size, once everything in it is on the medium. */
  finish(): Promise<void>;
}

/** What snapshots are made and kept with. */
export interface SnapshotTools {
  readonly folder: SnapshotFolder;
  readonly drafting: SnapshotDrafting;
  readonly writeParquet: WriteParquet;
  readonly verify: VerifyEd25519;
  /** How long a snapshot is kept once there is a newer one, in milliseconds. */
  readonly keepMs: number;
  /** Does one after the other. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}
