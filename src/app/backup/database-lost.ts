/**
 * The embedded database is not there, though backups of it are: to begin a new one would lose what they hold. The message
 * says what to do.
 */
export class DatabaseLost extends Error {
  override readonly name = 'DatabaseLost';

  constructor(database: string, backups: string) {
    super(
      `The database in ${database} is gone, and there are backups of it in ${backups}. ` +
        'Put it back with "assent restore". To begin without it, put that folder aside.',
    );
  }
}

/** A backup was being put back, and that did not come to its end. */
export class RestoreUnfinished extends Error {
  override readonly name = 'RestoreUnfinished';

  constructor(draft: string) {
    super(
      `A backup was being put back into ${draft}, and that was cut short. ` +
        'Run "assent restore" again. To begin without it, remove that folder.',
    );
  }
}
