import { idInLeaf } from '../../claims/claim-leaves.js';
import type { Account } from '../../ports/accounts.js';
import type { Claim } from '../../ports/claims.js';
import type { Dispute } from '../../ports/disputes.js';
import { isBetweenAnswers } from '../is-between-answers.js';

/**
 * The pseudonym by which an account is, or was, a side of a dispute; undefined where it is none.
 * @param claims those of the dispute
 */
export function sideOf(
  dispute: Dispute,
  claims: readonly Claim[],
  { id, pseudonym }: Pick<Account, 'id' | 'pseudonym'>,
): string | undefined {
  const claimant = idInLeaf(pseudonym);
  if (isBetweenAnswers(dispute)) {
    return dispute.noBy === claimant || dispute.yesBy === claimant ? claimant : undefined;
  }
  return claims.some(({ accountId }) => accountId === id) ? claimant : undefined;
}
