/**
 * The part of a statement that may name somebody: the text exactly as it was submitted, and the terms of an offer. It is
 * served apart from the leaf, which holds only a salted commitment to it; once opening and salt are deleted, the
 * commitment tells nothing.
 */
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import type { Preference } from '../consent/preference.js';
import { type Terms, readTerms } from '../consent/terms.js';
import { canonicalJson } from '../json/canonical-json.js';
import { FieldError, FieldReader } from '../json/field-reader.js';
import type { Sha256 } from './sha256.js';

export interface Opening {
  readonly v: 1;
  /** The address or domain as its claimant wrote it, so that later URL rules can be applied to it. */
  readonly submitted?: string;
  /** There exactly when the preference is `conditional`. */
  readonly terms?: Terms;
}

/** What the leaf of a named run commits to: who asked, as they call themselves. */
export interface BuilderOpening {
  readonly v: 1;
  readonly name: string;
}

/** In UTF-16 code units. */
export const MAX_SUBMITTED_LENGTH = 8192;

/** In bytes; random, one for each opening. A fixed length leaves no doubt where the salt ends. */
export const SALT_LENGTH = 32;

/** Reads the opening of a statement with this preference strictly. Throws `FieldError`. */
export function readOpening(value: unknown, preference: Preference): Opening {
  return FieldReader.object(value, '', (fields) => {
    const v = fields.count('v');
    if (v !== 1) {
      throw new FieldError(
        'unsupported-version',
        '/v',
        `Opening version ${v} is not known here: use version 1.`,
      );
    }
    const submitted = fields.has('submitted')
      ? { submitted: fields.text('submitted', { maximum: MAX_SUBMITTED_LENGTH }) }
      : {};
    if (preference === 'conditional') {
      return { v, ...submitted, terms: readTerms(fields.value('terms'), fields.at('terms')) };
    }
    if (fields.has('terms')) {
      const message = 'Terms make an answer conditional: leave them out, or say "conditional".';
      throw new FieldError('wrong-value', fields.at('terms'), message);
    }
    return { v, ...submitted };
  });
}

/** SHA-256 of salt ‖ canonical JSON of the opening, as 64 lower-case hexadecimal digits. Throws `FieldError`. */
export function commitToOpening(opening: Opening | BuilderOpening, salt: Uint8Array, sha256: Sha256): string {
  if (salt.length !== SALT_LENGTH) {
    throw new FieldError('wrong-value', '/salt', `The salt must be ${SALT_LENGTH} random bytes.`);
  }
  return bytesToHex(sha256(concatBytes(salt, new TextEncoder().encode(canonicalJson(opening)))));
}
