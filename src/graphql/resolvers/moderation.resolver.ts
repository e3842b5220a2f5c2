import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { closeDispute } from '../../app/moderation/close-dispute.js';
import { closeDisputes } from '../../app/moderation/close-disputes.js';
import { decideClaim } from '../../app/moderation/decide-claim.js';
import { decideClaims } from '../../app/moderation/decide-claims.js';
import { answerProposal } from '../../app/moderation/four-eyes/answer-proposal.js';
import { answerProposals } from '../../app/moderation/four-eyes/answer-proposals.js';
import { hideIllegal } from '../../app/moderation/hiding/hide-illegal.js';
import { showAgain } from '../../app/moderation/hiding/show-again.js';
import { listDisputes } from '../../app/moderation/list-disputes.js';
import { letSpeak } from '../../app/moderation/suspensions/let-speak.js';
import { setAside } from '../../app/moderation/suspensions/set-aside.js';
import type { GraphqlContext } from '../context.js';
import { CloseDisputeInput, DecideClaimInput } from '../inputs/claim.inputs.js';
import {
  AnswerProposalInput,
  AnswerProposalsInput,
  CloseDisputesInput,
  DecideClaimsInput,
  HideIllegalInput,
  LetSpeakInput,
  SetAsideInput,
  ShowAgainInput,
} from '../inputs/moderation.inputs.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import {
  AnswerProposalPayload,
  AnswerProposalResult,
  AnswerProposalsPayload,
  AnswerProposalsResult,
  CloseDisputePayload,
  CloseDisputeResult,
  CloseDisputesPayload,
  CloseDisputesResult,
  DecideClaimPayload,
  DecideClaimResult,
  DecideClaimsPayload,
  DecideClaimsResult,
  HideIllegalPayload,
  HideIllegalResult,
  ProposedPayload,
  ProposeResult,
} from '../results/moderation-results.js';
import { toError } from '../results/refusal-to-error.js';
import { ClaimType } from '../types/claim.type.js';
import { DisputeConnection } from '../types/connections.js';
import { ExhibitType } from '../types/exhibit.type.js';
import { DECIDING_VIEW } from '../types/viewing.js';
import { DisputeType } from '../types/dispute.type.js';

const PageArgs = pageArgs(20);
const INPUT = { description: 'What is given.' };

@Resolver(() => DisputeType)
export class ModerationResolver {
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

  @FieldResolver(() => [ExhibitType], {
    description: 'What the sides have shown each other, the oldest first.',
  })
  async exhibits(
    @Root() { dispute }: DisputeType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<ExhibitType[]> {
    const exhibits = await loaders.exhibits.load(dispute.id);
    return exhibits.map((exhibit) => new ExhibitType(exhibit, DECIDING_VIEW));
  }

  @Mutation(() => DecideClaimResult, {
    description:
      'Approves or rejects a claim by its evidence. To reject an active one takes a second person.',
  })
  async decideClaim(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => DecideClaimInput, INPUT) input: DecideClaimInput,
  ): Promise<typeof DecideClaimResult> {
    const result = await decideClaim(registry, caller.signedIn, input);
    return result.ok ? new DecideClaimPayload(result) : toError(result);
  }

  @Mutation(() => DecideClaimsResult, { description: 'Approves or rejects several claims alike.' })
  async decideClaims(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => DecideClaimsInput, INPUT) input: DecideClaimsInput,
  ): Promise<typeof DecideClaimsResult> {
    const decided = await decideClaims(registry, caller.signedIn, input);
    if (!decided.ok) return toError(decided);
    return new DecideClaimsPayload(
      decided.results.map((result) => (result.ok ? new DecideClaimPayload(result) : toError(result))),
    );
  }

  @Mutation(() => CloseDisputeResult, {
    description:
      'Decides a dispute: which claim keeps the place, if any, or which answer stands. All but that a no stands takes a second person.',
  })
  async closeDispute(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => CloseDisputeInput, INPUT) input: CloseDisputeInput,
  ): Promise<typeof CloseDisputeResult> {
    const result = await closeDispute(registry, caller.signedIn, input);
    return result.ok ? new CloseDisputePayload(result) : toError(result);
  }

  @Mutation(() => CloseDisputesResult, {
    description:
      'Decides several disputes between answers alike. For each of them all but that the no stands takes a second person.',
  })
  async closeDisputes(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => CloseDisputesInput, INPUT) input: CloseDisputesInput,
  ): Promise<typeof CloseDisputesResult> {
    const closed = await closeDisputes(registry, caller.signedIn, input);
    if (!closed.ok) return toError(closed);
    return new CloseDisputesPayload(
      closed.results.map((result) => (result.ok ? new CloseDisputePayload(result) : toError(result))),
    );
  }

  @Mutation(() => AnswerProposalsResult, {
    description: 'Carries out several of what other moderators proposed, or drops them.',
  })
  async answerProposals(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => AnswerProposalsInput, INPUT) input: AnswerProposalsInput,
  ): Promise<typeof AnswerProposalsResult> {
    const answered = await answerProposals(registry, caller.signedIn, input);
    if (!answered.ok) return toError(answered);
    return new AnswerProposalsPayload(
      answered.results.map((result) =>
        result.ok ? new AnswerProposalPayload(result.proposal) : toError(result),
      ),
    );
  }

  @Mutation(() => AnswerProposalResult, {
    description: 'Carries out what another moderator proposed, or drops a proposal.',
  })
  async answerProposal(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => AnswerProposalInput, INPUT) input: AnswerProposalInput,
  ): Promise<typeof AnswerProposalResult> {
    const result = await answerProposal(registry, caller.signedIn, input);
    return result.ok ? new AnswerProposalPayload(result.proposal) : toError(result);
  }

  @Mutation(() => ProposeResult, {
    description:
      'Proposes that nobody hears certain statements any more, or anything of an account, which is shut out at once.',
  })
  async setAside(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => SetAsideInput, INPUT) input: SetAsideInput,
  ): Promise<typeof ProposeResult> {
    const result = await setAside(registry, caller.signedIn, input);
    return result.ok ? new ProposedPayload(result.proposal) : toError(result);
  }

  @Mutation(() => ProposeResult, { description: 'Proposes to hear again what was set aside.' })
  async letSpeak(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => LetSpeakInput, INPUT) input: LetSpeakInput,
  ): Promise<typeof ProposeResult> {
    const result = await letSpeak(registry, caller.signedIn, input);
    return result.ok ? new ProposedPayload(result.proposal) : toError(result);
  }

  @Mutation(() => HideIllegalResult, {
    description: 'Hides at once and from everybody what may be shown to nobody. Only its hashes are kept.',
  })
  async hideIllegal(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => HideIllegalInput, INPUT) input: HideIllegalInput,
  ): Promise<typeof HideIllegalResult> {
    const result = await hideIllegal(registry, caller.signedIn, input);
    return result.ok ? new HideIllegalPayload(result.hidden) : toError(result);
  }

  @Mutation(() => ProposeResult, { description: 'Proposes to show again what was hidden.' })
  async showAgain(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => ShowAgainInput, INPUT) input: ShowAgainInput,
  ): Promise<typeof ProposeResult> {
    const result = await showAgain(registry, caller.signedIn, input);
    return result.ok ? new ProposedPayload(result.proposal) : toError(result);
  }
}
