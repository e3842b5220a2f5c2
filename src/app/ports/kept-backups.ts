/** The backups that a registry on the embedded database keeps of itself, in a folder apart from it. */
export interface KeptBackups {
  /** Their names, the newest first. */
  list(): Promise<string[]>;
  /** The bytes of one. */
  read(name: string): AsyncIterable<Uint8Array>;
  /**
   * Adds one, whole and durable or not at all, and then removes all but the newest `keep`, with whatever was begun and not
   * finished.
   */
  add(work: (write: (bytes: Uint8Array) => Promise<void>) => Promise<unknown>, keep: number): Promise<void>;
}
