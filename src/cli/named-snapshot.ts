import { Option, type Command } from 'commander';
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { OpenAnswers } from '../app/ports/consent-answers.js';
import { togetherAnswers } from '../app/consent/together-answers.js';
import { openSnapshot } from '../app/snapshots/find-snapshot.js';
import { pullSnapshot } from '../app/snapshots/pull-snapshot.js';
import type { FreshSnapshot } from '../app/snapshots/snapshot-answers.js';
import { SnapshotUnusable } from '../app/snapshots/snapshot-unusable.js';
import { answersInThreads } from '../check-threads/answers-in-threads.js';
import { verifyEd25519 } from '../log-key/node-ed25519.js';
import { nodeSha256 } from '../log-key/node-sha256.js';
import { snapshotFolderAt } from '../snapshot-files/snapshot-folder.js';
import { UsageError } from './usage-error.js';
import type { CommandIo } from './io.js';
import { openSnapshotPlace } from './snapshot-place.js';
import { trustedKeys } from './trusted-keys.js';

/** Which snapshots answer, instead of the registry of this machine. */
export interface NamedSnapshotOptions {
  readonly snapshot?: readonly string[];
  readonly registry?: readonly string[];
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
    .addOption(placeOption('--snapshot <folder>', 'answer from the snapshot in a folder, may be repeated'))
    .addOption(
      placeOption(
        '--registry <address>',
        'fetch the newest snapshot of a registry or a mirror, and answer from it; of several, any no counts',
      ),
    )
    .addOption(trustedKeys('key that you trust to sign for the log, one for each'))
    .addOption(
      new Option(
        '--max-age <time>',
        'how long ago the snapshot may have been the newest, such as 30m, 12h or 7d; 24h unless said',
      ).argParser(readAge),
    );
}

function placeOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((place: string, earlier: readonly string[] | undefined) => [
    ...(earlier ?? []),
    place,
  ]);
}

/** Opens the snapshots that the command line names; undefined where it names none. */
export function namedSnapshot(
  io: CommandIo,
  { snapshot = [], registry = [], key = [], maxAge = USUAL_MAX_AGE }: NamedSnapshotOptions,
): OpenAnswers | undefined {
  const places = [
    ...snapshot.map((place) => ({ place, isPulled: false })),
    ...registry.map((place) => ({ place, isPulled: true })),
  ];
  if (places.length === 0) return undefined;
  return async (questions) => {
    const { asOf } = questions;
    if (places.length > 1 && asOf !== undefined && 'size' in asOf) {
      throw new UsageError('A size is of one log, and several are asked. Leave out --as-of.');
    }
    const opened: FreshSnapshot[] = [];
    for (const { place, isPulled } of places) {
      opened.push(await openPlace(io, place, isPulled, key).catch(naming(place)));
    }
    const strictest = Math.min(maxAge, questions.maxAge ?? Infinity);
    // All of them answer as of one moment, taken once the last was fetched.
    const asked = { ...questions, maxAge: strictest, moment: questions.moment ?? new Date() };
    return togetherAnswers(opened.map((one) => answersInThreads(one, asked, () => new Date())));
  };
}

async function openPlace(
  io: CommandIo,
  place: string,
  isPulled: boolean,
  keys: readonly string[],
): Promise<FreshSnapshot> {
  const trust = { keys, sha256: nodeSha256, verify: verifyEd25519 };
  const { source, close } = await openSnapshotPlace(io, place);
  try {
    const folder = isPulled ? snapshotFolderAt(cacheOf(place)) : undefined;
    if (folder !== undefined) {
      const pulled = await pullSnapshot(source, folder, {
        ...trust,
        isDecidingOnly: true,
        signal: io.signal,
      });
      for (const size of await folder.sizes()) if (size !== pulled.manifest.size) await folder.remove(size);
    }
    const opened = await openSnapshot(folder ?? source, trust, undefined, { isPaged: true });
    if (!opened.isAnchored) io.err(`${place}: ${OWN_WORD}`);
    return { ...opened, name: place };
  } finally {
    await close();
  }
}

/** Of several places, the one that cannot be relied on must be told. */
function naming(place: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof SnapshotUnusable) || error.message.includes(place)) throw error;
    throw new SnapshotUnusable(error.code, `${place}: ${error.message}`);
  };
}

const OWN_WORD =
  'the key was taken from the snapshot, so nothing shows whose answers these are. Give the key that you trust with --key.\n';

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
