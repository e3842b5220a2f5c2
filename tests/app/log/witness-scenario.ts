import { parseAddCheckpointRequest } from '../../../src/core/tlog/add-checkpoint-request.js';
import { type LogWitnesses, askWitnesses } from '../../../src/app/log/ask-witnesses.js';
import type { AskedWitness } from '../../../src/app/log/ask-witness.js';
import { copiedLeaves } from '../../../src/app/log/copied-leaves.js';
import { readLogFile } from '../../../src/app/log/log-files.js';
import { refillLog } from '../../../src/app/log/refill-log.js';
import type { WitnessRequests } from '../../../src/app/ports/witness-requests.js';
import { createOperatorFetch } from '../../../src/fetch/operator-fetch.js';
import { verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { testClock } from '../../support/test-clock.js';
import { testKeyring } from '../../support/test-log.js';

/** Requests over the network as a server makes them, which a scenario can hold up and listen to. */
export class TestWire implements WitnessRequests {
  /** The old size and the new one of every request, in order. */
  readonly heard: (readonly [number, number])[] = [];
  /** What a request waits for before it is sent. */
  before: () => Promise<void> = () => Promise.resolve();
  readonly #fetch = createOperatorFetch({ userAgent: 'Assent-test/1' });

  async post(url: string, body: Uint8Array, signal: AbortSignal) {
    const read = parseAddCheckpointRequest(body);
    if (!read.ok) throw new Error(read.problem.message);
    const [, size] = new TextDecoder().decode(read.request.checkpoint).split('\n');
    this.heard.push([read.request.oldSize, Number(size)]);
    await this.before();
    const answer = await this.#fetch.post(url, body, 65_536, signal);
    return { ...answer, contentType: answer.headers['content-type'] ?? '' };
  }

  close(): Promise<void> {
    return this.#fetch.close();
  }
}

export interface WitnessScenario {
  readonly witnesses: LogWitnesses;
  readonly told: string[];
}

/** The witnesses of a log over a store, without the pauses that spare real ones. */
export function askInScenario(
  store: OpenStore,
  requests: WitnessRequests,
  asked: readonly AskedWitness[],
  {
    startMs = 60_000,
    restMs = 1,
    onCosigned = () => undefined,
  }: { startMs?: number; restMs?: number; onCosigned?: () => void } = {},
): WitnessScenario {
  const told: string[] = [];
  const witnesses = askWitnesses({
    store,
    sha256: nodeSha256,
    verify: verifyEd25519,
    clock: testClock().now,
    keys: testKeyring(),
    witnesses: asked,
    requests,
    onCosigned,
    tell: (line) => told.push(line),
    patience: { restMs, retryMs: 1, longestRetryMs: 20, startMs },
  });
  return { witnesses, told };
}

/** Puts into an empty store what another held when it had `size` leaves, as from a backup of that day. */
export async function restore(from: OpenStore, size: number, into: OpenStore): Promise<void> {
  const source = { read: (path: string) => readLogFile(from, path) };
  const leaves = copiedLeaves(source, 0, (await from.logTree.latest())?.size ?? 0);
  async function* earlier() {
    for await (const copied of leaves) if (copied.index < size) yield copied;
  }
  await refillLog({ store: into, sha256: nodeSha256, clock: testClock().now }, earlier());
}
