import { acceptanceDigest, isAcceptanceSigned, keyIdOf } from '../../core/acceptance/acceptance-bytes.js';
import { parseLeaf } from '../../core/log/leaf.js';
import { verifyEd25519 } from '../../log-key/node-ed25519.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import { parseProof } from '../../verifier/tlog-proof.js';
import { VerificationFailed } from '../../verifier/verification-failed.js';
import type { VerifierKey } from '../../verifier/verifier-key.js';
import { type VerifiedProof, verifyProof } from '../../verifier/verify-proof.js';
import type { KeptAcceptance } from './acceptance-file.js';

/** An acceptance that a log records, since when. */
export interface VerifiedAcceptance {
  /** SHA-256 of its bytes, in lower-case hexadecimal. */
  readonly digest: string;
  readonly takenAt: string;
}

/**
 * That an acceptance is signed by the key that it names, and that the log which holds the offer records it. Throws VerificationFailed:
 * one that no registry confirmed was shown to nobody.
 * @param place of it, for messages
 * @param anchors that may sign for the log; with none, nobody is shown to have recorded it
 */
export function verifyAcceptance(
  { acceptance, proof }: KeptAcceptance,
  place: string,
  anchors: readonly VerifierKey[],
): VerifiedAcceptance {
  const { origin, signer, statement } = acceptance;
  const path = `${place}: the acceptance of ${statement.slice(0, 12)}…`;
  if (!isAcceptanceSigned(acceptance, verifyEd25519, nodeSha256)) {
    throw refusal(path, `is not signed by ${signer}, as it says it is`);
  }
  if (proof === undefined) {
    throw refusal(
      path,
      `was never confirmed by a registry. Send it: assent terms send ${place} --registry ADDRESS`,
    );
  }
  const bytes = Buffer.from(proof);
  const proven = prove(bytes, path, anchors);
  const { extra } = parseProof(bytes, path);
  const read = extra === undefined ? undefined : parseLeaf(extra);
  const leaf = read?.ok === true && read.leaf.kind === 'acceptance' ? read.leaf : undefined;
  const digest = acceptanceDigest(acceptance, nodeSha256);
  const isIts = proven.origin === origin && leaf?.digest === digest && leaf.signer === keyIdOf(signer);
  if (!isIts) throw refusal(path, 'has a proof of something else');
  return { digest, takenAt: leaf.time };
}

/** A log that has other keys by now proves it anew. */
function prove(bytes: Uint8Array, path: string, anchors: readonly VerifierKey[]): VerifiedProof {
  try {
    return verifyProof(bytes, { path, leaf: undefined, anchors, policy: undefined }, () => undefined);
  } catch (error) {
    if (!(error instanceof VerificationFailed) || error.code !== 'unknown-signer') throw error;
    const next =
      'If the log has other keys by now, fetch its proof anew: assent terms send FILE --registry ADDRESS';
    throw new VerificationFailed(error.code, `${error.message} ${next}`, error.place);
  }
}

function refusal(path: string, why: string): VerificationFailed {
  return new VerificationFailed('bad-acceptance', `${path} ${why}.`, { path });
}
