import { parseStrictJson } from '../../core/json/parse-strict-json.js';
import { FieldError, FieldReader } from '../../core/json/field-reader.js';
import { parseLeaf } from '../../core/log/leaf.js';
import { readEvidence } from '../../verifier/read-evidence.js';
import { parseProof } from '../../verifier/tlog-proof.js';
import { UnreadableEvidence } from '../../verifier/unreadable-evidence.js';
import { parseVerifierKey, type VerifierKey } from '../../verifier/verifier-key.js';
import { verifyProof } from '../../verifier/verify-proof.js';
import type { CommandIo } from '../io.js';

/** In bytes: a proof for each key that a log ever had. */
const LONGEST_LIST = 4 * 1_048_576;
const MOST_KEYS = 1_000;

/**
 * The keys that a log vouches for in its list (`/log/keys.json`): for each a proof that the tree under a checkpoint of a trusted key
 * holds the leaf that adds it. A receipt of last year may be signed by a key that signs no more. Throws UnreadableEvidence, and
 * VerificationFailed where a proof does not hold.
 */
export async function vouchedKeys(
  io: CommandIo,
  path: string,
  anchors: readonly VerifierKey[],
): Promise<VerifierKey[]> {
  const bytes = await readEvidence(io.cwd, path, LONGEST_LIST);
  return proofsIn(bytes, path).flatMap((proof) => {
    verifyProof(Buffer.from(proof), { path, leaf: undefined, anchors, policy: undefined }, () => undefined);
    return keyIn(proof, path) ?? [];
  });
}

function proofsIn(bytes: Uint8Array, path: string): string[] {
  const parsed = parseStrictJson(new TextDecoder().decode(bytes));
  if (!parsed.ok) throw new UnreadableEvidence(`${path} is no list of keys. ${parsed.problem.message}`);
  try {
    return FieldReader.object(parsed.value, '', (fields) => {
      fields.choice('format', ['assent-log-keys']);
      if (fields.count('version') !== 1)
        throw new FieldError('unsupported-version', '/version', 'Only version 1 is known.');
      const proofs = fields.value('proofs');
      const isList =
        Array.isArray(proofs) && proofs.length <= MOST_KEYS && proofs.every((one) => typeof one === 'string');
      if (!isList)
        throw new FieldError('wrong-type', '/proofs', 'A list of proofs is expected for "/proofs".');
      return proofs;
    });
  } catch (error) {
    if (error instanceof FieldError)
      throw new UnreadableEvidence(`${path} is no list of keys. ${error.message}`);
    throw error;
  }
}

/** The key that the proven leaf adds to its log, to sign checkpoints; undefined for any other leaf. */
function keyIn(proof: string, path: string): VerifierKey | undefined {
  const { extra } = parseProof(Buffer.from(proof), path);
  const read = extra === undefined ? undefined : parseLeaf(extra);
  if (read?.ok !== true || read.leaf.kind !== 'key') return undefined;
  const { leaf } = read;
  return leaf.action === 'add' && leaf.role === 'log' ? parseVerifierKey(leaf.vkey) : undefined;
}
