import { randomBytes } from 'node:crypto';
import { appendLeaves } from '../../../src/app/log/append-leaves.js';
import { openLog, type RegistryLog } from '../../../src/app/log/registry-log.js';
import type { LogParts } from '../../../src/app/log/log-parts.js';
import type { LogEntry } from '../../../src/app/ports/log.js';
import type { PublishedMark } from '../../../src/app/ports/log-key.js';
import type { Stores } from '../../../src/app/ports/registry-store.js';
import { buildReceiptLeaf } from '../../../src/core/log/receipt-leaf.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { testClock } from '../../support/test-clock.js';
import { testKeyring } from '../../support/test-log.js';

/** A log over a store, with the key of the tests unless a scenario says otherwise. */
export function openScenarioLog(store: OpenStore, overrides: Partial<LogParts> = {}): Promise<RegistryLog> {
  return openLog({
    store,
    sha256: nodeSha256,
    clock: testClock().now,
    keys: testKeyring(),
    journal: undefined,
    mark: undefined,
    ...overrides,
  });
}

/** A mark kept in memory. */
export function memoryMark(): PublishedMark & { note: string | undefined } {
  return {
    note: undefined,
    read() {
      return Promise.resolve(this.note);
    },
    write(note) {
      this.note = note;
      return Promise.resolve();
    },
  };
}

/** Appends leaves that mean nothing to any answer, no two alike. */
export function appendAny(stores: Stores, at: Date, count = 1): Promise<LogEntry[]> {
  const leaves = Array.from({ length: count }, () =>
    buildReceiptLeaf({ digest: randomBytes(32).toString('hex'), time: at.toISOString() }),
  );
  return appendLeaves({ sha256: nodeSha256 }, stores, leaves, at);
}
