import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addEvidence } from '../../app/claims/add-evidence.js';
import { openClaim } from '../../app/claims/open-claim.js';
import { mailClaimCode } from '../../app/claims/proofs/mail-claim-code.js';
import { renewChallenge } from '../../app/claims/proofs/renew-challenge.js';
import { verifyClaim } from '../../app/claims/proofs/verify-claim.js';
import { withdrawClaim } from '../../app/claims/withdraw-claim.js';
import type { GraphqlContext } from '../context.js';
import {
  AddEvidenceInput,
  MailClaimCodeInput,
  OpenClaimInput,
  RenewChallengeInput,
  VerifyClaimInput,
  WithdrawClaimInput,
} from '../inputs/claim.inputs.js';
import {
  AddEvidenceResult,
  MailClaimCodeResult,
  OpenClaimResult,
  RenewChallengeResult,
  VerifyClaimResult,
  WithdrawClaimResult,
} from '../results/claim-results.js';
import { ClaimPayload, MailClaimCodePayload } from '../results/payloads.js';
import { toError } from '../results/refusal-to-error.js';

const INPUT = { description: 'What is given.' };

@Resolver()
export class ClaimingResolver {
  @Mutation(() => OpenClaimResult, {
    description: 'Says that a place is yours, and hands out what can prove it.',
  })
  async openClaim(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => OpenClaimInput, INPUT) input: OpenClaimInput,
  ): Promise<typeof OpenClaimResult> {
    const result = await openClaim(registry, caller.signedIn, input);
    return result.ok ? new ClaimPayload(result.claim) : toError(result);
  }

  @Mutation(() => RenewChallengeResult, { description: 'Hands out a new challenge; the one before it ends.' })
  async renewChallenge(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => RenewChallengeInput, INPUT) input: RenewChallengeInput,
  ): Promise<typeof RenewChallengeResult> {
    const result = await renewChallenge(registry, caller.signedIn, input);
    return result.ok ? new ClaimPayload(result.claim) : toError(result);
  }

  @Mutation(() => VerifyClaimResult, {
    description: 'Looks for the proof of a claim, and proves the claim by it.',
  })
  async verifyClaim(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => VerifyClaimInput, INPUT) input: VerifyClaimInput,
  ): Promise<typeof VerifyClaimResult> {
    const result = await verifyClaim(registry, caller.signedIn, input);
    return result.ok ? new ClaimPayload(result.claim) : toError(result);
  }

  @Mutation(() => MailClaimCodeResult, {
    description: 'Mails a code to who runs the domain of a claim. Only the newest one works, for an hour.',
  })
  async mailClaimCode(
    @Ctx() { registry, caller, origin }: GraphqlContext,
    @Arg('input', () => MailClaimCodeInput, INPUT) input: MailClaimCodeInput,
  ): Promise<typeof MailClaimCodeResult> {
    const result = await mailClaimCode(registry, caller.signedIn, origin, input);
    return result.ok ? new MailClaimCodePayload(result) : toError(result);
  }

  @Mutation(() => AddEvidenceResult, { description: 'Hands in evidence, and so asks a moderator to look.' })
  async addEvidence(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => AddEvidenceInput, INPUT) input: AddEvidenceInput,
  ): Promise<typeof AddEvidenceResult> {
    const result = await addEvidence(registry, caller.signedIn, input);
    return result.ok ? new ClaimPayload(result.claim) : toError(result);
  }

  @Mutation(() => WithdrawClaimResult, {
    description: 'Ends a claim. What was said about the place stays said.',
  })
  async withdrawClaim(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => WithdrawClaimInput, INPUT) input: WithdrawClaimInput,
  ): Promise<typeof WithdrawClaimResult> {
    const result = await withdrawClaim(registry, caller.signedIn, input);
    return result.ok ? new ClaimPayload(result.claim) : toError(result);
  }
}
