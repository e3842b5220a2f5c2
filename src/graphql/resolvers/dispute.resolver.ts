import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { makeAppeal } from '../../app/disputes/appeals/make-appeal.js';
import { addExhibit } from '../../app/disputes/exchange/add-exhibit.js';
import { listOwnDisputes, viewDispute } from '../../app/disputes/exchange/view-dispute.js';
import { decideAppeal } from '../../app/moderation/appeals/decide-appeal.js';
import type { GraphqlContext } from '../context.js';
import { AddExhibitInput, AppealDisputeInput, DecideAppealInput } from '../inputs/dispute.inputs.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import {
  AddExhibitPayload,
  AddExhibitResult,
  AppealDisputePayload,
  AppealDisputeResult,
  DecideAppealPayload,
  DecideAppealResult,
} from '../results/dispute-results.js';
import { toError } from '../results/refusal-to-error.js';
import { AccountType } from '../types/account.type.js';
import { DisputeFileConnection } from '../types/connections.js';
import { DisputeFileType } from '../types/dispute-file.type.js';

const PageArgs = pageArgs(20);
const INPUT = { description: 'What is given.' };

@Resolver(() => AccountType)
export class DisputeResolver {
  @Query(() => DisputeFileType, {
    nullable: true,
    description: 'A dispute, to its sides and to moderators. Null to everybody else.',
  })
  async dispute(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('id', () => ID, { description: 'Id of the dispute.' }) id: string,
  ): Promise<DisputeFileType | undefined> {
    const { signedIn } = caller;
    const view = await viewDispute(registry, signedIn, id);
    return view && new DisputeFileType(view, view.ownClaimant && signedIn.account.id);
  }

  @FieldResolver(() => DisputeFileConnection, {
    description:
      'The disputes that the account is or was a side of: open ones first, each part the newest first.',
  })
  async disputes(
    @Root() { account }: AccountType,
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
  ): Promise<DisputeFileConnection> {
    const views = await listOwnDisputes(registry, account, readPage(page));
    return DisputeFileConnection.from(views, (view) => new DisputeFileType(view, account.id));
  }

  @Mutation(() => AddExhibitResult, {
    description: 'Shows the other side of a dispute and the moderators something. It cannot be taken back.',
  })
  async addExhibit(
    @Ctx() { registry, caller: { signedIn } }: GraphqlContext,
    @Arg('input', () => AddExhibitInput, INPUT) input: AddExhibitInput,
  ): Promise<typeof AddExhibitResult> {
    const result = await addExhibit(registry, signedIn, input);
    if (!result.ok) return toError(result);
    const view = await viewDispute(registry, signedIn, input.disputeId);
    if (view === undefined) throw new Error('A dispute was added to and is not there.');
    return new AddExhibitPayload(view, signedIn.account.id);
  }

  @Mutation(() => AppealDisputeResult, {
    description:
      'Takes what a moderator decided in a dispute before another one: each side once, within 14 days.',
  })
  async appealDispute(
    @Ctx() { registry, caller: { signedIn } }: GraphqlContext,
    @Arg('input', () => AppealDisputeInput, INPUT) input: AppealDisputeInput,
  ): Promise<typeof AppealDisputeResult> {
    const result = await makeAppeal(registry, signedIn, input);
    if (!result.ok) return toError(result);
    const view = await viewDispute(registry, signedIn, input.disputeId);
    if (view === undefined) throw new Error('A dispute was appealed from and is not there.');
    return new AppealDisputePayload(view, signedIn.account.id);
  }

  @Mutation(() => DecideAppealResult, {
    description:
      'Decides an appeal, by somebody who had no part in the decision. To overturn one mostly takes a second such person.',
  })
  async decideAppeal(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => DecideAppealInput, INPUT) input: DecideAppealInput,
  ): Promise<typeof DecideAppealResult> {
    const result = await decideAppeal(registry, caller.signedIn, input);
    return result.ok ? new DecideAppealPayload(result) : toError(result);
  }
}
