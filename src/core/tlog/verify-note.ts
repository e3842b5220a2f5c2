/**
 * Checking the signatures of a note, c2sp.org/signed-note ("Signatures"): those of unknown keys are ignored, one of a
 * known key that fails refuses the whole note, and so does there being none of a known key. Of several by one key the
 * first is checked and the others are ignored.
 */
import { equalBytes } from '../bytes/equal-bytes.js';
import { type Refusal, refuse } from '../bytes/refusal.js';
import { encodeUtf8 } from '../bytes/utf8.js';
import { verifyCosignature } from './cosignature.js';
import type { VerifyEd25519 } from './ed25519.js';
import type { NoteSignature } from './note-signature.js';
import type { SignedNote } from './signed-note.js';
import type { CosignatureKey, NoteKey, VerifierKey } from './verifier-key.js';

export interface VerifiedCosignature {
  readonly key: CosignatureKey;
  /** POSIX seconds. */
  readonly time: bigint;
}

export type VerifiedNote =
  | {
      readonly ok: true;
      /** Who signed the text, in the order of the note. */
      readonly signers: readonly NoteKey[];
      /** Who cosigned it, and when. */
      readonly cosignatures: readonly VerifiedCosignature[];
    }
  | Refusal<VerifyNoteProblemCode>;

export type VerifyNoteProblemCode = 'ambiguous-key' | 'bad-signature' | 'no-known-signature';

/** `known` are the keys trusted by the caller; opaque ones among them count as unknown, since nothing can check them. */
export function verifyNote(
  note: SignedNote,
  known: readonly VerifierKey[],
  verify: VerifyEd25519,
): VerifiedNote {
  const keys = keysByIdentity(known);
  if (keys === undefined) {
    return refuse(
      'ambiguous-key',
      'Two different trusted keys have the same name and id: remove one of them.',
    );
  }
  const signers: NoteKey[] = [];
  const cosignatures: VerifiedCosignature[] = [];
  for (const signature of note.signatures) {
    const key = keys.get(identity(signature));
    // A key that was found once is not looked for again.
    keys.delete(identity(signature));
    if (key === undefined || key.kind === 'opaque') {
      continue;
    }
    if (key.kind === 'cosignature') {
      const checked = verifyCosignature(note.text, signature.signature, key, verify);
      if (!checked.ok) {
        return refuse('bad-signature', checked.problem.message);
      }
      cosignatures.push({ key, time: checked.time });
    } else {
      if (!verify(key.publicKey, encodeUtf8(note.text), signature.signature)) {
        return refuse('bad-signature', `The signature of ${key.name} is not one over this text.`);
      }
      signers.push(key);
    }
  }
  return signers.length + cosignatures.length > 0
    ? { ok: true, signers, cosignatures }
    : refuse('no-known-signature', 'No key that you trust has signed this note.');
}

/** Undefined when a name and id stand for two keys. */
function keysByIdentity(known: readonly VerifierKey[]): Map<string, VerifierKey> | undefined {
  const keys = new Map<string, VerifierKey>();
  for (const key of known) {
    const other = keys.get(identity(key));
    if (other !== undefined && !(other.kind === key.kind && equalBytes(other.publicKey, key.publicKey))) {
      return undefined;
    }
    keys.set(identity(key), key);
  }
  return keys;
}

/** A name holds no space, so that this is one text for one pair. */
function identity({ name, keyId }: Pick<NoteSignature, 'name' | 'keyId'>): string {
  return `${name} ${keyId}`;
}
