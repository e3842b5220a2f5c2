/**
 * Why a backup is not put back: the store holds something; the backup is of a later release; the journal that holds its
 * leaves is not there, or is of another log; its log does not verify; nobody said what it published last; or key file, mark or
 * last checkpoint are of another log than the backup.
 */
export type RestoreRefusal =
  | 'store-not-empty'
  | 'later-release'
  | 'journal-missing'
  | 'journal-differs'
  | 'not-verified'
  | 'last-unknown'
  | 'other-log'
  | 'no-backup'
  | 'cannot-continue';

/** Nothing was changed. The message says what to do. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';

  constructor(
    readonly code: RestoreRefusal,
    message: string,
  ) {
    super(message);
  }
}
