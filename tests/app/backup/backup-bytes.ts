import { loadBackup } from '../../../src/app/backup/load-backup.js';
import { type DumpOptions, dumpRegistry } from '../../../src/app/backup/dump-registry.js';
import { LastPublished } from '../../../src/app/backup/last-published.js';
import { RestoreRefused } from '../../../src/app/backup/restore-refused.js';
import { type InspectedBackup, inspectBackup } from '../../../src/app/backup/inspect-backup.js';
import type { LogJournal } from '../../../src/app/ports/log-journal.js';
import type { Registry } from '../../../src/app/registry.js';
import { verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { migrations } from '../../../migrations/index.js';

export async function dumped(registry: Registry, options: Partial<DumpOptions> = {}): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const { store, sha256, clock, log } = registry;
  await dumpRegistry(
    { store, sha256, clock, origin: log.origin },
    { leaves: 'inside', withCatalogue: false, ...options },
    (bytes) => {
      pieces.push(bytes);
      return Promise.resolve();
    },
  );
  return new Uint8Array(Buffer.concat(pieces));
}

export async function* once(file: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(file);
}

export function inspected(file: Uint8Array): Promise<InspectedBackup> {
  return inspectBackup(
    once(file),
    migrations.map(({ name }) => name),
    nodeSha256,
  );
}

/** Puts a backup back, as the command does once it has an empty store. */
export async function restore(
  store: OpenStore,
  file: Uint8Array,
  { journal, mark, last }: { journal?: LogJournal; mark?: string; last?: string } = {},
): Promise<void> {
  const backup = await inspected(file);
  const parts = { sha256: nodeSha256, verify: verifyEd25519, journal, signal: new AbortController().signal };
  const published = (note: string | undefined) =>
    note === undefined
      ? undefined
      : new LastPublished(note, backup, (what) => new RestoreRefused('other-log', what));
  const known = { mark: published(mark), last: published(last), trusted: [] };
  await store.load((target) => loadBackup(target, once(file), backup, parts, known));
}
