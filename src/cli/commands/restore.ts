import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { InspectedBackup } from '../../app/backup/inspect-backup.js';
import { loadBackup } from '../../app/backup/load-backup.js';
import { RestoreRefused } from '../../app/backup/restore-refused.js';
import { leafCount } from '../../app/log/leaf-count.js';
import { readMark } from '../../app/log/read-mark.js';
import { keptBackups } from '../../backup-files/kept-backups.js';
import { type BackupSource, backupSource } from '../../backup-files/read-backup-file.js';
import type { Config } from '../../config.js';
import { BackupDamaged } from '../../core/backup/backup-damaged.js';
import { backupsFolder } from '../../data-folder/backup-paths.js';
import { publishedMark } from '../../log-key/published-mark.js';
import type { CommandSetting } from '../command-setting.js';
import { counted } from '../counted.js';
import { countedRead } from '../counted-read.js';
import { EXIT, type CommandIo } from '../io.js';
import { startProgress } from '../progress.js';
import { PublishedBefore, type PublishedOptions } from '../published-before.js';
import { LAST_PLACE } from '../read-last-checkpoint.js';
import { trustedKeys } from '../trusted-keys.js';

export function addRestore(program: Command, config: Config, { io, ended }: CommandSetting): void {
  program
    .command('restore')
    .summary('put a backup back into an empty store')
    .description(
      'Reads the whole backup first, and puts it back all or not at all; then the log that it gives is verified. Either ' +
        'store takes the backup of the other. Without a file it is the newest of those that the data folder keeps, for when ' +
        'the database alone was lost. Only one registry may go on: stop the old one for good before this one gets its key.',
    )
    .argument('[file]', 'what "assent backup" wrote')
    .option(
      '--last <place>',
      `last checkpoint that the registry published, where no key file with its mark is here: ${LAST_PLACE}; or "backup", ` +
        'if nothing was signed after the backup',
    )
    .addOption(
      trustedKeys('verifier key that signed it, where no leaf in the backup names one; may be repeated'),
    )
    .action(async (file: string | undefined, options: PublishedOptions) => {
      const published = await PublishedBefore.read(config.logKeyFile, io, options);
      const backup = await (file === undefined
        ? restoreKept(config, io, published)
        : restoreFile(config, io, resolve(io.cwd, file), published));
      io.out(`${await tellRestored(config, backup)}\n`);
      if (backup.header.leaves === 'inside') io.err(AFTERWARDS);
      ended(EXIT.done);
    });
}

async function restoreFile(
  config: Config,
  io: CommandIo,
  path: string,
  published: PublishedBefore,
): Promise<InspectedBackup> {
  // Loaded only now: whoever asks for help has no use for a store.
  const { restoreRegistry } = await import('../../compose-restore.js');
  const source = await sourceAt(path);
  const progress = startProgress(io, 'Restoring');
  try {
    // Twice: to see that it is whole, and to put it back.
    const read = countedRead(source, (done) => {
      progress.show(done, 2 * source.length, 'bytes');
    });
    return await restoreRegistry(config, {
      name: path,
      read,
      accept: (backup) => published.accept(backup),
      async load(target, bytes, backup, parts) {
        await loadBackup(target, bytes, backup, parts, published.known(backup));
        await published.keep(target);
      },
      signal: io.signal,
    });
  } finally {
    progress.finish();
  }
}

function sourceAt(path: string): Promise<BackupSource> {
  return backupSource(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new RestoreRefused('no-backup', `There is no file ${path}. Name what "assent backup" wrote.`);
  });
}

/** The newest that is whole: one that was damaged with the disk does not keep an older one from being used. */
async function restoreKept(
  config: Config,
  io: CommandIo,
  published: PublishedBefore,
): Promise<InspectedBackup> {
  const folder = backupsFolder(config.dataDir);
  const names = config.database.kind === 'pglite' ? await keptBackups(folder, () => new Date()).list() : [];
  for (const name of names) {
    try {
      return await restoreFile(config, io, join(folder, name), published);
    } catch (error) {
      if (!(error instanceof BackupDamaged)) throw error;
      io.err(`${error.message}\n`);
    }
  }
  throw new RestoreRefused(
    'no-backup',
    `There is no backup that can be used in ${folder}. Name the file of one: "assent restore FILE".`,
  );
}

async function tellRestored(config: Config, { header, end }: InspectedBackup): Promise<string> {
  const lines = [
    `Restored as of ${header.madeAt}: ${leafCount(end.size)} of the log ${header.origin}, ` +
      `${counted(end.tables['accounts'] ?? 0, 'account', 'accounts')}.`,
    `Verified: the leaves have the root that was backed up${end.signed > 0 ? ', and the one that was signed' : ''}.`,
  ];
  const { logKeyFile } = config;
  if (!existsSync(logKeyFile)) {
    lines.push(
      `No private key was in it: put your copy of the key file to ${logKeyFile} before you start the server.`,
    );
  }
  const note = await publishedMark(logKeyFile).read();
  const published = note === undefined ? undefined : readMark(note);
  if (published !== undefined && published.size > end.size && header.leaves === 'inside') {
    lines.push(
      `${counted(published.size, 'leaf was', 'leaves were')} published. If the journal does not hold the rest, the registry ` +
        'starts read-only: refill it with "assent log recover --from MIRROR".',
    );
  }
  if (!header.hasCatalogue) lines.push('The catalogue was not in it: ingest its datasets again.');
  return lines.join('\n');
}

const AFTERWARDS =
  'Only one registry may sign this log: never start the old one again. Everybody signs in anew; passwords and API keys are ' +
  'those of the backup.\n';
