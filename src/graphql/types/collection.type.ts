import { Field, ID, Int, ObjectType } from 'type-graphql';
import type {
  Collection,
  CollectionAnswer,
  CollectionCounts,
  CollectionStanding,
  StandingInCollection,
} from '../../app/ports/collections.js';
import type { Work } from '../../app/ports/works.js';
import type { Preference } from '../../core/consent/preference.js';
import type { Use } from '../../core/consent/use.js';
import { CollectionStandingEnum, PreferenceEnum, UseEnum } from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';
import { TermsType } from './terms.type.js';
import { WorkType } from './work.type.js';

@ObjectType('CollectionAnswer', {
  description: 'What a collection says about one use, of each work that follows it.',
  simpleResolvers: true,
})
export class CollectionAnswerType implements Owned {
  constructor(
    readonly ownerId: string,
    private readonly said: CollectionAnswer,
    private readonly answer: CollectionAnswer['answers'][number],
  ) {}

  @Field(() => UseEnum, { description: 'The use.' })
  get use(): Use {
    return this.answer.use;
  }

  @Field(() => PreferenceEnum, { description: 'The answer.' })
  get preference(): Preference {
    return this.answer.preference;
  }

  @Field(() => TermsType, { nullable: true, description: 'Of an answer on terms, the terms.' })
  get terms(): TermsType | undefined {
    const { terms } = this.said;
    return this.answer.preference === 'conditional' && terms ? new TermsType(terms) : undefined;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it runs out. Null when it does not.' })
  get expiresAt(): Date | undefined {
    return this.said.expiresAt === undefined ? undefined : new Date(this.said.expiresAt);
  }
}

@ObjectType('CollectionCounts', {
  description: 'How many works of a collection stand how.',
  simpleResolvers: true,
})
export class CollectionCountsType implements Owned {
  constructor(
    readonly ownerId: string,
    private readonly counted: CollectionCounts,
  ) {}

  @Field(() => Int, { description: 'How many follow it.' })
  get follows(): number {
    return this.counted.follows;
  }

  @Field(() => Int, { description: 'How many keep an answer of their own.' })
  get excepted(): number {
    return this.counted.excepted;
  }

  @Field(() => Int, { description: 'How many its last answer has not reached.' })
  get waiting(): number {
    return this.counted.waiting;
  }
}

@ObjectType('CollectionWork', { description: 'A work in a collection.', simpleResolvers: true })
export class CollectionWorkType implements Owned {
  constructor(
    readonly ownerId: string,
    private readonly one: StandingInCollection,
    private readonly of: Work,
  ) {}

  @Field(() => WorkType, { description: 'The work.' })
  get work(): WorkType {
    return new WorkType(this.of);
  }

  @Field(() => CollectionStandingEnum, { description: 'How its answer stands to that of the collection.' })
  get standing(): CollectionStanding {
    return this.one.standing;
  }
}

@ObjectType('Collection', {
  description: 'Works that an account groups, with one answer for all of them. For that account alone.',
  simpleResolvers: true,
})
export class CollectionType implements Owned {
  constructor(readonly collection: Collection) {}

  get ownerId(): string {
    return this.collection.accountId;
  }

  @Field(() => ID, { description: 'Random id. The log does not know it.' })
  get id(): string {
    return this.collection.id;
  }

  @Field(() => String, { description: 'Its name.' })
  get name(): string {
    return this.collection.name;
  }

  @Field(() => [CollectionAnswerType], {
    description: 'What it says: at most one answer for each use; none before the first, and once withdrawn.',
  })
  get answers(): CollectionAnswerType[] {
    const { answer } = this.collection;
    if (answer === undefined) return [];
    return answer.answers.map((one) => new CollectionAnswerType(this.ownerId, answer, one));
  }

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  get createdAt(): Date {
    return this.collection.createdAt;
  }
}
