/**
 * Verifier keys ("vkeys") of c2sp.org/signed-note: `<name>+<8 hexadecimal digits of the key id>+<base64(type ‖ key)>`.
 * Types 0x01 (Ed25519 over a note) and 0x04 (Ed25519 cosignature of a checkpoint) are understood. Keys of other types
 * are kept as they are, and count for nothing: no signature of theirs can be checked here.
 */
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import { decodeBase64, encodeBase64 } from '../bytes/base64.js';
import { type Refusal, refuse } from '../bytes/refusal.js';
import { encodeUtf8 } from '../bytes/utf8.js';
import type { Sha256 } from '../log/sha256.js';
import { ED25519_KEY_LENGTH } from './ed25519.js';
import { isKeyName } from './key-name.js';
import { isSoundEd25519Key } from './sound-ed25519-key.js';

interface NamedKey<Kind extends string> {
  readonly kind: Kind;
  readonly name: string;
  /** 8 lower-case hexadecimal digits. Name and id together say which key a signature is by. */
  readonly keyId: string;
  /** Without the type byte. */
  readonly publicKey: Uint8Array;
}

/** Type 0x01. */
export type NoteKey = NamedKey<'note'>;

/** Type 0x04. */
export type CosignatureKey = NamedKey<'cosignature'>;

/** Any other type. */
export type OpaqueKey = NamedKey<'opaque'> & { readonly type: number };

export type VerifierKey = NoteKey | CosignatureKey | OpaqueKey;

export type VerifierKeyProblemCode = 'not-a-key' | 'bad-name' | 'wrong-length' | 'weak-key' | 'wrong-key-id';

export type ParsedVerifierKey =
  { readonly ok: true; readonly key: VerifierKey } | Refusal<VerifierKeyProblemCode>;

const TYPES = { note: 0x01, cosignature: 0x04 } as const;
const FORM = /^([^+]*)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u;
const KEY_ID_BYTES = 4;

/** Reads a vkey strictly. An id is checked for the types that are understood; those of others are made in other ways. */
export function parseVerifierKey(text: string, sha256: Sha256): ParsedVerifierKey {
  const [, name, keyId, encoded] = FORM.exec(text) ?? [];
  const material = decodeBase64(encoded ?? '');
  const type = material?.[0];
  if (name === undefined || keyId === undefined || material === undefined || type === undefined) {
    return refuse('not-a-key', 'A verifier key has the form name+8 hexadecimal digits+base64.');
  }
  if (!isKeyName(name)) {
    return refuse(
      'bad-name',
      'The name of a key must not be empty, nor hold spaces, plus or control characters.',
    );
  }
  const publicKey = material.slice(1);
  if (type !== TYPES.note && type !== TYPES.cosignature) {
    return { ok: true, key: { kind: 'opaque', type, name, keyId, publicKey } };
  }
  if (publicKey.length !== ED25519_KEY_LENGTH) {
    return refuse('wrong-length', `An Ed25519 key has ${ED25519_KEY_LENGTH} bytes after the type byte.`);
  }
  if (!isSoundEd25519Key(publicKey)) {
    return refuse(
      'weak-key',
      'No signature of this key proves anything: it is of small order, or not written as RFC 8032 writes keys.',
    );
  }
  const key = ed25519Key(type === TYPES.note ? 'note' : 'cosignature', name, publicKey, sha256);
  return key.keyId === keyId
    ? { ok: true, key }
    : refuse(
        'wrong-key-id',
        'The key id is not that of this name and key: one of them was changed or mistyped.',
      );
}

export function formatVerifierKey(key: VerifierKey): string {
  const material = concatBytes(Uint8Array.of(typeOf(key)), key.publicKey);
  return `${key.name}+${key.keyId}+${encodeBase64(material)}`;
}

/** The key that checks signatures of ours over notes. Throws `RangeError` for a bad name or length. */
export function noteKey(name: string, publicKey: Uint8Array, sha256: Sha256): NoteKey {
  return ed25519Key('note', name, publicKey, sha256);
}

/** The key that checks a witness's cosignatures. Throws `RangeError` for a bad name or length. */
export function cosignatureKey(name: string, publicKey: Uint8Array, sha256: Sha256): CosignatureKey {
  return ed25519Key('cosignature', name, publicKey, sha256);
}

function ed25519Key<Kind extends keyof typeof TYPES>(
  kind: Kind,
  name: string,
  publicKey: Uint8Array,
  sha256: Sha256,
): NamedKey<Kind> {
  if (!isKeyName(name) || publicKey.length !== ED25519_KEY_LENGTH) {
    throw new RangeError(`A key needs a name without spaces or plus, and ${ED25519_KEY_LENGTH} bytes.`);
  }
  const identity = concatBytes(encodeUtf8(`${name}\n`), Uint8Array.of(TYPES[kind]), publicKey);
  return { kind, name, keyId: bytesToHex(sha256(identity).slice(0, KEY_ID_BYTES)), publicKey };
}

function typeOf(key: VerifierKey): number {
  return key.kind === 'opaque' ? key.type : TYPES[key.kind];
}
