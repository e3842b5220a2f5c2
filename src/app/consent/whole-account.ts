import { hexToBytes } from '@noble/hashes/utils.js';
import { idKey } from '../../core/log/leaf-keys.js';
import { idInLeaf } from '../claims/claim-leaves.js';
import type { Account } from '../ports/accounts.js';
import type { AnsweredSubject } from './log-statements.js';

/** All that an account claimed or will claim, as leaves and rows name it: by its pseudonym. */
export function wholeAccount({ pseudonym }: Pick<Account, 'pseudonym'>): AnsweredSubject {
  const id = idInLeaf(pseudonym);
  return {
    claim: undefined,
    subject: { subject: { kind: 'account' } },
    named: { kind: 'account', subjectDigest: hexToBytes(id), subjectKey: idKey(id), canon: 0 },
  };
}
