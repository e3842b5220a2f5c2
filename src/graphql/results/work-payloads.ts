import { Field, ObjectType } from 'type-graphql';
import type { Work } from '../../app/ports/works.js';
import type { RegisteredWork } from '../../app/works/register-works.js';
import type { MatchView } from '../../app/works/describe-matches.js';
import { WorkMatchType } from '../types/work-match.type.js';
import { WorkType } from '../types/work.type.js';

@ObjectType('RegisteredWorkPayload', { description: 'A work that is registered now.', simpleResolvers: true })
export class RegisteredWorkPayload {
  @Field(() => WorkType, { description: 'The work.' })
  readonly work: WorkType;

  @Field(() => Boolean, { description: 'False of a file that you had registered before.' })
  readonly isNew: boolean;

  constructor({ work, isNew }: RegisteredWork) {
    this.work = new WorkType(work);
    this.isNew = isNew;
  }
}

@ObjectType('RegisterWorksPayload', { description: 'The works are registered.', simpleResolvers: true })
export class RegisterWorksPayload {
  @Field(() => [RegisteredWorkPayload], { description: 'One for each work, in order.' })
  readonly works: RegisteredWorkPayload[];

  constructor(works: readonly RegisteredWork[]) {
    this.works = works.map((registered) => new RegisteredWorkPayload(registered));
  }
}

@ObjectType('WorkPayload', { description: 'The work was changed.', simpleResolvers: true })
export class WorkPayload {
  @Field(() => WorkType, { description: 'The work as it is now.' })
  readonly work: WorkType;

  constructor(work: Work) {
    this.work = new WorkType(work);
  }
}

@ObjectType('DecideMatchesPayload', { description: 'The matches are decided.', simpleResolvers: true })
export class DecideMatchesPayload {
  @Field(() => [WorkMatchType], { description: 'The matches as they are now, in order.' })
  readonly matches: WorkMatchType[];

  constructor(ownerId: string, matches: readonly MatchView[]) {
    this.matches = matches.map((view) => new WorkMatchType(ownerId, view));
  }
}
