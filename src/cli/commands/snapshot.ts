import type { Command } from 'commander';
import { resolve } from 'node:path';
import { openSnapshot } from '../../app/snapshots/find-snapshot.js';
import { pullSnapshot } from '../../app/snapshots/pull-snapshot.js';
import type { ReadSnapshot } from '../../app/snapshots/read-snapshot.js';
import { verifySnapshot } from '../../app/snapshots/verify-snapshot.js';
import { verifyEd25519 } from '../../log-key/node-ed25519.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import { snapshotFolderAt } from '../../snapshot-files/snapshot-folder.js';
import type { CommandSetting } from '../command-setting.js';
import { count } from '../count.js';
import { EXIT, type CommandIo } from '../io.js';
import { plainText } from '../plain-text.js';
import { startProgress } from '../progress.js';
import { openSnapshotPlace } from '../snapshot-place.js';
import { trustedKeys } from '../trusted-keys.js';
import { snapshotCommand } from './snapshot-build.js';

interface PullOptions {
  readonly out: string;
  readonly key: readonly string[];
  readonly decidingOnly?: true;
}

const KEY = 'key that you trust to sign for the log; without it, the snapshot is asked for its own';

/** What is done with snapshots where there is no registry. */
export function addSnapshot(program: Command, { io, ended }: CommandSetting): void {
  const command = snapshotCommand(program);
  command
    .command('pull')
    .summary('fetch the newest snapshot of a registry or a mirror')
    .description(
      'Fetches the newest snapshot into a folder, by deltas where they are smaller. Every file is verified before it is put ' +
        'there; a pull that was cut off goes on where it was. An older snapshot than the one that is there is refused.',
    )
    .argument('<place>', 'address of a registry, or address or folder of a mirror of its /v1/snapshots')
    .option('--out <folder>', 'where it is put', 'snapshots')
    .option('--deciding-only', 'leave out the tables that are not needed to answer')
    .addOption(trustedKeys(KEY))
    .action(async (place: string, options: PullOptions) => {
      ended(await pull(io, place, options));
    });
  command
    .command('verify')
    .summary('look whether a snapshot is whole and whose it is')
    .description(
      'Looks at signature, checkpoint, the checksum of every file, the order of the keys, that all of them are in the filter, and ' +
        'at every record. Ends with 0 when all of it holds, and with 3 when something does not.',
    )
    .argument('<folder>', 'a snapshot, or a folder of snapshots, whose newest is verified')
    .addOption(trustedKeys(KEY))
    .action(async (folder: string, { key }: { readonly key: readonly string[] }) => {
      ended(await verify(io, folder, key));
    });
}

async function pull(io: CommandIo, place: string, { out, key, decidingOnly }: PullOptions): Promise<number> {
  const { source, close } = await openSnapshotPlace(io, place);
  const progress = startProgress(io, 'Fetching');
  try {
    const folder = snapshotFolderAt(resolve(io.cwd, out));
    const { manifest, fetched, isAnchored } = await pullSnapshot(source, folder, {
      keys: key,
      sha256: nodeSha256,
      verify: verifyEd25519,
      isDecidingOnly: decidingOnly,
      signal: io.signal,
      onProgress: (done, of) => {
        progress.show(done, of, 'bytes');
      },
    });
    progress.finish();
    const what = fetched === 0 ? 'was there already' : `is there, ${count(fetched)} bytes fetched`;
    io.out(
      `The snapshot of size ${manifest.size} of ${plainText(manifest.origin)} ${what}: ${folder.name}/${manifest.size}\n`,
    );
    if (!isAnchored) io.err(OWN_WORD);
    return EXIT.done;
  } finally {
    progress.finish();
    await close();
  }
}

async function verify(io: CommandIo, place: string, keys: readonly string[]): Promise<number> {
  const { source, close } = await openSnapshotPlace(io, place);
  try {
    const trust = { keys, sha256: nodeSha256, verify: verifyEd25519 };
    const { manifest } = await openSnapshot(source, trust);
    const snapshot = await verifySnapshot(source, manifest.size, trust);
    io.out(describe(snapshot));
    if (!snapshot.isAnchored) io.err(OWN_WORD);
    return EXIT.done;
  } finally {
    await close();
  }
}

function describe({ manifest, digest }: ReadSnapshot): string {
  const { origin, size, counts, builtAt } = manifest;
  return (
    `Verified: the snapshot of size ${size} of ${plainText(origin)} is whole, and as its key signed it.\n` +
    `${count(counts.keys)} keys, ${count(counts.voices)} answers; built ${builtAt}; manifest ${digest}.\n`
  );
}

const OWN_WORD =
  'The key was taken from the snapshot, so this does not show whose it is: anybody can make one that agrees with itself. Give ' +
  'the key that you trust with --key.\n';
