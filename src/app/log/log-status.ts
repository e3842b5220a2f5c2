/** Why a log takes no leaves. */
export type LogTrouble = 'behind' | 'forked' | 'stopped' | 'full' | 'other-key';

/**
 * The log takes nothing just now. Nothing was done of what was asked for, or nobody can say that it will last; the
 * message says what the operator has to do.
 */
export class LogReadOnly extends Error {
  override readonly name = 'LogReadOnly';

  constructor(
    readonly trouble: LogTrouble,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const SAID: Readonly<Record<LogTrouble, string>> = {
  behind:
    'The log is shorter than a checkpoint that was published from it: the database or its folder is an older copy. ' +
    'Refill it with "assent log recover --from MIRROR"; where no mirror is left, docs/operations.md says what remains. ' +
    'Until then nothing is written, and nothing is answered.',
  forked:
    'The log is not the one whose checkpoints were published: its tree has another root. ' +
    'Keep all its files, and put back the copy from which the checkpoints were signed.',
  stopped:
    'The log could not be written durably, and takes nothing more until the server is started again. ' +
    'Mend the disk or the database first.',
  full:
    'There is no room left to write the log to. Free some on the disk: the next request that finds room goes on. ' +
    'Until then nothing is written.',
  'other-key':
    'The signing key is not the one that the log names. Put back the key file, from the copy kept apart from the database.',
};

export function logReadOnly(trouble: LogTrouble, options?: ErrorOptions): LogReadOnly {
  return new LogReadOnly(trouble, SAID[trouble], options);
}
