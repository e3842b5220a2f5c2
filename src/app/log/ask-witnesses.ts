import { setTimeout as rest } from 'node:timers/promises';
import { emptyRoot } from '../../core/merkle/empty-root.js';
import { formatCheckpoint } from '../../core/tlog/checkpoint.js';
import type { LogKeyring } from '../ports/log-key.js';
import type { SignedCheckpoint } from '../ports/log-tree.js';
import type { AskedWitness } from './ask-witness.js';
import type { LogTrouble } from './log-status.js';
import { AskedCheckpoint } from './asked-checkpoint.js';
import { type Patience, WitnessWorker, type WorkerParts } from './witness-worker.js';

/** The witnesses of a log. What they know, the log's own folder may have forgotten. */
export interface LogWitnesses {
  /** Hears from each what it knows of the log. Whoever does not answer soon is not waited for. */
  consult(): Promise<void>;
  /** What one of them knows that contradicts the log. */
  trouble(): LogTrouble | undefined;
  /** Has all of them cosign the newest checkpoint, soon. Nobody waits for it. */
  notice(): void;
  /** Ends what is under way. */
  close(): Promise<void>;
}

export interface AskWitnessesParts extends Omit<WorkerParts, 'asked'> {
  readonly keys: LogKeyring;
  readonly witnesses: readonly AskedWitness[];
  readonly patience?: Partial<Patience & { readonly startMs: number }>;
}

/** How long a start waits for those that do not answer, in milliseconds. */
const START_MS = 3_000;

const PATIENCE: Patience = { restMs: 1_000, retryMs: 1_000, longestRetryMs: 300_000 };

export function askWitnesses(parts: AskWitnessesParts): LogWitnesses {
  const { store, witnesses, patience } = parts;
  const ending = new AbortController();
  const patient = { ...PATIENCE, ...patience };
  const asked = new AskedCheckpoint(store.logTree);
  const workers = witnesses.map(
    (witness) => new WitnessWorker({ ...parts, asked }, witness, patient, ending.signal),
  );
  return {
    async consult() {
      if (workers.length === 0) return;
      const checkpoint = (await store.logTree.latest()) ?? emptyCheckpoint(parts);
      const heard = new AbortController();
      const signal = AbortSignal.any([ending.signal, heard.signal]);
      const waited = rest(patience?.startMs ?? START_MS, undefined, { signal }).catch(() => undefined);
      await Promise.race([Promise.all(workers.map((worker) => worker.consult(checkpoint))), waited]);
      heard.abort();
    },
    trouble: () => workers.find(({ trouble }) => trouble !== undefined)?.trouble,
    notice() {
      for (const worker of workers) worker.notice();
    },
    async close() {
      ending.abort();
      await Promise.all(workers.map((worker) => worker.settled()));
    },
  };
}

/** Every tree begins with the empty one: its signature can contradict nothing, whatever was signed and forgotten. */
function emptyCheckpoint({ keys, sha256 }: AskWitnessesParts): Pick<SignedCheckpoint, 'size' | 'note'> {
  const text = formatCheckpoint({ origin: keys.origin, size: 0, root: emptyRoot(sha256), extensions: [] });
  return { size: 0, note: keys.sign(text, keys.held()) };
}
