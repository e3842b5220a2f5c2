import { Field, ObjectType } from 'type-graphql';
import type { ChallengeToMeet } from '../../app/claims/describe-claims.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('Challenge', {
  description:
    'What to put where in order to prove control of a place. It proves nothing for any other account.',
  simpleResolvers: true,
})
export class ChallengeType implements Owned {
  constructor(
    private readonly toMeet: ChallengeToMeet,
    readonly ownerId: string | undefined,
  ) {}

  @Field(() => String, { description: 'The random part of the line.' })
  get token(): string {
    return this.toMeet.challenge.token;
  }

  @Field(() => String, { description: 'Address at which the file is looked for.' })
  get fileUrl(): string {
    return this.toMeet.fileUrl;
  }

  @Field(() => String, {
    description: 'The line that the file has to hold. Lines of other claims may stand beside it.',
  })
  get fileContent(): string {
    return this.toMeet.fileContent;
  }

  @Field(() => DateTimeScalar, { description: 'When the line is no longer accepted.' })
  get expiresAt(): Date {
    return this.toMeet.challenge.expiresAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the file was last looked for.' })
  get lastCheckedAt(): Date | undefined {
    return this.toMeet.challenge.lastCheckedAt;
  }

  @Field(() => String, { nullable: true, description: 'What was wrong then, in words.' })
  get lastProblem(): string | undefined {
    return this.toMeet.challenge.lastProblem;
  }
}
