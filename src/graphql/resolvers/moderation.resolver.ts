import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { closeDispute } from '../../app/moderation/close-dispute.js';
import { decideClaim } from '../../app/moderation/decide-claim.js';
import { listDisputes } from '../../app/moderation/list-disputes.js';
import { listWaitingClaims } from '../../app/moderation/list-waiting-claims.js';
import type { GraphqlContext } from '../context.js';
import { CloseDisputeInput, DecideClaimInput } from '../inputs/claim.inputs.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import { CloseDisputeResult, DecideClaimResult } from '../results/claim-results.js';
import { ClaimPayload, CloseDisputePayload } from '../results/payloads.js';
import { toError } from '../results/refusal-to-error.js';
import { ClaimType } from '../types/claim.type.js';
import { ClaimConnection, DisputeConnection } from '../types/connections.js';
import { DisputeType } from '../types/dispute.type.js';

const PageArgs = pageArgs(20);
const INPUT = { description: 'What is given.' };

@Resolver(() => DisputeType)
export class ModerationResolver {
  @Query(() => ClaimConnection, {
    description: 'Claims that wait for a moderator, the longest waiting first.',
  })
  async moderationQueue(
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
  ): Promise<ClaimConnection> {
    const claims = await listWaitingClaims(registry, readPage(page));
    return ClaimConnection.from(claims, (claim) => new ClaimType(claim));
  }

  @Query(() => DisputeConnection, { description: 'Disputes: open ones first, each part the newest first.' })
  async disputes(
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
  ): Promise<DisputeConnection> {
    const disputes = await listDisputes(registry, readPage(page));
    return DisputeConnection.from(disputes, (dispute) => new DisputeType(dispute));
  }

  @FieldResolver(() => [ClaimType], { description: 'The claims that stand against each other.' })
  async claims(@Root() { dispute }: DisputeType, @Ctx() { loaders }: GraphqlContext): Promise<ClaimType[]> {
    const claims = await loaders.disputedClaims.load(dispute);
    return claims.map((claim) => new ClaimType(claim));
  }

  @Mutation(() => DecideClaimResult, { description: 'Approves or rejects a claim by its evidence.' })
  async decideClaim(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => DecideClaimInput, INPUT) input: DecideClaimInput,
  ): Promise<typeof DecideClaimResult> {
    const result = await decideClaim(registry, caller.signedIn, input);
    return result.ok ? new ClaimPayload(result.claim) : toError(result);
  }

  @Mutation(() => CloseDisputeResult, {
    description: 'Decides a dispute: which claim keeps the place, if any, or which answer stands.',
  })
  async closeDispute(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => CloseDisputeInput, INPUT) input: CloseDisputeInput,
  ): Promise<typeof CloseDisputeResult> {
    const result = await closeDispute(registry, caller.signedIn, input);
    return result.ok ? new CloseDisputePayload(result.dispute) : toError(result);
  }
}
