import fc from 'fast-check';
import { isKeyName } from '../../../src/core/tlog/key-name.js';
import { isNoteText } from '../../../src/core/tlog/note-text.js';
import type { NoteSignature } from '../../../src/core/tlog/note-signature.js';

/** Letters that matter to the formats, and some that should not. */
const letter = fc.constantFrom(...Array.from('ab/.-#+= \t\n\u0000\u007f\u00a0\u2014\u3000\u00e9\u{1f600}'));
const anyText = fc.string({
  unit: fc.oneof(letter, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
});

export const keyName = anyText.filter(isKeyName);

export const noteText = anyText.map((text) => `${text}\n`).filter(isNoteText);

/** One line of a note's text. */
export const noteLine = noteText.map((text) => text.replaceAll('\n', '')).filter((line) => line !== '');

export const hash32 = fc.uint8Array({ minLength: 32, maxLength: 32 });

export const treeSize = fc.oneof(fc.nat(1000), fc.maxSafeNat());

export const noteSignature: fc.Arbitrary<NoteSignature> = fc.record({
  name: keyName,
  keyId: fc.uint8Array({ minLength: 4, maxLength: 4 }).map((id) => Buffer.from(id).toString('hex')),
  signature: fc.uint8Array({ minLength: 1, maxLength: 90 }),
});
