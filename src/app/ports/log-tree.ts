/** A hash tile of C2SP tlog-tiles: up to 256 hashes of 32 bytes, one after the other. */
export interface LogTile {
  /** 0 holds leaf hashes; each level above holds one hash for a full tile of the level below. */
  readonly level: number;
  readonly index: number;
  readonly hashes: Uint8Array;
}

/** A checkpoint of the log, as it was published. */
export interface SignedCheckpoint {
  /** Number of leaves. */
  readonly size: number;
  /** Root hash of the tree of that size, 32 bytes. */
  readonly root: Uint8Array;
  /** The signed note, without the signatures of witnesses. */
  readonly note: string;
  readonly signedAt: Date;
}

/** What a witness signed under a checkpoint. */
export interface Cosignature {
  readonly size: number;
  /** Name and id of the witness's key, with a plus between them, as its verifier key begins. */
  readonly witness: string;
  /** The signature line of the note, without its newline. */
  readonly line: string;
  readonly receivedAt: Date;
}

export interface LogTreeStore {
  /** Waits until nobody else extends the tree, and keeps it so until the transaction ends. */
  hold(): Promise<void>;
  /** The tiles that are there, each as wide as it has grown; in no order. */
  tiles(wanted: readonly Pick<LogTile, 'level' | 'index'>[]): Promise<LogTile[]>;
  /** Adds tiles, or writes them longer. Throws when a hash that is there would change. */
  grow(tiles: readonly LogTile[]): Promise<void>;
  /** The greatest checkpoint that was signed. */
  latest(): Promise<SignedCheckpoint | undefined>;
  bySize(size: number): Promise<SignedCheckpoint | undefined>;
  add(checkpoint: SignedCheckpoint): Promise<void>;
  cosign(cosignature: Cosignature): Promise<void>;
  /**
   * Of the checkpoints of at least a size that were signed since a moment and cosigned, the one with most cosignatures, and
   * of several the greatest.
   */
  mostCosigned(least: number, since: Date): Promise<SignedCheckpoint | undefined>;
  /** Under the checkpoint of that size, in the order in which they came. */
  cosignatures(size: number): Promise<Cosignature[]>;
}
