/** The private keys of a log, known only by what they sign. Keys are named by their C2SP verifier key, as text. */
export interface LogKeyring {
  /** Name of the log: a schema-less URL, and the name of every one of its keys. */
  readonly origin: string;
  /** The keys that are held, oldest first. */
  held(): readonly string[];
  /** The signed note over a text that ends in a newline, by those of these keys that are held. Throws for none. */
  sign(text: string, keys: readonly string[]): string;
  /** The Ed25519 signature of a held key over the bytes of a text, 64 bytes. */
  endorse(key: string, text: string): Uint8Array;
  /** Makes a further key, and keeps it durably before it is named. */
  make(): Promise<string>;
  /** Forgets a key. At least one must be left. */
  drop(key: string): Promise<void>;
}

/**
 * The last checkpoint that was published, kept apart from the database: it shows when the database was put back to an
 * earlier day.
 */
export interface PublishedMark {
  /** The signed note; undefined when nothing was published yet. */
  read(): Promise<string | undefined>;
  write(note: string): Promise<void>;
}
