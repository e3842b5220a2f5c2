import { Field, ObjectType } from 'type-graphql';
import type { AnswerCount, LeafCount } from '../../app/ports/figures.js';
import type { Preference } from '../../core/consent/preference.js';
import type { Use } from '../../core/consent/use.js';
import type { LeafKind } from '../../core/log/leaf.js';
import { LeafKindEnum, PreferenceEnum, UseEnum } from '../enums.js';
import { LogIndexScalar } from '../scalars.js';

@ObjectType('AnswerCount', {
  description: 'How many answers about a use say the same. Whether each counts yet is not looked at.',
  simpleResolvers: true,
})
export class AnswerCountType {
  constructor(private readonly counted: AnswerCount) {}

  @Field(() => UseEnum, { description: 'The use.' })
  get use(): Use {
    return this.counted.use;
  }

  @Field(() => PreferenceEnum, { description: 'What they say.' })
  get preference(): Preference {
    return this.counted.preference;
  }

  @Field(() => LogIndexScalar, { description: 'How many.' })
  get count(): bigint {
    return this.counted.count;
  }
}

@ObjectType('LeafCount', { description: 'How many leaves of a kind came in a month.', simpleResolvers: true })
export class LeafCountType {
  constructor(private readonly counted: LeafCount) {}

  @Field(() => String, { description: 'First day of the month in UTC, like 2026-11-01.' })
  get month(): string {
    return this.counted.month;
  }

  @Field(() => LeafKindEnum, { description: 'What they say.' })
  get kind(): LeafKind {
    return this.counted.kind;
  }

  @Field(() => LogIndexScalar, { description: 'How many.' })
  get count(): bigint {
    return this.counted.count;
  }
}

@ObjectType('Figures', { description: 'What stands in the log, counted.', simpleResolvers: true })
export class FiguresType {
  constructor(
    private readonly counts: {
      readonly answers: readonly AnswerCount[];
      readonly leaves: readonly LeafCount[];
    },
  ) {}

  @Field(() => [AnswerCountType], {
    description:
      'Last words that are neither withdrawn, replaced nor past their time, by use and by what they say.',
  })
  get answers(): AnswerCountType[] {
    return this.counts.answers.map((count) => new AnswerCountType(count));
  }

  @Field(() => [LeafCountType], { description: 'Leaves by month and kind, the earliest month first.' })
  get leaves(): LeafCountType[] {
    return this.counts.leaves.map((count) => new LeafCountType(count));
  }
}
