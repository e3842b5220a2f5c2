import type { Command } from 'commander';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dumpRegistry } from '../../app/backup/dump-registry.js';
import { leafCount } from '../../app/log/leaf-count.js';
import type { Registry } from '../../app/registry.js';
import { writeBackupFile } from '../../backup-files/write-backup-file.js';
import type { CommandSetting } from '../command-setting.js';
import { counted } from '../counted.js';
import { EXIT, type CommandIo } from '../io.js';
import { startProgress } from '../progress.js';

interface BackupOptions {
  readonly withCatalogue?: true;
}

export function addBackup(program: Command, { io, withRegistry, ended }: CommandSetting): void {
  program
    .command('backup')
    .summary('write everything this registry holds to a file')
    .description(
      'Writes log, accounts, claims, evidence and all the rest to one file, as it stood at one moment, also while a server ' +
        'runs. The catalogue is left out unless it is asked for: it can be ingested again. Private keys are never in it: ' +
        'keep a copy of the key file apart from it.',
    )
    .argument('<place>', 'file that is not there yet, or folder, in which the file is named after the moment')
    .option('--with-catalogue', 'datasets and their rows too')
    .action(async (place: string, options: BackupOptions) => {
      ended(
        await withRegistry((registry) => backUp(registry, io, place, options), {
          // Without its key a registry can still be moved to a log of another name.
          canLackKey: true,
        }),
      );
    });
}

async function backUp(
  registry: Registry,
  io: CommandIo,
  place: string,
  options: BackupOptions,
): Promise<number> {
  const withCatalogue = options.withCatalogue === true;
  const path = await pathOf(resolve(io.cwd, place), registry.clock());
  const progress = startProgress(io, 'Backing up');
  try {
    const { store, sha256, clock, log } = registry;
    const end = await writeBackupFile(path, (write) =>
      dumpRegistry(
        { store, sha256, clock, origin: log.origin },
        {
          leaves: 'inside',
          withCatalogue,
          signal: io.signal,
          onProgress: (written) => {
            progress.show(written, undefined, 'leaves and rows');
          },
        },
        write,
      ),
    );
    progress.finish();
    io.out(`${path}\n`);
    io.err(told(end, withCatalogue));
    return EXIT.done;
  } finally {
    progress.finish();
  }
}

async function pathOf(place: string, now: Date): Promise<string> {
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const moment = now.toISOString().replace(/[-:]|\.\d+/g, '');
  return isFolder ? join(place, `assent-${moment}.backup`) : place;
}

function told({ size, tables }: Awaited<ReturnType<typeof dumpRegistry>>, withCatalogue: boolean): string {
  const rows = Object.values(tables).reduce((total, count) => total + count, 0);
  const catalogue = withCatalogue
    ? 'The catalogue is in it.'
    : 'The catalogue is not in it: ingest its datasets again, or use --with-catalogue.';
  return (
    `${leafCount(size)} and ${counted(rows, 'row', 'rows')}. ${catalogue}\n` +
    'No private key is in it: keep a copy of the key file apart from it.\n'
  );
}
