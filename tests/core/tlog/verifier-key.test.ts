import { describe, expect, it } from '@jest/globals';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { isSoundEd25519Key } from '../../../src/core/tlog/sound-ed25519-key.js';
import {
  cosignatureKey,
  formatVerifierKey,
  noteKey,
  parseVerifierKey,
} from '../../../src/core/tlog/verifier-key.js';
import { SHA256_IMPLEMENTATIONS } from '../log/sha256-implementations.js';
import { NOTE_VECTORS } from './note-vectors.js';
import { hash32, keyName } from './tlog-arbitrary.js';

describe.each(SHA256_IMPLEMENTATIONS)('verifier keys, with %s', (_name, sha256) => {
  it.each(NOTE_VECTORS.keys)('are read and written: $reason', ({ vkey, kind, name, keyId }) => {
    const parsed = parseVerifierKey(vkey, sha256);
    expect(parsed).toMatchObject({ ok: true, key: { kind, name, keyId } });
    expect(parsed.ok && formatVerifierKey(parsed.key)).toBe(vkey);
  });

  it.each(NOTE_VECTORS.refusedKeys)('are refused as $code: $reason', ({ vkey, code }) => {
    expect(parseVerifierKey(vkey, sha256)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('verifier keys', () => {
  it('are read back whatever they are called', () => {
    fc.assert(
      fc.property(keyName, hash32.filter(isSoundEd25519Key), (name, publicKey) => {
        for (const key of [
          noteKey(name, publicKey, nobleSha256),
          cosignatureKey(name, publicKey, nobleSha256),
        ]) {
          expect(parseVerifierKey(formatVerifierKey(key), nobleSha256)).toEqual({ ok: true, key });
        }
      }),
    );
  });

  it('of one name and key have another id for each type, so that neither signature passes for the other', () => {
    const publicKey = new Uint8Array(32).fill(7);
    const note = noteKey('registry.example', publicKey, nobleSha256);
    expect(note.keyId).not.toBe(cosignatureKey('registry.example', publicKey, nobleSha256).keyId);
  });

  it.each([
    ['', 32, 'no name'],
    ['a b', 32, 'a space'],
    ['a+b', 32, 'a plus'],
    ['a\nb', 32, 'a newline'],
    ['a\u0000b', 32, 'a control character'],
    ['a\ud800', 32, 'half a surrogate pair'],
    ['a', 31, 'a key that is too short'],
  ])('are not made with the name %j and %i bytes: %s', (name, length) => {
    expect(() => noteKey(name, new Uint8Array(length), nobleSha256)).toThrow(RangeError);
    expect(() => cosignatureKey(name, new Uint8Array(length), nobleSha256)).toThrow(RangeError);
  });
});
