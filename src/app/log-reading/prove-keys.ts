import type { Registry } from '../registry.js';
import { latestCheckpoint } from './published-checkpoint.js';
import { proveLeaves } from './prove-leaves.js';

/** For each leaf by which a log published or retired a key, the proof that the last signed tree holds it, as a C2SP tlog-proof. */
export async function proveKeys(registry: Registry): Promise<string[]> {
  const checkpoint = await latestCheckpoint(registry);
  if (checkpoint === undefined) return [];
  const leaves = (await registry.store.log.ofKind('key')).filter(({ index }) => index < checkpoint.size);
  const proofs = await proveLeaves(registry, checkpoint, leaves);
  return proofs.map((proof) => {
    if (typeof proof !== 'string') throw proof;
    return proof;
  });
}
