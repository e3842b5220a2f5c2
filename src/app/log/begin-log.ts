import { buildKeyLeaf } from '../../core/log/key-leaf.js';
import type { LogKeyring } from '../ports/log-key.js';
import type { Stores } from '../ports/registry-store.js';
import type { Sha256 } from '../ports/surroundings.js';
import { appendLeaves } from './append-leaves.js';

/** Gives an empty log its first leaf: the key that signs it. Further keys are added to a log that has begun. */
export async function beginLog(
  { keys, sha256 }: { readonly keys: LogKeyring; readonly sha256: Sha256 },
  stores: Stores,
  at: Date,
): Promise<void> {
  const [vkey] = keys.held();
  if (vkey === undefined || (await stores.log.size()) > 0n) return;
  const time = at.toISOString();
  const leaf = buildKeyLeaf({ action: 'add', role: 'log', origin: keys.origin, vkey, from: time, time });
  await appendLeaves({ sha256 }, stores, [leaf], at);
}
