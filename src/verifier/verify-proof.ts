/** Re-derives everything that a proof says, from its own bytes, the leaf, and a key that the reader brings. */
import { encodeBase64 } from './base64.js';
import type { Checkpoint } from './checkpoint.js';
import { climb } from './climb.js';
import { demandCosignatures } from './cosignatures.js';
import { counted } from './counted.js';
import { unknownSigner, refuseStrangers } from './judge-signers.js';
import { keyLabel } from './log-keys.js';
import { leafHash, MAX_ENTRY_LENGTH } from './sha256.js';
import { shown } from './shown.js';
import { signersOf } from './signed-note.js';
import type { Tell } from './tell.js';
import { tellCosignatures } from './tell-cosignatures.js';
import { parseProof } from './tlog-proof.js';
import { VerificationFailed } from './verification-failed.js';
import type { VerifierKey } from './verifier-key.js';
import type { WitnessPolicy } from './witness-policy.js';

export interface ProofOptions {
  /** Of the file, for messages. */
  readonly path: string;
  /** What is said to be in the log; by default the extra data of the proof. */
  readonly leaf: Uint8Array | undefined;
  /** That the reader trusts to sign for the log; with none, no signature of the log can be checked. */
  readonly anchors: readonly VerifierKey[];
  readonly policy: WitnessPolicy | undefined;
}

export interface VerifiedProof {
  readonly origin: string;
  readonly size: number;
  readonly index: number;
  /** False when there was no key: then anybody could have made the proof. */
  readonly isSigned: boolean;
}

/** Tells each step, and throws VerificationFailed at the first that does not hold. */
export function verifyProof(bytes: Uint8Array, options: ProofOptions, tell: Tell): VerifiedProof {
  const { path, anchors } = options;
  const { index, hashes, checkpoint, extra } = parseProof(bytes, path);
  const { origin, size } = checkpoint;
  const leaf = options.leaf ?? extra;
  if (leaf === undefined) {
    throw new VerificationFailed('bad-proof', `${path} does not hold the leaf. Give its bytes with --leaf.`, {
      path,
    });
  }
  if (leaf.length > MAX_ENTRY_LENGTH) {
    throw new VerificationFailed('bad-proof', `The leaf has ${leaf.length} bytes, more than any log takes.`, {
      path,
    });
  }
  // Whole: it is what is proven.
  tell('Leaf', shown(Buffer.from(leaf).toString('utf8'), MAX_ENTRY_LENGTH));
  tell(
    '',
    `${leaf.length} bytes, ${options.leaf === undefined ? 'from the extra line of the proof' : 'as given'}`,
  );
  tell('Place', `leaf ${index} of ${size}`);
  climbToRoot(leafHash(leaf), index, hashes, checkpoint, tell);
  checkSigners(checkpoint, anchors, tell);
  if (options.policy !== undefined) {
    tellCosignatures(demandCosignatures(checkpoint.note, options.policy), options.policy, tell);
  }
  return { origin, size, index, isSigned: anchors.length > 0 };
}

function climbToRoot(
  leaf: Uint8Array,
  index: number,
  hashes: readonly Uint8Array[],
  { size, root, note: { path } }: Checkpoint,
  tell: Tell,
): void {
  tell('Leaf hash', `${encodeBase64(leaf)} = SHA-256(00 ‖ leaf)`);
  const steps = climb(leaf, index, size, hashes);
  if (steps === undefined) {
    throw new VerificationFailed(
      'bad-proof',
      `${path}: a way of ${counted(hashes.length, 'hash', 'hashes')} does not lead from leaf ${index} to the root of a tree of size ${size}.`,
      { path, index },
    );
  }
  for (const [number, { sibling, side, result }] of steps.entries()) {
    tell(`Step ${number + 1}`, `${side} sibling ${encodeBase64(sibling)}`);
    const order = side === 'left' ? 'sibling ‖ hash' : 'hash ‖ sibling';
    tell('', `gives ${encodeBase64(result)} = SHA-256(01 ‖ ${order})`);
  }
  const reached = steps.at(-1)?.result ?? leaf;
  if (Buffer.compare(reached, root) !== 0) {
    throw new VerificationFailed(
      'wrong-root',
      `${path}: the hashes lead to the root ${encodeBase64(reached)}, and the checkpoint says ${encodeBase64(root)}. Leaf, index or a hash is not the one that was logged.`,
      { path, index },
    );
  }
  tell('Root', `${encodeBase64(root)}, as the checkpoint says`);
}

function checkSigners(checkpoint: Checkpoint, anchors: readonly VerifierKey[], tell: Tell): void {
  const { origin, note } = checkpoint;
  tell('Log', shown(origin));
  if (anchors.length === 0) {
    const claimed = note.signatures.map(keyLabel).join(', ');
    tell('Signature', `NOT CHECKED, for want of a key. The checkpoint claims to be signed by ${claimed}.`);
    return;
  }
  refuseStrangers(checkpoint, anchors);
  const signers = signersOf(
    note,
    anchors.filter(({ name }) => name === origin),
  );
  if (signers.length === 0) throw unknownSigner(checkpoint);
  tell(
    'Signature',
    `valid, by ${signers.map(keyLabel).join(', ')}: Ed25519 over the lines of the checkpoint`,
  );
}
