import type { Account } from '../../ports/accounts.js';
import type { Claim } from '../../ports/claims.js';
import type { Dispute } from '../../ports/disputes.js';
import { isBetweenAnswers } from '../is-between-answers.js';

/**
 * The pseudonym by which an account is, or was, a side of a dispute; undefined where it is none.
 * @param claims those of the dispute
 * @param pseudonyms those under which the account acts, its own first
 */
export function sideOf(
  dispute: Dispute,
  claims: readonly Claim[],
  { id }: Pick<Account, 'id'>,
  pseudonyms: readonly string[],
): string | undefined {
  if (isBetweenAnswers(dispute)) {
    return pseudonyms.find((claimant) => dispute.noBy === claimant || dispute.yesBy === claimant);
  }
  return claims.some(({ accountId }) => accountId === id) ? pseudonyms[0] : undefined;
}
