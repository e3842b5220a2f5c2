/** Where the log lies as files for verifiers and mirrors: a folder after C2SP tlog-tiles. */
export interface LogFolder {
  /** Undefined for a file that is not there. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Writes a file whole or not at all. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Removes what is kept of a tile from when it was not full; nothing when there is none. */
  dropPartial(fullPath: string): Promise<void>;
}
