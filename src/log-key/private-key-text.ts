/**
 * Private keys in the text form that golang.org/x/mod/sumdb/note made common, so that other people's tools can use
 * them: `PRIVATE+KEY+<name>+<8 hexadecimal digits of the key id>+<base64(type ‖ seed)>`. The type is 0x01 for Ed25519 over
 * notes, and 0x04 for a witness's timestamped cosignatures, as in verifier keys.
 */
import type { Cosigner } from '../core/tlog/cosignature.js';
import type { NoteSigner } from '../core/tlog/sign-note.js';
import { cosignatureKey, noteKey } from '../core/tlog/verifier-key.js';
import { ed25519Key, SEED_LENGTH } from './node-ed25519.js';
import { nodeSha256 } from './node-sha256.js';

const FORM = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u;
const NOTE = 0x01;
const COSIGNATURE = 0x04;

export function formatPrivateKey(name: string, seed: Uint8Array): string {
  return formatKey(noteSigner(name, seed), NOTE, seed);
}

/** The key of a witness. */
export function formatWitnessKey(name: string, seed: Uint8Array): string {
  return formatKey(cosigner(name, seed), COSIGNATURE, seed);
}

/** Undefined for a text that is no such key. What was wrong is not said: the text is a secret. */
export function parsePrivateKey(text: string): NoteSigner | undefined {
  return parseKey(text, NOTE, noteSigner);
}

/** As `parsePrivateKey`, for the key of a witness. */
export function parseWitnessKey(text: string): Cosigner | undefined {
  return parseKey(text, COSIGNATURE, cosigner);
}

function formatKey({ key }: NoteSigner | Cosigner, type: number, seed: Uint8Array): string {
  return `PRIVATE+KEY+${key.name}+${key.keyId}+${Buffer.from([type, ...seed]).toString('base64')}`;
}

function parseKey<Signer extends NoteSigner | Cosigner>(
  text: string,
  type: number,
  make: (name: string, seed: Uint8Array) => Signer,
): Signer | undefined {
  const [, name, keyId, encoded] = FORM.exec(text) ?? [];
  if (name === undefined || keyId === undefined || encoded === undefined) return undefined;
  const material = Buffer.from(encoded, 'base64');
  if (material.length !== 1 + SEED_LENGTH || material[0] !== type) return undefined;
  const signer = make(name, material.subarray(1));
  return signer.key.keyId === keyId ? signer : undefined;
}

function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  const { publicKey, sign } = ed25519Key(seed);
  return { key: noteKey(name, publicKey, nodeSha256), sign };
}

function cosigner(name: string, seed: Uint8Array): Cosigner {
  const { publicKey, sign } = ed25519Key(seed);
  return { key: cosignatureKey(name, publicKey, nodeSha256), sign };
}
