import { equalBytes } from '../../src/core/bytes/equal-bytes.js';
import { leafHash } from '../../src/core/log/leaf-hash.js';
import { parseTlogPolicy } from '../../src/core/tlog/parse-tlog-policy.js';
import { parseTlogProof } from '../../src/core/tlog/tlog-proof.js';
import { verifyTlogProof } from '../../src/core/tlog/verify-tlog-proof.js';
import { verifyEd25519 } from '../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Checks a proof as somebody would who trusts nothing but a key of the log, and answers the index that it proves for the
 * leaf. Throws when it proves nothing.
 */
export function provenIndex(proof: string, leaf: Uint8Array, verifierKey: string): number {
  const policy = parseTlogPolicy(bytesOf(`log ${verifierKey}\nquorum none\n`), nodeSha256);
  if (!policy.ok) throw new Error(policy.problem.message);
  const parsed = parseTlogProof(bytesOf(proof));
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const { extra, index } = parsed.proof;
  if (extra === undefined || !equalBytes(extra, leaf)) throw new Error('The proof carries another leaf.');
  const hash = leafHash(leaf, nodeSha256);
  const verified = verifyTlogProof(parsed.proof, hash, policy.policy, nodeSha256, verifyEd25519);
  if (!verified.ok) throw new Error(verified.problem.message);
  return index;
}
