import { Field, ID, ObjectType } from 'type-graphql';
import type { Report, ReportKind, ReportOutcome } from '../../app/ports/moderation.js';
import type { PlaceKind } from '../../core/consent/subject.js';
import { PlaceKindEnum, ReportKindEnum, ReportOutcomeEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('Report', { description: 'What somebody told moderators about a place.', simpleResolvers: true })
export class ReportType {
  constructor(private readonly report: Report) {}

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.report.id;
  }

  @Field(() => ReportKindEnum, { description: 'What it is about.' })
  get kind(): ReportKind {
    return this.report.kind;
  }

  @Field(() => PlaceKindEnum, { description: 'How much the place covers.' })
  get placeKind(): PlaceKind {
    return this.report.placeKind;
  }

  @Field(() => String, { description: 'Canonical address of the place.' })
  get address(): string {
    return this.report.expression;
  }

  @Field(() => String, { description: 'What they say.' })
  get text(): string {
    return this.report.text;
  }

  @Field(() => String, { nullable: true, description: 'Where to look.' })
  get link(): string | undefined {
    return this.report.link;
  }

  @Field(() => Boolean, { description: 'Whether it came from somebody who was signed in.' })
  get isFromAccount(): boolean {
    return this.report.accountId !== undefined;
  }

  @Field(() => DateTimeScalar, { description: 'When.' })
  get madeAt(): Date {
    return this.report.madeAt;
  }

  @Field(() => ReportOutcomeEnum, { nullable: true, description: 'What became of it. Null while it waits.' })
  get outcome(): ReportOutcome | undefined {
    return this.report.outcome;
  }
}
