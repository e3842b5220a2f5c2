import { equalBytes } from '../../core/bytes/equal-bytes.js';
import { encodeUtf8 } from '../../core/bytes/utf8.js';
import type { Sha256 } from '../../core/log/sha256.js';
import { climbInclusion } from '../../core/merkle/climb-inclusion.js';
import type { VerifyEd25519 } from '../../core/tlog/ed25519.js';
import type { OpenCheckpoint } from '../../core/tlog/open-checkpoint.js';
import { openCheckpoint } from '../../core/tlog/open-checkpoint.js';
import { parseTlogProof } from '../../core/tlog/tlog-proof.js';
import { formatVerifierKey } from '../../core/tlog/verifier-key.js';
import type { TrustedKeys } from './read-keys.js';
import { failed, type Failure, type Proven, type Verification } from './verification.js';

type CheckedProof = Omit<Proven, 'leaf' | 'opening'>;

interface LoggedLeaf {
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
  /** Decimal digits. */
  readonly logIndex: string;
}

/** The last that a Date can tell, in POSIX seconds. */
const LAST_SECOND = 8_640_000_000_000n;

/** What a signature that does not hold means to a reader. What is not named here cannot even be read. */
const SIGNATURE_FAILURES: Readonly<Record<string, Failure>> = {
  'bad-signature': 'signature',
  'no-known-signature': 'signer',
  'not-signed-by-log': 'signer',
};

/** Checks a C2SP tlog-proof about a leaf: what it is about, who signed the root, and that the hashes lead there. */
export function checkProof(
  text: string,
  { bytes, hash, logIndex }: LoggedLeaf,
  { logs, witnesses }: TrustedKeys,
  sha256: Sha256,
  verify: VerifyEd25519,
): CheckedProof | (Verification & { readonly kind: 'failed' }) {
  const parsed = parseTlogProof(encodeUtf8(text));
  if (!parsed.ok) {
    return failed('proof', parsed.problem.message);
  }
  const { extra, index, hashes, checkpoint } = parsed.proof;
  if (extra === undefined || !equalBytes(extra, bytes)) {
    return failed('proof', 'The proof does not carry the leaf of this statement.');
  }
  if (String(index) !== logIndex) {
    return failed('place', `The proof is about leaf ${index}, and the page about leaf ${logIndex}.`);
  }
  const opened = openCheckpoint(checkpoint, [...logs, ...witnesses], verify);
  if (!opened.ok) {
    return failed(SIGNATURE_FAILURES[opened.problem.code] ?? 'proof', opened.problem.message);
  }
  const { size, root } = opened.checkpoint;
  const climb = climbInclusion({ leafHash: hash, index, size, proof: hashes }, sha256);
  if (!climb.ok) {
    return failed('way', climb.problem.message);
  }
  if (!equalBytes(climb.root, root)) {
    return failed('way', 'The hashes lead to another root than the one that the log signed.');
  }
  return { leafHash: hash, index, size, root, steps: climb.steps, ...signersOf(opened) };
}

function signersOf({
  logKey,
  cosignatures,
  note,
}: OpenCheckpoint): Pick<Proven, 'logKey' | 'witnesses' | 'unchecked'> {
  const witnesses = cosignatures.map(({ key: { name, keyId }, time }) => ({
    name,
    keyId,
    at: time > LAST_SECOND ? undefined : new Date(Number(time) * 1000),
  }));
  const isChecked = ({ name, keyId }: { name: string; keyId: string }): boolean =>
    [logKey, ...witnesses].some((key) => key.name === name && key.keyId === keyId);
  return {
    logKey: { name: logKey.name, keyId: logKey.keyId, text: formatVerifierKey(logKey) },
    witnesses,
    unchecked: note.signatures
      .filter((signature) => !isChecked(signature))
      .map(({ name, keyId }) => ({ name, keyId })),
  };
}
