import type { Command } from 'commander';
import { resolve } from 'node:path';
import { bringSnapshotUp } from '../../app/snapshots/bring-snapshot-up.js';
import { buildSnapshot } from '../../app/snapshots/build-snapshot.js';
import { snapshotFolderAt } from '../../snapshot-files/snapshot-folder.js';
import type { CommandSetting } from '../command-setting.js';
import { count } from '../count.js';
import { UsageError } from '../usage-error.js';
import { EXIT } from '../io.js';
import { startProgress } from '../progress.js';

interface BuildOptions {
  readonly at?: number;
  readonly out?: string;
}

/** The command that has further ones beside it where there is no store to open. */
export function snapshotCommand(program: Command): Command {
  const known = program.commands.find((command) => command.name() === 'snapshot');
  return known ?? program.command('snapshot').description('Files that decide every question offline.');
}

export function addSnapshotBuild(program: Command, { io, withRegistry, ended }: CommandSetting): void {
  snapshotCommand(program)
    .command('build')
    .summary('make the files that decide offline')
    .description(
      'Makes the snapshot of the last signed size of the log, or of an earlier one, with a delta from the one before it. A server ' +
        'does so by itself every few minutes. docs/snapshot-format.md describes the files.',
    )
    .option('--at <size>', 'size of the log, one that a checkpoint was signed for', readSize)
    .option('--out <folder>', 'where it is put; by default among those that the registry serves')
    .action(async ({ at, out }: BuildOptions) => {
      const exit = await withRegistry(async (registry) => {
        const progress = startProgress(io, 'Building');
        const folder = out === undefined ? undefined : snapshotFolderAt(resolve(io.cwd, out));
        const input = {
          signal: io.signal,
          onProgress: (leaves: number, of: number) => {
            progress.show(leaves, of, 'leaves');
          },
        };
        try {
          const built =
            at === undefined && folder === undefined
              ? await bringSnapshotUp(registry, input)
              : await buildSnapshot(registry, {
                  ...input,
                  ...(at === undefined ? {} : { size: at }),
                  ...(folder === undefined ? {} : { folder }),
                });
          progress.finish();
          const { counts } = built.manifest;
          const where = (folder ?? registry.snapshots.folder).name;
          io.out(`${where}/${built.size}: ${count(counts.keys)} keys, ${count(counts.voices)} answers.\n`);
          return EXIT.done;
        } finally {
          progress.finish();
        }
      });
      ended(exit);
    });
}

function readSize(text: string): number {
  if (!/^(0|[1-9][0-9]{0,14})$/.test(text))
    throw new UsageError('--at takes a size of the log, such as 1200.');
  return Number(text);
}
