/**
 * Why a file cannot be read as a backup: it is none; of a version that is not known; ends too early; has other bytes than
 * were written; goes on after its end; or says something that no backup says.
 */
export type BackupDamage =
  'not-a-backup' | 'unknown-version' | 'cut-off' | 'changed' | 'more-follows' | 'malformed';

export class BackupDamaged extends Error {
  override readonly name = 'BackupDamaged';

  constructor(
    readonly damage: BackupDamage,
    /** Of the first byte of the part that is wrong. */
    readonly position: number,
    private readonly what: string,
    name?: string,
  ) {
    super(
      `The backup ${name === undefined ? '' : `${name} `}cannot be used: ${what} Nothing was changed. ` +
        'Use another copy of it, or another backup.',
    );
  }

  /** The same, of a backup that is called so. */
  named(name: string): BackupDamaged {
    return new BackupDamaged(this.damage, this.position, this.what, name);
  }
}
