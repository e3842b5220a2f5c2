import { type Ed25519Key, ed25519Key } from '../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';

/** A key pair that a label always gives again, so that tests know its private part. */
export function keyNamed(label: string): Ed25519Key {
  return ed25519Key(nodeSha256(new TextEncoder().encode(label)));
}
