import { openLog, type RegistryLog } from '../../src/app/log/registry-log.js';
import { ShownCheckpoint } from '../../src/app/log/shown-checkpoint.js';
import type { RegistryStore } from '../../src/app/ports/registry-store.js';
import type { Clock } from '../../src/app/ports/surroundings.js';
import type { LogKeyring } from '../../src/app/ports/log-key.js';
import { keyringOf } from '../../src/log-key/log-keyring.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';
import { formatPrivateKey, parsePrivateKey } from '../../src/log-key/private-key-text.js';

export const TEST_ORIGIN = 'registry.example/log';

/** Always the same key: what is signed in a test can be named in it. */
export function testKeyring(origin: string = TEST_ORIGIN, seed = 7): LogKeyring {
  const signer = parsePrivateKey(formatPrivateKey(origin, new Uint8Array(32).fill(seed)));
  if (signer === undefined) throw new Error('The key of the tests cannot be read.');
  return keyringOf([signer], undefined);
}

/** The log of a scenario, opened by the first thing that is done with it. */
export function testLog(store: RegistryStore, clock: Clock, keys = testKeyring()): RegistryLog {
  const shown = new ShownCheckpoint(store.logTree, clock, { isWitnessed: false });
  let opened: Promise<RegistryLog> | undefined;
  const open = () =>
    (opened ??= openLog({ store, sha256: nodeSha256, clock, keys, journal: undefined, mark: undefined }));
  return {
    origin: keys.origin,
    keys,
    trouble: () => undefined,
    shown: () => shown.current(),
    sequence: async (transition) => (await open()).sequence(transition),
    assertWhole: () => undefined,
    refill: async (copy, onProgress) => (await open()).refill(copy, onProgress),
    close: async () => (await opened)?.close(),
  };
}
