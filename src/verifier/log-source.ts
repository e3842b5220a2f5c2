/** Where the files of a log lie. Paths are those of c2sp.org/tlog-tiles. */
export interface LogSource {
  /** What it is called in messages: the folder or the address. */
  readonly name: string;
  /**
   * A file as a whole; undefined when there is none, `too-long` when it has more than `maxLength` bytes, which are then
   * not read. Throws UnreadableEvidence when nobody can say.
   */
  read(path: string, maxLength: number): Promise<Uint8Array | undefined | 'too-long'>;
  /** Names in a folder, none when it is not there; absent where folders cannot be listed. */
  list?(path: string): Promise<readonly string[]>;
}
