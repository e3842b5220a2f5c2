import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { LogIndexScalar } from '../scalars.js';
import { InvalidInputError, NotFoundError, TooManyAttemptsError } from './user-errors.js';

@ObjectType('WithdrawRunNamePayload', {
  description: 'The name is deleted, with its salt. The leaf stays.',
  simpleResolvers: true,
})
export class WithdrawRunNamePayload {
  @Field(() => LogIndexScalar, { description: 'Place of the leaf in the log.' })
  readonly logIndex: bigint;

  constructor({ logIndex }: { readonly logIndex: bigint }) {
    this.logIndex = logIndex;
  }
}

@ObjectType('HideBuilderNamePayload', {
  description: 'The name is out of sight, or shown again.',
  simpleResolvers: true,
})
export class HideBuilderNamePayload {
  @Field(() => Int, { description: 'On how many runs.' })
  readonly runs: number;

  constructor({ runs }: { readonly runs: number }) {
    this.runs = runs;
  }
}

export const WithdrawRunNameResult = createUnionType({
  name: 'WithdrawRunNameResult',
  description: 'What taking a name back may lead to.',
  types: () => [WithdrawRunNamePayload, NotFoundError, TooManyAttemptsError] as const,
});

export const HideBuilderNameResult = createUnionType({
  name: 'HideBuilderNameResult',
  description: 'What hiding a name may lead to.',
  types: () => [HideBuilderNamePayload, InvalidInputError, NotFoundError] as const,
});
