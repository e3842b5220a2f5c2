import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CaseNote } from '../../app/ports/moderation.js';
import { idsIn, SHOWN_OF_A_KIND, type DescribedCase } from '../../app/moderation/queue/describe-cases.js';
import type { QueueLoad } from '../../app/moderation/queue/read-queue.js';
import type { Harm, Tie } from '../../core/moderation/triage.js';
import { HarmEnum, TieEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { AppealCaseType } from './appeal.type.js';
import { ClaimType } from './claim.type.js';
import { DisputeType } from './dispute.type.js';
import { ProposalType } from './proposal.type.js';
import { ReportType } from './report.type.js';
import { WorkType } from './work.type.js';

@ObjectType('CaseNote', {
  description: 'What one moderator wrote about a case for the others. No party sees it.',
  simpleResolvers: true,
})
export class CaseNoteType {
  constructor(private readonly note: CaseNote) {}

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.note.id;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the account that wrote it. Null once it was erased.',
  })
  get author(): string | undefined {
    return this.note.authorId;
  }

  @Field(() => String, { description: 'What it says.' })
  get text(): string {
    return this.note.text;
  }

  @Field(() => DateTimeScalar, { description: 'When.' })
  get writtenAt(): Date {
    return this.note.writtenAt;
  }
}

@ObjectType('Case', {
  description: `What waits for moderators and is best decided together. Of each kind of things the first ${SHOWN_OF_A_KIND} are listed.`,
  simpleResolvers: true,
})
export class CaseType {
  constructor(private readonly described: DescribedCase) {}

  @Field(() => ID, { description: 'Name of the first thing in it: its kind, a colon, and its id.' })
  get id(): string {
    return this.described.queued.id;
  }

  @Field(() => HarmEnum, { description: 'The worst that is in it.' })
  get harm(): Harm {
    return this.described.queued.harm;
  }

  @Field(() => DateTimeScalar, { description: 'Since when that waits.' })
  get waitsSince(): Date {
    return new Date(this.described.queued.since);
  }

  @Field(() => Boolean, { description: 'Whether anybody in it has proven anything before.' })
  get isProven(): boolean {
    return this.described.queued.isProven;
  }

  @Field(() => [TieEnum], { description: 'Why it is one case. Empty where there is one thing in it.' })
  get ties(): readonly Tie[] {
    return this.described.queued.ties;
  }

  @Field(() => [ClaimType], { description: 'Claims with evidence.' })
  get claims(): ClaimType[] {
    return this.described.claims.map((claim) => new ClaimType(claim));
  }

  @Field(() => [AppealCaseType], { description: 'Appeals from what was decided in disputes.' })
  get appeals(): AppealCaseType[] {
    return this.described.appeals.map((appealed) => new AppealCaseType(appealed));
  }

  @Field(() => [DisputeType], { description: 'Open disputes.' })
  get disputes(): DisputeType[] {
    return this.described.disputes.map((dispute) => new DisputeType(dispute));
  }

  @Field(() => [ReportType], { description: 'Reports and objections.' })
  get reports(): ReportType[] {
    return this.described.reports.map((report) => new ReportType(report));
  }

  @Field(() => [ProposalType], { description: 'Decisions that wait for a second person.' })
  get proposals(): ProposalType[] {
    return this.described.proposals.map((proposal) => new ProposalType(proposal));
  }

  @Field(() => [WorkType], { description: 'Works that meet too much for a machine to decide.' })
  get works(): WorkType[] {
    return this.described.works.map((work) => new WorkType(work));
  }

  @Field(() => [ID], { description: 'Ids of all claims in it.' })
  get claimIds(): string[] {
    return idsIn(this.described.queued, 'claim');
  }

  @Field(() => [ID], { description: 'Ids of all disputes in it.' })
  get disputeIds(): string[] {
    return idsIn(this.described.queued, 'dispute');
  }

  @Field(() => [ID], { description: 'Ids of all decisions in it that wait for a second person.' })
  get proposalIds(): string[] {
    return idsIn(this.described.queued, 'proposal');
  }

  @Field(() => [CaseNoteType], { description: 'What moderators wrote about it, the oldest first.' })
  get notes(): CaseNoteType[] {
    return this.described.notes.map((note) => new CaseNoteType(note));
  }

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the account that has taken it. Null when nobody has.',
  })
  get heldBy(): string | undefined {
    return this.described.hold?.heldBy;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when it is theirs. Null when it is nobody’s.',
  })
  get heldUntil(): Date | undefined {
    return this.described.hold?.heldUntil;
  }
}

@ObjectType('QueueLoad', {
  description: 'How much of one harm waits, and since when.',
  simpleResolvers: true,
})
export class QueueLoadType {
  constructor(private readonly load: QueueLoad) {}

  @Field(() => HarmEnum, { description: 'Of which harm.' })
  get harm(): Harm {
    return this.load.harm;
  }

  @Field(() => Int, { description: 'How many cases.' })
  get cases(): number {
    return this.load.cases;
  }

  @Field(() => Int, { description: 'How many things there are in them.' })
  get items(): number {
    return this.load.items;
  }

  @Field(() => DateTimeScalar, { description: 'Since when the longest waiting waits.' })
  get waitsSince(): Date {
    return this.load.since;
  }
  @Field(() => [Int], {
    description: 'Cases that have waited less than a day, from one day on, from 3, 7, 14 and 30 days on.',
  })
  get ages(): readonly number[] {
    return this.load.ages;
  }
}
