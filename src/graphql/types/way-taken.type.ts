import { Field, Int, ObjectType } from 'type-graphql';
import type { SearchWayName } from '../../app/catalogue/fusion/fuse-found.js';
import type { WayTaken } from '../../app/catalogue/fusion/search-together.js';
import { SearchWayEnum } from '../enums.js';

@ObjectType('WayTaken', { description: 'How one way of a search went.', simpleResolvers: true })
export class WayTakenType {
  constructor(private readonly taken: WayTaken) {}

  @Field(() => SearchWayEnum, { description: 'The way.' })
  get way(): SearchWayName {
    return this.taken.way;
  }

  @Field(() => Int, { description: 'How many entries it brought to the list, at most 100.' })
  get found(): number {
    return this.taken.found;
  }

  @Field(() => String, { nullable: true, description: 'Why it could not be gone. Null where it was.' })
  get obstacle(): string | undefined {
    return this.taken.obstacle?.message;
  }

  @Field(() => String, { nullable: true, description: 'What to do about it.' })
  get nextStep(): string | undefined {
    return this.taken.obstacle?.nextStep;
  }
}
