import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { describeMatches } from '../../app/works/describe-matches.js';
import { decideMatches } from '../../app/works/decide-matches.js';
import { lookForWork } from '../../app/works/look-for-work.js';
import { markMatchesSeen } from '../../app/works/mark-matches-seen.js';
import { registerWorkAt } from '../../app/works/register-work-at.js';
import { withdrawWork } from '../../app/works/withdraw-work.js';
import { registerWrittenWorks } from '../../app/works/register-written-works.js';
import type { GraphqlContext } from '../context.js';
import {
  DecideMatchesInput,
  OwnWorkInput,
  RegisterWorkAtInput,
  RegisterWorksInput,
} from '../inputs/work.inputs.js';
import { toError } from '../results/refusal-to-error.js';
import { DecideMatchesPayload, RegisterWorksPayload, WorkPayload } from '../results/work-payloads.js';
import {
  DecideMatchesResult,
  LookForWorkResult,
  MarkMatchesSeenResult,
  RegisterWorkAtResult,
  RegisterWorksResult,
  WithdrawWorkResult,
} from '../results/work-results.js';

const INPUT = { description: 'What is given.' };

@Resolver()
export class RegisteringResolver {
  @Mutation(() => RegisterWorksResult, {
    description: 'Registers works by their fingerprints, and looks for them in the catalogue.',
  })
  async registerWorks(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => RegisterWorksInput, INPUT) input: RegisterWorksInput,
  ): Promise<typeof RegisterWorksResult> {
    const result = await registerWrittenWorks(registry, caller.signedIn, input);
    return result.ok ? new RegisterWorksPayload(result.works) : toError(result);
  }

  @Mutation(() => RegisterWorkAtResult, {
    description: 'Registers the work at an address, which is looked at once and not kept.',
  })
  async registerWorkAt(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => RegisterWorkAtInput, INPUT) { entry, ...input }: RegisterWorkAtInput,
  ): Promise<typeof RegisterWorkAtResult> {
    const result = await registerWorkAt(registry, caller.signedIn, { ...input, entryId: entry });
    return result.ok ? new RegisterWorksPayload([result]) : toError(result);
  }

  @Mutation(() => LookForWorkResult, {
    description: 'Looks for one of your works in the whole catalogue again.',
  })
  async lookForWork(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => OwnWorkInput, INPUT) { work }: OwnWorkInput,
  ): Promise<typeof LookForWorkResult> {
    const result = await lookForWork(registry, caller.signedIn, work);
    return result.ok ? new WorkPayload(result.work) : toError(result);
  }

  @Mutation(() => MarkMatchesSeenResult, {
    description: 'Says that you have seen the matches of one of your works.',
  })
  async markMatchesSeen(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => OwnWorkInput, INPUT) { work }: OwnWorkInput,
  ): Promise<typeof MarkMatchesSeenResult> {
    const result = await markMatchesSeen(registry, caller.signedIn, work);
    return result.ok ? new WorkPayload(result.work) : toError(result);
  }

  @Mutation(() => WithdrawWorkResult, {
    description: 'Gives up one of your works, and withdraws what you said about it.',
  })
  async withdrawWork(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => OwnWorkInput, INPUT) { work }: OwnWorkInput,
  ): Promise<typeof WithdrawWorkResult> {
    const result = await withdrawWork(registry, caller.signedIn, work);
    return result.ok ? new WorkPayload(result.work) : toError(result);
  }

  @Mutation(() => DecideMatchesResult, {
    description: 'Says of many matches at once whether they are the work. Either can be said again.',
  })
  async decideMatches(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => DecideMatchesInput, INPUT) input: DecideMatchesInput,
  ): Promise<typeof DecideMatchesResult> {
    const result = await decideMatches(registry, caller.signedIn, input);
    if (!result.ok) return toError(result);
    return new DecideMatchesPayload(
      caller.signedIn.account.id,
      await describeMatches(registry, result.matches),
    );
  }
}
