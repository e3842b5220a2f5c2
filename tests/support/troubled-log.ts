import { openLog, type RegistryLog } from '../../src/app/log/registry-log.js';
import type { LogParts } from '../../src/app/log/log-parts.js';
import type { LogTrouble } from '../../src/app/log/log-status.js';
import type { LogJournal } from '../../src/app/ports/log-journal.js';
import { NoRoom } from '../../src/app/ports/no-room.js';
import { WritingStopped } from '../../src/app/ports/writing-stopped.js';
import type { PublishedMark } from '../../src/app/ports/log-key.js';
import type { RegistryStore } from '../../src/app/ports/registry-store.js';
import type { Clock } from '../../src/app/ports/surroundings.js';
import { formatCheckpoint } from '../../src/core/tlog/checkpoint.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';
import { testKeyring } from './test-log.js';

/** Opens the log of a store, which has begun already, so that it finds itself in the trouble that a scenario is about. */
export async function openTroubledLog(
  store: RegistryStore,
  clock: Clock,
  trouble: LogTrouble,
): Promise<RegistryLog> {
  const size = Number(await store.log.size());
  const log = await openLog({
    store,
    sha256: nodeSha256,
    clock,
    keys: testKeyring(),
    journal: undefined,
    mark: undefined,
    ...causes(size)[trouble],
  });
  if (log.trouble() !== trouble) throw new Error(`The log is ${log.trouble() ?? 'well'}, not ${trouble}.`);
  return log;
}

function causes(size: number): Readonly<Record<LogTrouble, Partial<LogParts>>> {
  return {
    behind: { mark: markAt(size + 1) },
    forked: { mark: markAt(size) },
    stopped: { journal: journalThat(new WritingStopped({ cause: new Error('EIO') })) },
    full: { journal: journalThat(new NoRoom()) },
    'other-key': { keys: testKeyring(undefined, 8) },
  };
}

/** A checkpoint of this size that was published, over leaves that nobody has. */
function markAt(size: number): PublishedMark {
  const keys = testKeyring();
  const root = new Uint8Array(32).fill(1);
  const text = formatCheckpoint({ origin: keys.origin, size, root, extensions: [] });
  const note = keys.sign(text, keys.held());
  return { read: () => Promise.resolve(note), write: () => Promise.resolve() };
}

/** A journal that takes nothing. */
function journalThat(fails: Error): LogJournal {
  return {
    size: 0,
    append: () => Promise.reject(fails),
    read: () => {
      throw new Error('Nobody reads this journal.');
    },
  };
}
