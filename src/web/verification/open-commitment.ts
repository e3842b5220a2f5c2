import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import { decodeBase64 } from '../../core/bytes/base64.js';
import { encodeUtf8 } from '../../core/bytes/utf8.js';
import { FieldError } from '../../core/json/field-reader.js';
import { parseStrictJson } from '../../core/json/parse-strict-json.js';
import { type Opening, readOpening, SALT_LENGTH } from '../../core/log/opening.js';
import type { Sha256 } from '../../core/log/sha256.js';
import type { StatementLeaf } from '../../core/log/statement-leaf.js';

/** The opening that a leaf commits to; a sentence where what was sent is another one. */
export function openCommitment(
  sent: { readonly text: string; readonly salt: string },
  leaf: Pick<StatementLeaf, 'opening' | 'preference'>,
  sha256: Sha256,
): Opening | string {
  const salt = decodeBase64(sent.salt);
  if (salt?.length !== SALT_LENGTH) {
    return `The salt is not ${SALT_LENGTH} bytes in base64.`;
  }
  const commitment = bytesToHex(sha256(concatBytes(salt, encodeUtf8(sent.text))));
  if (commitment !== leaf.opening) {
    return `Salt and text hash to ${commitment}, and the leaf commits to ${leaf.opening}.`;
  }
  const json = parseStrictJson(sent.text);
  return json.ok ? tryReading(json.value, leaf.preference) : json.problem.message;
}

function tryReading(value: unknown, preference: StatementLeaf['preference']): Opening | string {
  try {
    return readOpening(value, preference);
  } catch (error) {
    if (error instanceof FieldError) {
      return error.message;
    }
    throw error;
  }
}
