import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ed25519 } from '@noble/curves/ed25519.js';
import type { VerifyEd25519 } from '../../../src/core/tlog/ed25519.js';
import { strictVerify } from '../../../src/core/tlog/strict-ed25519.js';
import { isSoundEd25519Key } from '../../../src/core/tlog/sound-ed25519-key.js';
import { ed25519Key, verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { verifyEd25519 as verifyInBrowser } from '../../../src/web/verification/noble-ed25519.js';
import { keyNamed } from '../../support/key-named.js';
import { ED25519_KEY_VECTORS as KEYS } from './ed25519-key-vectors.js';
import { RFC8032_VECTORS } from './rfc8032-vectors.js';

const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const PRIME = 2n ** 255n - 19n;
const NEGATIVE = 2n ** 255n;
const NO_MESSAGE = new Uint8Array();

/** What stands before the 32 bytes of a key in SubjectPublicKeyInfo (RFC 8410). */
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** What OpenSSL says, without the checks that it leaves out; throws where it does. */
const opensslVerify: VerifyEd25519 = (publicKey, message, signature) => {
  const der = Buffer.concat([PUBLIC_PREFIX, publicKey]);
  return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
};

describe('strict Ed25519', () => {
  it.each(RFC8032_VECTORS)(
    'signs and verifies test $test of RFC 8032',
    ({ seed, publicKey, message, signature }) => {
      const key = ed25519Key(Buffer.from(seed, 'hex'));
      expect(hex(key.publicKey)).toBe(publicKey);
      expect(hex(key.sign(Buffer.from(message, 'hex')))).toBe(signature);
      expect(verifyEd25519(key.publicKey, Buffer.from(message, 'hex'), Buffer.from(signature, 'hex'))).toBe(
        true,
      );
    },
  );

  it('refuses S + L in place of S, as OpenSSL does by itself', () => {
    const key = keyNamed('malleable');
    const signature = key.sign(NO_MESSAGE);
    const second = Buffer.concat([
      signature.slice(0, 32),
      littleEndian(bigIntOf(signature.slice(32)) + ORDER),
    ]);
    expect(opensslVerify(key.publicKey, NO_MESSAGE, signature)).toBe(true);
    expect(opensslVerify(key.publicKey, NO_MESSAGE, second)).toBe(false);
    expect(strictVerify(() => true)(key.publicKey, NO_MESSAGE, second)).toBe(false);
  });

  it.each([
    [0n, true, 'the smallest y'],
    [PRIME - 1n, true, 'the largest y'],
    [PRIME, false, 'zero written as p'],
    [2n ** 255n - 1n, false, 'the largest 255 bits'],
    [NEGATIVE, true, 'a negative x'],
    [NEGATIVE + PRIME, false, 'zero written as p, with a negative x'],
    [NEGATIVE + 1n, false, 'y = 1, whose x is 0 and cannot be negative'],
    [NEGATIVE + PRIME - 1n, false, 'y = -1, whose x is 0 and cannot be negative'],
  ])('decides for the point %d in a signature: %s is %s', (point, canonical) => {
    const signature = Buffer.concat([littleEndian(point), littleEndian(0n)]);
    expect(strictVerify(() => true)(littleEndian(3n), NO_MESSAGE, signature)).toBe(canonical);
  });

  it.each([
    [ORDER - 1n, true, 'the largest S'],
    [ORDER, false, 'L'],
    [2n ** 256n - 1n, false, 'all bits'],
  ])('decides for S = %d: %s (%s)', (scalar, canonical) => {
    const signature = Buffer.concat([littleEndian(3n), littleEndian(scalar)]);
    expect(strictVerify(() => true)(littleEndian(3n), NO_MESSAGE, signature)).toBe(canonical);
  });

  it.each([
    [31, 64],
    [33, 64],
    [32, 63],
    [32, 65],
    [0, 0],
  ])('refuses a key of %i bytes with a signature of %i', (keyLength, signatureLength) => {
    const verify = strictVerify(() => true);
    expect(verify(new Uint8Array(keyLength), NO_MESSAGE, new Uint8Array(signatureLength))).toBe(false);
  });

  it('says no where the library does', () => {
    const key = keyNamed('one');
    const signature = key.sign(NO_MESSAGE);
    expect(verifyEd25519(key.publicKey, NO_MESSAGE, signature)).toBe(true);
    expect(verifyEd25519(keyNamed('two').publicKey, NO_MESSAGE, signature)).toBe(false);
    expect(verifyEd25519(littleEndian(2n), NO_MESSAGE, signature)).toBe(false);
  });
});

describe('a key for which anybody can sign', () => {
  it.each(KEYS.refused)(
    'is refused by every verifier, and is taken by OpenSSL: $reason',
    ({ publicKey, message, signature }) => {
      const [key, signed] = [Buffer.from(publicKey, 'hex'), Buffer.from(signature, 'hex')];
      expect(opensslVerify(key, Buffer.from(message), signed)).toBe(true);
      expect(verifyEd25519(key, Buffer.from(message), signed)).toBe(false);
      expect(verifyInBrowser(key, Buffer.from(message), signed)).toBe(false);
      expect(strictVerify(() => true)(key, Buffer.from(message), signed)).toBe(false);
      expect(isSoundEd25519Key(key)).toBe(false);
    },
  );

  it('is every key whose order divides 8, and no other', () => {
    const small = KEYS.refused.map(({ publicKey }) => ed25519.Point.fromHex(publicKey, true));
    expect(small.every((point) => point.isSmallOrder())).toBe(true);
    expect(new Set(small.map((point) => point.toHex())).size).toBe(8);
  });
});

describe('a key', () => {
  it.each(KEYS.notCanonical)('is refused where it is not canonically written: $reason', ({ publicKey }) => {
    expect(isSoundEd25519Key(Buffer.from(publicKey, 'hex'))).toBe(false);
  });

  it.each(KEYS.sound)('is not refused: $reason', ({ publicKey }) => {
    expect(isSoundEd25519Key(Buffer.from(publicKey, 'hex'))).toBe(true);
  });
});

function littleEndian(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();
}

function bigIntOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${hex(Buffer.from(bytes).reverse())}`);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
