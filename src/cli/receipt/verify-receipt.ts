import { decodeBase64 } from '../../core/bytes/base64.js';
import { verifyConsistency } from '../../core/merkle/verify-consistency.js';
import { isSignedAsItSays } from '../../core/receipt/receipt-bytes.js';
import type { Receipt, ReceiptSource } from '../../core/receipt/receipt.js';
import { verifyEd25519 } from '../../log-key/node-ed25519.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import { type Checkpoint, parseCheckpoint } from '../../verifier/checkpoint.js';
import { refuseStrangers, unknownSigner } from '../../verifier/judge-signers.js';
import { keyLabel } from '../../verifier/log-keys.js';
import { signersOf } from '../../verifier/signed-note.js';
import type { Tell } from '../../verifier/tell.js';
import { VerificationFailed } from '../../verifier/verification-failed.js';
import type { VerifierKey } from '../../verifier/verifier-key.js';
import { count } from '../count.js';
import { counted } from '../counted.js';

/**
 * Checks what a receipt says against its signatures, without a network, and tells each step. Throws VerificationFailed at the
 * first that does not hold.
 * @param keys that may sign for the logs: those that the reader trusts, and those that they vouch for
 * @returns whether the checkpoints were shown to be signed; without keys anybody could have made them
 */
export function verifyReceipt(
  path: string,
  receipt: Receipt,
  keys: readonly VerifierKey[],
  tell: Tell,
): boolean {
  tell('Receipt', receipt.summary);
  tell('', receipt.limits);
  const { uses, keep } = receipt.question;
  tell('Asked', `${uses.join(', ')}; rows kept: ${keep}`);
  tell('Rules', `decisions ${receipt.rules.decision}, addresses ${receipt.rules.canonicalUrl}`);
  for (const source of receipt.sources) tellSource(path, source, keys, tell);
  const { rows, kept } = receipt.counts;
  tell(
    'Files',
    `${receipt.files.length}: ${counted(rows, 'row', 'rows')}, of which ${count(kept)} were kept`,
  );
  tellSigner(path, receipt, tell);
  return keys.length > 0;
}

function tellSource(path: string, source: ReceiptSource, keys: readonly VerifierKey[], tell: Tell): void {
  const checkpoint = parseCheckpoint(Buffer.from(source.checkpoint), path);
  if (checkpoint.origin !== source.origin) {
    throw refusal(
      path,
      `The checkpoint is of ${checkpoint.origin}, and the answers are said to be of ${source.origin}.`,
    );
  }
  tell('Log', `${source.origin}, ${counted(source.size, 'leaf', 'leaves')}, as of ${moments(source)}`);
  tellTree(path, source, checkpoint, tell);
  if (keys.length === 0) {
    const claimed = checkpoint.note.signatures.map(keyLabel).join(', ');
    tell('Signature', `NOT CHECKED, for want of a key. The checkpoint claims to be signed by ${claimed}.`);
    return;
  }
  refuseStrangers(checkpoint, keys);
  const signers = signersOf(
    checkpoint.note,
    keys.filter(({ name }) => name === checkpoint.origin),
  );
  if (signers.length === 0) throw unknownSigner(checkpoint);
  tell('Signature', `valid, by ${signers.map(keyLabel).join(', ')}`);
}

function moments({ from, to }: ReceiptSource): string {
  return from === to ? from : `${from} to ${to}`;
}

/** That the leaves which the answers rest on are the beginning of the tree that was signed. */
function tellTree(path: string, source: ReceiptSource, { size, root }: Checkpoint, tell: Tell): void {
  const proof = (source.consistency ?? []).map(decodeBase64);
  const oldRoot = decodeBase64(source.root);
  const whole = proof.filter((hash) => hash !== undefined);
  if (oldRoot === undefined || whole.length < proof.length)
    throw refusal(path, 'A hash in it is not in base64.');
  const claim = { oldSize: source.size, oldRoot, newSize: size, newRoot: root, proof: whole };
  const checked = verifyConsistency(claim, nodeSha256);
  if (!checked.ok)
    throw refusal(path, `The checkpoint does not cover the answers. ${checked.problem.message}`);
  tell(
    'Tree',
    size === source.size
      ? 'the one that was signed'
      : `the beginning of the signed one, of ${counted(size, 'leaf', 'leaves')}`,
  );
}

function tellSigner(path: string, receipt: Receipt, tell: Tell): void {
  const isSigned = isSignedAsItSays(receipt, verifyEd25519, nodeSha256);
  if (isSigned === false)
    throw refusal(path, `It is not signed by ${receipt.signer ?? ''}, as it says it is.`);
  if (isSigned === undefined)
    tell('Builder', 'nobody signed it: whoever has the files can make it again and compare');
  else tell('Builder', `signed by ${receipt.signer ?? ''}; whose key that is, they have to tell you`);
}

function refusal(path: string, why: string): VerificationFailed {
  return new VerificationFailed('bad-receipt', `${path} does not hold. ${why}`, { path });
}
