/** Every way in which a log or a proof can turn out not to be what it says; stable, for scripts and tests. */
export type FailureCode =
  | 'bad-note'
  | 'bad-checkpoint'
  | 'bad-proof'
  | 'bad-receipt'
  | 'bad-acceptance'
  | 'bad-signature'
  | 'unknown-signer'
  | 'no-key'
  | 'bad-key-leaf'
  | 'key-not-named'
  | 'key-not-yet-valid'
  | 'key-ended'
  | 'untrusted-key'
  | 'quorum-not-reached'
  | 'missing-file'
  | 'wrong-length'
  | 'wrong-hash'
  | 'wrong-entry'
  | 'wrong-root'
  | 'leaf-not-canonical'
  | 'leaf-version-unknown'
  | 'time-runs-backwards'
  | 'other-log'
  | 'log-shrank'
  | 'not-a-prefix'
  | 'log-forked';

/** Where the fault lies. */
export interface FailurePlace {
  /** Of the file, below the log's folder or address; or as the caller named it. */
  readonly path?: string;
  /** Of the leaf; or, for a hash tile, of the hash within it. */
  readonly index?: number;
}

/** What was examined does not hold, and nothing may be concluded from it. The message says why, and where. */
export class VerificationFailed extends Error {
  override readonly name = 'VerificationFailed';

  constructor(
    readonly code: FailureCode,
    message: string,
    readonly place: FailurePlace = {},
  ) {
    super(message);
  }
}
