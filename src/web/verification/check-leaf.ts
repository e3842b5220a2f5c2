import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../../core/bytes/utf8.js';
import { leafHash } from '../../core/log/leaf-hash.js';
import { parseLeaf } from '../../core/log/leaf.js';
import type { Sha256 } from '../../core/log/sha256.js';
import type { StatementLeaf } from '../../core/log/statement-leaf.js';
import { failed, type Verification } from './verification.js';

export type CheckedLeaf =
  | {
      readonly kind: 'read';
      readonly bytes: Uint8Array;
      readonly hash: Uint8Array;
      readonly leaf: StatementLeaf;
    }
  | Exclude<Verification, { readonly kind: 'verified' }>;

/** Whether a text is the leaf that a statement is named for by its hash. */
export function checkLeaf(text: string, id: string, sha256: Sha256): CheckedLeaf {
  const bytes = encodeUtf8(text);
  const hash = leafHash(bytes, sha256);
  if (bytesToHex(hash) !== id) {
    return failed(
      'leaf',
      `The leaf that was sent hashes to ${bytesToHex(hash)}, and the statement is ${id}.`,
    );
  }
  const read = parseLeaf(bytes);
  if (!read.ok) {
    return read.problem.code === 'unsupported-version'
      ? { kind: 'unable', inability: 'newer-leaf' }
      : failed('leaf', read.problem.message);
  }
  return read.leaf.kind === 'statement'
    ? { kind: 'read', bytes, hash, leaf: read.leaf }
    : failed('leaf', `The leaf is of the kind "${read.leaf.kind}", and no statement.`);
}
