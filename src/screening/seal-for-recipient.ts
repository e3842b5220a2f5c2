/** Files that only the holder of a key can read: age v1 with one X25519 recipient. Source: C2SP, age.md. */
import {
  createCipheriv,
  createHmac,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { decodeBech32 } from './bech32.js';

/** Bytes of one piece of the payload. */
const PIECE = 65_536;
const KEY_BYTES = 32;
const LABEL = 'age-encryption.org/v1/X25519';

/** @returns undefined when the text is no recipient of age (`age1…`, X25519) */
export function parseRecipient(text: string): Uint8Array | undefined {
  const key = decodeBech32('age', text);
  return key?.length === KEY_BYTES ? key : undefined;
}

/** @param recipient as `parseRecipient` gives it */
export function sealForRecipient(recipient: Uint8Array, plain: Uint8Array): Uint8Array {
  const fileKey = randomBytes(16);
  const own = generateKeyPairSync('x25519');
  const share = rawKey(own.publicKey);
  const shared = diffieHellman({ privateKey: own.privateKey, publicKey: publicKeyOf(recipient) });
  const wrapKey = derive(shared, Buffer.concat([share, recipient]), LABEL);
  const wrapped = encrypt(wrapKey, Buffer.alloc(12), fileKey);
  const unsigned = `age-encryption.org/v1\n-> X25519 ${base64(share)}\n${base64(wrapped)}\n---`;
  const mac = createHmac('sha256', derive(fileKey, Buffer.alloc(0), 'header'))
    .update(unsigned)
    .digest();
  const nonce = randomBytes(16);
  return Buffer.concat([
    Buffer.from(`${unsigned} ${base64(mac)}\n`),
    nonce,
    ...pieces(derive(fileKey, nonce, 'payload'), plain),
  ]);
}

/** Each piece under its number; the last one is marked, so that a file that was cut is seen to be. */
function* pieces(key: Buffer, plain: Uint8Array): Generator<Buffer> {
  const count = Math.max(1, Math.ceil(plain.length / PIECE));
  for (let at = 0; at < count; at += 1) {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(at, 7);
    nonce[11] = at === count - 1 ? 1 : 0;
    yield encrypt(key, nonce, plain.subarray(at * PIECE, (at + 1) * PIECE));
  }
}

function encrypt(key: Buffer, nonce: Buffer, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function derive(secret: Uint8Array, salt: Uint8Array, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, label, KEY_BYTES));
}

/** Without padding, as age writes it. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

function rawKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

function publicKeyOf(raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
}
