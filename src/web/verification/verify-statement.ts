/**
 * Whether a statement is what the log holds, worked out anew from what was sent: nothing of it is believed but the key. The
 * checks are those of c2sp.org/tlog-proof, and before them that leaf, opening and page say the same.
 */
import type { Sha256 } from '../../core/log/sha256.js';
import type { VerifyEd25519 } from '../../core/tlog/ed25519.js';
import { checkLeaf } from './check-leaf.js';
import { checkProof } from './check-proof.js';
import { differingFacts } from './differing-facts.js';
import { openCommitment } from './open-commitment.js';
import type { PublicStatement, SaidToday } from './operations.js';
import { readKeys } from './read-keys.js';
import { failed, type Verification } from './verification.js';

export interface Received {
  /** The id in the page's own address, 64 lower-case hexadecimal digits: what somebody wants to see proved. */
  readonly id: string;
  /** As the page shows it. */
  readonly statement: Omit<PublicStatement, SaidToday>;
  /** Text of a C2SP tlog-proof file. */
  readonly proof: string;
  /** C2SP verifier keys that may have signed. */
  readonly keys: readonly string[];
}

export function verifyStatement(
  { id, statement, proof, keys: keyTexts }: Received,
  sha256: Sha256,
  verify: VerifyEd25519,
): Verification {
  if (statement.id !== id) {
    return failed(
      'leaf',
      `What was asked for is statement ${id}, and what was sent is called ${statement.id}.`,
    );
  }
  const checked = checkLeaf(statement.leaf, id, sha256);
  if (checked.kind !== 'read') {
    return checked;
  }
  const { leaf, bytes, hash } = checked;
  const opening = statement.opening === null ? undefined : openCommitment(statement.opening, leaf, sha256);
  if (typeof opening === 'string') {
    return failed('opening', opening);
  }
  const differing = differingFacts(statement, leaf, opening, sha256);
  if (differing.length > 0) {
    return failed('shown', `What is shown otherwise than in the leaf: ${differing.join(', ')}.`);
  }
  const read = readKeys(keyTexts, sha256);
  if (!read.ok) {
    return read.problem.code === 'not-a-key'
      ? failed('keys', read.problem.detail)
      : { kind: 'unable', inability: 'unknown-keys' };
  }
  const place = { bytes, hash, logIndex: statement.logIndex };
  const proven = checkProof(proof, place, read.keys, sha256, verify);
  return 'kind' in proven ? proven : { kind: 'verified', proven: { ...proven, leaf, opening } };
}
