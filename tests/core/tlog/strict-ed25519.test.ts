import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { VerifyEd25519 } from '../../../src/core/tlog/ed25519.js';
import { strictVerify } from '../../../src/core/tlog/strict-ed25519.js';
import { ed25519Key, verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { keyNamed } from '../../support/key-named.js';

/** RFC 8032 §7.1. */
const PUBLISHED = [
  {
    test: 1,
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    test: 2,
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    test: 3,
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
];

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
  it.each(PUBLISHED)(
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

  it('refuses a second encoding of a key, which OpenSSL reads', () => {
    // With the neutral element (0, 1) as key and as R, and with S = 0, the equation of RFC 8032 holds for any message.
    const signature = Buffer.concat([littleEndian(1n), littleEndian(0n)]);
    expect(verifyEd25519(littleEndian(1n), NO_MESSAGE, signature)).toBe(true);
    for (const again of [PRIME + 1n, NEGATIVE + 1n]) {
      expect(opensslVerify(littleEndian(again), NO_MESSAGE, signature)).toBe(true);
      expect(verifyEd25519(littleEndian(again), NO_MESSAGE, signature)).toBe(false);
    }
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
  ])('decides for the point %d: %s is %s', (point, canonical) => {
    const always = strictVerify(() => true);
    const good = littleEndian(3n);
    expect(always(littleEndian(point), NO_MESSAGE, Buffer.concat([good, littleEndian(0n)]))).toBe(canonical);
    expect(always(good, NO_MESSAGE, Buffer.concat([littleEndian(point), littleEndian(0n)]))).toBe(canonical);
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

function littleEndian(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();
}

function bigIntOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${hex(Buffer.from(bytes).reverse())}`);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
