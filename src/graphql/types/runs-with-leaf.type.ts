import { Field, ObjectType } from 'type-graphql';
import type { RunsWithLeaf } from '../../app/ports/named-runs.js';
import { LogIndexScalar } from '../scalars.js';

type Told = RunsWithLeaf['builders'][number];

@ObjectType('BuilderRuns', { description: 'How many runs one named builder made.', simpleResolvers: true })
export class BuilderRunsType {
  constructor(private readonly told: Told) {}

  @Field(() => String, { description: 'The name.' })
  get name(): string {
    return this.told.name;
  }

  @Field(() => Boolean, { description: 'Whether it is a domain that the account holds.' })
  get isProven(): boolean {
    return this.told.isProven;
  }

  @Field(() => LogIndexScalar, { description: 'How many.' })
  get runs(): bigint {
    return this.told.runs;
  }
}

@ObjectType('RunsWithAnswer', {
  description:
    'Named runs that used a snapshot with an answer in it: of a log larger than the place of the answer.',
  simpleResolvers: true,
})
export class RunsWithLeafType {
  constructor(private readonly told: RunsWithLeaf) {}

  @Field(() => LogIndexScalar, { description: 'How many runs whose builder is named.' })
  get runs(): bigint {
    return this.told.runs;
  }

  @Field(() => [BuilderRunsType], {
    description: 'By whom: those with the latest runs first, at most twenty.',
  })
  get builders(): BuilderRunsType[] {
    return this.told.builders.map((one) => new BuilderRunsType(one));
  }
}
