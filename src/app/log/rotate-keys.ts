import { keyEndorsementText } from '../../core/log/key-endorsement.js';
import { buildKeyLeaf } from '../../core/log/key-leaf.js';
import type { Registry } from '../registry.js';
import { activeKeys } from './active-keys.js';
import { appendLeaves } from './append-leaves.js';

/**
 * Gives the log a further key, which signs beside the others from now on. The key lies in the key file before the log names
 * it, so that a leaf never names a key that nobody has. Answers its verifier key.
 */
export async function addLogKey(registry: Registry): Promise<string> {
  const { keys } = registry.log;
  // A log that takes no leaves could not name the key: none is made for it.
  await registry.log.sequence(() => Promise.resolve());
  const vkey = await keys.make();
  await registry.log.sequence(async (stores, at) => {
    const time = at.toISOString();
    const key = { origin: keys.origin, role: 'log', vkey, from: time } as const;
    const endorsement = Buffer.from(keys.endorse(vkey, keyEndorsementText(key))).toString('base64');
    const leaf = buildKeyLeaf({ ...key, action: 'add', endorsement, time });
    await appendLeaves(registry, stores, [leaf], at);
  });
  return vkey;
}

/** A key that cannot be retired; the message says which can. */
export class KeyNotRetirable extends Error {
  override readonly name = 'KeyNotRetirable';
}

/**
 * Ends a key: from this leaf on the others sign without it, and its signatures over later checkpoints count for nothing.
 * Then it leaves the key file.
 * @throws KeyNotRetirable when the key is not active, or no other key that is held would be left
 */
export async function retireLogKey(registry: Registry, vkey: string): Promise<void> {
  const { keys } = registry.log;
  await registry.log.sequence(async (stores, at) => {
    const active = await activeKeys(stores.log);
    if (!active.includes(vkey)) {
      throw new KeyNotRetirable(`${vkey} does not sign this log. These do: ${active.join(', ')}.`);
    }
    if (!keys.held().some((held) => held !== vkey && active.includes(held))) {
      throw new KeyNotRetirable(
        'No other key would be left to sign: add one first, with "assent log rotate-key".',
      );
    }
    const time = at.toISOString();
    const leaf = buildKeyLeaf({
      action: 'retire',
      role: 'log',
      origin: keys.origin,
      vkey,
      until: time,
      time,
    });
    await appendLeaves(registry, stores, [leaf], at);
  });
  if (keys.held().includes(vkey)) await keys.drop(vkey);
}
