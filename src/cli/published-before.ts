import { readMark } from '../app/log/read-mark.js';
import type { InspectedBackup } from '../app/backup/inspect-backup.js';
import { LastPublished } from '../app/backup/last-published.js';
import type { KnownOfLog } from '../app/backup/load-backup.js';
import { RestoreRefused } from '../app/backup/restore-refused.js';
import type { LoadTarget } from '../app/ports/load-target.js';
import { formatVerifierKey } from '../core/tlog/verifier-key.js';
import { readKeyFile } from '../log-key/key-file.js';
import { keepMark, publishedMark } from '../log-key/published-mark.js';
import type { CommandIo } from './io.js';
import { readLastCheckpoint } from './read-last-checkpoint.js';

export interface PublishedOptions {
  /** A place, or `backup`: nothing was signed after the backup. */
  readonly last?: string;
  readonly key: readonly string[];
}

/**
 * What a log published before a backup of it is put back: by the mark beside the key file, and as the operator says. A log
 * that knows neither could go on from an older copy, and so go back on its word; what is known is left as the mark.
 */
export class PublishedBefore {
  readonly #keyFile: string;
  readonly #options: PublishedOptions;
  readonly #notes: { readonly mark: string | undefined; readonly last: string | undefined };
  #held: readonly string[] = [];

  private constructor(
    keyFile: string,
    options: PublishedOptions,
    notes: { mark: string | undefined; last: string | undefined },
  ) {
    this.#keyFile = keyFile;
    this.#options = options;
    this.#notes = notes;
  }

  static async read(keyFile: string, io: CommandIo, options: PublishedOptions): Promise<PublishedBefore> {
    const note = await publishedMark(keyFile).read();
    const mark = note !== undefined && readMark(note) !== undefined ? note : undefined;
    const { last } = options;
    const given = last === undefined || last === 'backup' ? undefined : await readLastCheckpoint(io, last);
    return new PublishedBefore(keyFile, options, { mark, last: given });
  }

  /** Throws `RestoreRefused` for a backup of another log, and when nobody says what was published after it. */
  async accept(backup: InspectedBackup): Promise<void> {
    const { header, end } = backup;
    const held = (await readKeyFile(this.#keyFile)) ?? [];
    this.#held = held.map(({ key }) => formatVerifierKey(key));
    const [first] = held;
    if (first !== undefined && first.key.name !== header.origin) {
      throw otherLog(
        `the key file ${this.#keyFile} is of the log ${first.key.name}, and the backup of ${header.origin}`,
      );
    }
    this.known(backup).last?.assertLast(backup);
    // A journal holds whatever was signed.
    if (header.leaves === 'journal' || end.signed === 0 || this.#options.last !== undefined) return;
    if (this.#notes.mark === undefined) throw lastUnknown(this.#keyFile);
  }

  known(backup: InspectedBackup): KnownOfLog {
    const { mark, last } = this.#notes;
    return {
      mark: mark === undefined ? undefined : new LastPublished(mark, backup, otherLog),
      last: last === undefined ? undefined : new LastPublished(last, backup, otherLog),
      trusted: [...this.#options.key, ...this.#held],
    };
  }

  /** Leaves the latest that is known as the mark, before the store that was put back can be opened. */
  async keep({ stores }: LoadTarget): Promise<void> {
    const own = (await stores.logTree.latest())?.note;
    const { mark, last } = this.#notes;
    const notes = [mark, last, own].filter((note) => note !== undefined);
    const [latest] = notes.sort((one, other) => sizeOf(other) - sizeOf(one));
    if (latest !== undefined && latest !== mark) await keepMark(this.#keyFile, latest);
  }
}

function sizeOf(note: string): number {
  return readMark(note)?.size ?? 0;
}

function otherLog(what: string): RestoreRefused {
  return new RestoreRefused(
    'other-log',
    `The backup does not belong here: ${what}. Nothing was changed. ` +
      'Name another folder in ASSENT_DATA, another file in ASSENT_LOG_KEY_FILE, or another backup.',
  );
}

function lastUnknown(keyFile: string): RestoreRefused {
  return new RestoreRefused(
    'last-unknown',
    `What this log published last is not known here: there is no ${keyFile}.published. A registry that goes on from an older ` +
      'copy goes back on its word. Stop the old one for good, and name its last checkpoint with --last: the file ' +
      'log.key.published beside its key file, or the address of a mirror. "--last backup" says that nothing was signed ' +
      'after the backup. Nothing was changed.',
  );
}
