import { resolve } from 'node:path';
import type { SnapshotSource } from '../app/ports/snapshots.js';
import { SnapshotUnusable } from '../app/snapshots/snapshot-unusable.js';
import { FetchRefused } from '../fetch/fetch-refused.js';
import { snapshotsIn } from '../snapshot-files/snapshot-places.js';
import type { CommandIo } from './io.js';
import { isAddress } from './log-place.js';

export interface SnapshotPlace {
  readonly source: SnapshotSource;
  readonly close: () => Promise<void>;
}

/** A file of some gigabytes takes its time. */
const SLOWEST_FILE_MS = 3_600_000;

/** Snapshots in a folder, on a server of Assent, or on any server that has a copy of the folder. */
export async function openSnapshotPlace(io: CommandIo, place: string): Promise<SnapshotPlace> {
  if (!isAddress(place)) {
    return { source: snapshotsIn(resolve(io.cwd, place)), close: () => Promise.resolve() };
  }
  // Loaded only now: a folder is read without an HTTP client.
  const { createOperatorFetch } = await import('../fetch/operator-fetch.js');
  const http = createOperatorFetch({ userAgent: 'Assent-snapshot/1', timeoutMs: SLOWEST_FILE_MS });
  const prefix = addressOf(place);
  const source: SnapshotSource = {
    name: prefix,
    async read(path, most) {
      try {
        const { status, body } = await http.get(`${prefix}/${path}`, most + 1);
        if (status === 200) return body;
        if (status === 404) return undefined;
        throw unreachable(prefix, `It answered with ${status}.`);
      } catch (error) {
        if (error instanceof FetchRefused) throw unreachable(prefix, error.message);
        throw error;
      }
    },
  };
  return { source, close: () => http.close() };
}

/** The address of a registry stands for where it keeps its snapshots. */
function addressOf(place: string): string {
  const address = place.replace(/\/+$/, '');
  return new URL(address).pathname === '/' ? `${address}/v1/snapshots` : address;
}

function unreachable(place: string, why: string): SnapshotUnusable {
  return new SnapshotUnusable(
    'unreachable',
    `${place} gives no snapshot. ${why} Nothing was decided. Try again later, or name a mirror.`,
  );
}
