import { Option, type Command } from 'commander';
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { OpenAnswers } from '../app/ports/consent-answers.js';
import { openSnapshot } from '../app/snapshots/find-snapshot.js';
import { pullSnapshot } from '../app/snapshots/pull-snapshot.js';
import { snapshotAnswers } from '../app/snapshots/snapshot-answers.js';
import { verifyEd25519 } from '../log-key/node-ed25519.js';
import { nodeSha256 } from '../log-key/node-sha256.js';
import { snapshotFolderAt } from '../snapshot-files/snapshot-folder.js';
import { UsageError } from './explain-failure.js';
import type { CommandIo } from './io.js';
import { openSnapshotPlace } from './snapshot-place.js';
import { trustedKeys } from './trusted-keys.js';

/** Which snapshot answers, instead of the registry of this machine. */
export interface NamedSnapshotOptions {
  readonly snapshot?: string;
  readonly registry?: string;
  readonly key?: readonly string[];
  /** In milliseconds. */
  readonly maxAge?: number;
}

const HOUR_MS = 3_600_000;
const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: HOUR_MS, d: 24 * HOUR_MS };

/** A day: what was said since then is not known. */
export const USUAL_MAX_AGE = 24 * HOUR_MS;

export function addNamedSnapshot(command: Command): void {
  command
    .addOption(
      new Option('--snapshot <folder>', 'answer from the snapshot in a folder').conflicts('registry'),
    )
    .option('--registry <address>', 'fetch the newest snapshot of a registry or a mirror, and answer from it')
    .addOption(trustedKeys('key that you trust to sign for the log'))
    .addOption(
      new Option(
        '--max-age <time>',
        'how long ago the snapshot may have been the newest, such as 30m, 12h or 7d; 24h unless said',
      ).argParser(readAge),
    );
}

/** Opens the snapshot that the command line names; undefined where it names none. */
export function namedSnapshot(
  io: CommandIo,
  { snapshot, registry, key = [], maxAge = USUAL_MAX_AGE }: NamedSnapshotOptions,
): OpenAnswers | undefined {
  const place = snapshot ?? registry;
  if (place === undefined) return undefined;
  return async (questions) => {
    const trust = { keys: key, sha256: nodeSha256, verify: verifyEd25519 };
    const { source, close } = await openSnapshotPlace(io, place);
    try {
      const from = registry === undefined ? source : snapshotFolderAt(cacheOf(registry));
      if (registry !== undefined) {
        const folder = snapshotFolderAt(cacheOf(registry));
        const pulled = await pullSnapshot(source, folder, {
          ...trust,
          isDecidingOnly: true,
          signal: io.signal,
        });
        for (const size of await folder.sizes()) if (size !== pulled.manifest.size) await folder.remove(size);
      }
      const opened = await openSnapshot(from, trust);
      if (!opened.isAnchored) io.err(OWN_WORD);
      const strictest = Math.min(maxAge, questions.maxAge ?? Infinity);
      return snapshotAnswers(
        { ...opened, name: place },
        { ...questions, maxAge: strictest },
        () => new Date(),
      );
    } finally {
      await close();
    }
  };
}

const OWN_WORD =
  'The key was taken from the snapshot, so nothing shows whose answers these are. Give the key that you trust with --key.\n';

/** Registries are kept apart. */
function cacheOf(registry: string): string {
  const name = createHash('sha256').update(registry).digest('hex').slice(0, 16);
  return join(homedir(), '.cache', 'assent', 'snapshots', name);
}

function readAge(text: string): number {
  const [, number, unit] = /^([0-9]{1,6})([mhd])$/.exec(text) ?? [];
  const factor = UNITS[unit ?? ''];
  if (number === undefined || factor === undefined)
    throw new UsageError('--max-age takes a time such as 30m, 12h or 7d.');
  return Number(number) * factor;
}
