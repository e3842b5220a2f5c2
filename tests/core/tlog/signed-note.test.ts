import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { formatSignatureLine } from '../../../src/core/tlog/note-signature.js';
import { MAX_NOTE_BYTES, formatSignedNote, parseSignedNote } from '../../../src/core/tlog/signed-note.js';
import { signNote } from '../../../src/core/tlog/sign-note.js';
import { noteKey } from '../../../src/core/tlog/verifier-key.js';
import { verifyNote } from '../../../src/core/tlog/verify-note.js';
import { ed25519Key, verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { keyNamed } from '../../support/key-named.js';
import { flipBit } from '../merkle/single-bits.js';
import { NOTE_VECTORS } from './note-vectors.js';
import { octets, utf8 } from './octets.js';
import { noteSignature, noteText } from './tlog-arbitrary.js';
import { trustedKeys } from './trusted-keys.js';

const PUBLISHED_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const PUBLISHED_NOTE = `This is an example message.

\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;

describe('signed notes', () => {
  it('verify the vector that was published with the specification', () => {
    const parsed = parseSignedNote(utf8(PUBLISHED_NOTE));
    expect(parsed).toMatchObject({ ok: true, note: { text: 'This is an example message.\n' } });
    const keys = trustedKeys([PUBLISHED_KEY]);
    expect(parsed.ok && verifyNote(parsed.note, keys, verifyEd25519)).toEqual({
      ok: true,
      signers: keys,
      cosignatures: [],
    });
  });

  it.each(NOTE_VECTORS.verified)('verify: $reason', ({ keys, note, signers, cosigners }) => {
    const parsed = parseSignedNote(utf8(note));
    const verified = parsed.ok ? verifyNote(parsed.note, trustedKeys(keys), verifyEd25519) : parsed;
    expect(verified).toMatchObject({ ok: true });
    expect(verified.ok && verified.signers.map(({ name }) => name)).toEqual(signers);
    const witnesses = verified.ok && verified.cosignatures.map(({ key, time }) => [key.name, String(time)]);
    expect(witnesses).toEqual(cosigners);
    expect(parsed.ok && formatSignedNote(parsed.note)).toEqual(utf8(note));
  });

  it.each(NOTE_VECTORS.refusedByKeys)('are refused as $code: $reason', ({ keys, note, code }) => {
    const parsed = parseSignedNote(utf8(note));
    const verified = parsed.ok && verifyNote(parsed.note, trustedKeys(keys), verifyEd25519);
    expect(verified).toMatchObject({ ok: false, problem: { code } });
  });

  it.each(NOTE_VECTORS.refused)('cannot be read, $code: $reason', ({ note, noteHex, code }) => {
    expect(parseSignedNote(octets(note, noteHex))).toMatchObject({ ok: false, problem: { code } });
  });

  it('are signed as the vectors say', () => {
    const [name, seed] = Object.entries(NOTE_VECTORS.seeds)[0] ?? ['', ''];
    const { publicKey, sign } = ed25519Key(Buffer.from(seed, 'base64'));
    const key = noteKey(name, publicKey, sha256);
    const signature = signNote('A note.\n', { key, sign });
    const expected = NOTE_VECTORS.verified.find(({ reason }) => reason === 'one signature')?.note;
    expect(formatSignedNote({ text: 'A note.\n', signatures: [signature] })).toEqual(utf8(expected ?? ''));
  });

  it('are read back as they were written, whatever they say', () => {
    const note = fc.record({
      text: noteText,
      signatures: fc.array(noteSignature, { minLength: 1, maxLength: 64 }),
    });
    fc.assert(
      fc.property(note, (one) => {
        expect(parseSignedNote(formatSignedNote(one))).toEqual({ ok: true, note: one });
      }),
    );
  });

  it('have one spelling: what is read is written back byte for byte', () => {
    const piece = fc.constantFrom('\u2014 ', 'a.example ', 'AAAAAAA=', 'AAAAAAB=', '\n', '\n\n', 'text', ' ');
    const line = fc.constant('\u2014 a.example AAAAAAA=\n');
    const nearNote = fc
      .tuple(fc.array(piece), fc.array(fc.oneof(line, piece)))
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(nearNote, (text) => {
        const parsed = parseSignedNote(utf8(text));
        expect(parsed.ok ? formatSignedNote(parsed.note) : utf8(text)).toEqual(utf8(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('fail after any change of one bit', () => {
    const bytes = utf8(PUBLISHED_NOTE);
    const keys = trustedKeys([PUBLISHED_KEY]);
    const accepted: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      flipBit(bytes, bit);
      const parsed = parseSignedNote(bytes);
      if (parsed.ok && verifyNote(parsed.note, keys, verifyEd25519).ok) {
        accepted.push(bit);
      }
      flipBit(bytes, bit);
    }
    expect(accepted).toEqual([]);
  });

  it('are not read beyond a million bytes', () => {
    const line = '\u2014 a.example AAAAAAA=\n';
    const largest = utf8(`${'x'.repeat(MAX_NOTE_BYTES - utf8(line).length - 2)}\n\n${line}`);
    expect(largest).toHaveLength(MAX_NOTE_BYTES);
    expect(parseSignedNote(largest).ok).toBe(true);
    expect(parseSignedNote(Buffer.concat([utf8('x'), largest]))).toMatchObject({
      problem: { code: 'too-large' },
    });
  });

  it('with two trusted keys of one name and id are refused, since none of them can be meant alone', () => {
    const [key] = trustedKeys([PUBLISHED_KEY]);
    const parsed = parseSignedNote(utf8(PUBLISHED_NOTE));
    const twin = { ...key, publicKey: keyNamed('twin').publicKey } as NonNullable<typeof key>;
    const verified = parsed.ok && key && verifyNote(parsed.note, [key, twin], verifyEd25519);
    expect(verified).toMatchObject({ ok: false, problem: { code: 'ambiguous-key' } });
  });
});

describe('writing a signed note', () => {
  const signature = { name: 'a.example', keyId: '00000000', signature: Uint8Array.of(1) };

  it.each([
    ['a text without a newline', '', [signature]],
    ['a control character', 'a\tb\n', [signature]],
    ['half a surrogate pair, which UTF-8 cannot carry', '\ud800\n', [signature]],
    ['no signature', 'text\n', []],
    ['65 signatures', 'text\n', Array<typeof signature>(65).fill(signature)],
    ['a name with a space', 'text\n', [{ ...signature, name: 'a b' }]],
    ['a short key id', 'text\n', [{ ...signature, keyId: '0000000' }]],
    ['a key id that is not hexadecimal', 'text\n', [{ ...signature, keyId: '0000000G' }]],
    ['an empty signature', 'text\n', [{ ...signature, signature: new Uint8Array() }]],
    ['more than can be read', `${'x'.repeat(MAX_NOTE_BYTES)}\n`, [signature]],
  ])('refuses %s', (_reason, text, signatures) => {
    expect(() => formatSignedNote({ text, signatures })).toThrow(RangeError);
  });

  it('signs no text that cannot be a note', () => {
    const { publicKey, sign } = keyNamed('log');
    const signer = { key: noteKey('a.example', publicKey, sha256), sign };
    expect(() => signNote('no newline', signer)).toThrow(RangeError);
    expect(formatSignatureLine(signNote('line\n', signer))).toMatch(/^\u2014 a\.example \S+\n$/);
  });
});
