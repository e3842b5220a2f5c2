import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { findBeside } from '../../app/moderation/findings/find-beside.js';
import { addCaseNote } from '../../app/moderation/queue/add-case-note.js';
import { describeCases } from '../../app/moderation/queue/describe-cases.js';
import { holdCase } from '../../app/moderation/queue/hold-case.js';
import { caseOf, readQueue, readQueueLoad } from '../../app/moderation/queue/read-queue.js';
import { type DecidedBy, readDecisions } from '../../app/moderation/queue/read-decisions.js';
import { decideReport } from '../../app/moderation/reports/decide-report.js';
import { makeReport } from '../../app/moderation/reports/make-report.js';
import type { GraphqlContext } from '../context.js';
import { DecidedByEnum } from '../enums.js';
import {
  AddCaseNoteInput,
  DecideReportInput,
  HoldCaseInput,
  MakeReportInput,
} from '../inputs/moderation.inputs.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import {
  AddCaseNotePayload,
  AddCaseNoteResult,
  DecideReportPayload,
  DecideReportResult,
  HoldCasePayload,
  HoldCaseResult,
  MakeReportPayload,
  MakeReportResult,
} from '../results/moderation-results.js';
import { toError } from '../results/refusal-to-error.js';
import { CaseType, QueueLoadType } from '../types/case.type.js';
import { CaseConnection } from '../types/connections.js';
import { DecidedThenType } from '../types/decided-then.type.js';
import { SideFindingsType } from '../types/side-findings.type.js';

const PageArgs = pageArgs(10);
const INPUT = { description: 'What is given.' };

@Resolver()
export class QueueResolver {
  @Query(() => CaseConnection, {
    description: 'What waits for moderators, as cases: the most harmful first, then the longest waiting.',
  })
  async moderationQueue(
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
  ): Promise<CaseConnection> {
    const { rows, hasNextPage } = await readQueue(registry, readPage(page));
    const described = await describeCases(
      registry,
      rows.map(({ row }) => row),
    );
    const cases = described.map((row, index) => ({ cursor: rows[index]?.cursor ?? '', row }));
    return CaseConnection.from({ rows: cases, hasNextPage }, (row) => new CaseType(row));
  }

  @Query(() => CaseType, {
    nullable: true,
    description: 'One case. Null where it no longer waits.',
  })
  async case(
    @Ctx() { registry }: GraphqlContext,
    @Arg('id', () => ID, { description: 'Id of the case, or of anything in it.' }) id: string,
  ): Promise<CaseType | undefined> {
    const found = await caseOf(registry, id);
    const [described] = await describeCases(registry, found === undefined ? [] : [found]);
    return described && new CaseType(described);
  }

  @Query(() => [SideFindingsType], {
    description:
      'What there is to see, and what machines find, beside something that waits: one for a claim or a work, one for each side of a dispute.',
  })
  async findings(
    @Ctx() { registry }: GraphqlContext,
    @Arg('of', () => ID, { description: 'Its kind, a colon, and its id, as in the id of a case.' })
    of: string,
  ): Promise<SideFindingsType[]> {
    const found = await findBeside(registry, of);
    return found.map((one) => new SideFindingsType(one));
  }

  @Query(() => [QueueLoadType], {
    description: 'How much waits for moderators, and since when, the worst first.',
  })
  async queueLoad(@Ctx() { registry }: GraphqlContext): Promise<QueueLoadType[]> {
    const load = await readQueueLoad(registry);
    return load.map((one) => new QueueLoadType(one));
  }

  @Query(() => [DecidedThenType], {
    description: 'What moderators decided lately and for which reasons, the latest first.',
  })
  async decisions(
    @Ctx() { registry }: GraphqlContext,
    @Arg('by', () => DecidedByEnum, { description: 'By days or by weeks.' }) by: DecidedBy,
  ): Promise<DecidedThenType[]> {
    const decided = await readDecisions(registry, by);
    return decided.map((one) => new DecidedThenType(one));
  }

  @Mutation(() => HoldCaseResult, {
    description:
      'Takes a case for half an hour, in which no other moderator can decide anything in it, or gives it back.',
  })
  async holdCase(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => HoldCaseInput, INPUT) input: HoldCaseInput,
  ): Promise<typeof HoldCaseResult> {
    const result = await holdCase(registry, caller.signedIn, input);
    if (!result.ok) return toError(result);
    const [described] = await describeCases(registry, [result.held]);
    if (described === undefined) throw new Error('A case was not described.');
    return new HoldCasePayload(described);
  }

  @Mutation(() => AddCaseNoteResult, {
    description: 'Writes down something about a case that no party sees.',
  })
  async addCaseNote(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => AddCaseNoteInput, INPUT) input: AddCaseNoteInput,
  ): Promise<typeof AddCaseNoteResult> {
    const result = await addCaseNote(registry, caller.signedIn, input);
    return result.ok ? new AddCaseNotePayload(result.note) : toError(result);
  }

  @Mutation(() => MakeReportResult, {
    description:
      'Tells moderators that an answer or a claim about a place is wrong, or that it is illegal. Needs no account.',
  })
  async makeReport(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => MakeReportInput, INPUT) input: MakeReportInput,
  ): Promise<typeof MakeReportResult> {
    const result = await makeReport(registry, caller.actor, input);
    return result.ok ? new MakeReportPayload(result.report) : toError(result);
  }

  @Mutation(() => DecideReportResult, { description: 'Says what became of a report.' })
  async decideReport(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => DecideReportInput, INPUT) input: DecideReportInput,
  ): Promise<typeof DecideReportResult> {
    const result = await decideReport(registry, caller.signedIn, input);
    return result.ok ? new DecideReportPayload(result.report) : toError(result);
  }
}
