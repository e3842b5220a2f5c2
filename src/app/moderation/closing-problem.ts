import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import { isBetweenAnswers } from '../disputes/is-between-answers.js';
import type { Claim } from '../ports/claims.js';
import type { Dispute } from '../ports/disputes.js';
import type { CloseDisputeInput } from './closing.js';

/** Why a dispute cannot be closed so, or not by this moderator; undefined where it can. */
export function closingProblem(
  dispute: Dispute,
  claims: readonly Claim[],
  moderator: SignedInActor,
  input: CloseDisputeInput,
): InvalidInput | undefined {
  if (dispute.closedAt !== undefined) {
    return invalidInput('disputeId', 'This dispute is closed already.', 'Go on with the next one.');
  }
  if (claims.some(({ accountId }) => accountId === moderator.account.id)) {
    return invalidInput('disputeId', 'One of these claims is your own.', 'Leave it to another moderator.');
  }
  return isBetweenAnswers(dispute) ? answerProblem(input) : claimProblem(claims, input);
}

function answerProblem({ outcome, upheldClaimId }: CloseDisputeInput): InvalidInput | undefined {
  if (upheldClaimId !== undefined) {
    return invalidInput(
      'upheldClaimId',
      'This dispute is about what is answered, not about whose the place is.',
      'Leave out the claim, and say which answer stands.',
    );
  }
  return outcome === 'no-stands' || outcome === 'yes-stands'
    ? undefined
    : invalidInput(
        'outcome',
        'Nothing was said about which answer stands.',
        'Choose whether the no stands or the yes.',
      );
}

function claimProblem(
  claims: readonly Claim[],
  { outcome, upheldClaimId }: CloseDisputeInput,
): InvalidInput | undefined {
  const isKnown = upheldClaimId === undefined || claims.some(({ id }) => id === upheldClaimId);
  if (!isKnown) {
    return invalidInput(
      'upheldClaimId',
      'The claim to uphold is not, or no longer, part of this dispute.',
      'Choose one of its claims as they stand now, or none.',
    );
  }
  const meant = upheldClaimId === undefined ? 'none-upheld' : 'claim-upheld';
  return outcome === undefined || outcome === meant
    ? undefined
    : invalidInput(
        'outcome',
        'This dispute is about whose the place is, and the outcome says something else.',
        'Leave out the outcome, and name the claim that keeps the place, or none.',
      );
}
