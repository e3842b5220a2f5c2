import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../scalars.js';

@InputType('AuditFilter', {
  description: 'What to look for in the audit trail. Whatever is left out may be anything.',
})
export class AuditFilterInput {
  @Field(() => ID, { nullable: true, description: 'Id of the account that acted.' })
  readonly actorId?: string;

  @Field(() => String, { nullable: true, description: 'What was done, such as `claim.rejected`.' })
  readonly action?: string;

  @Field(() => String, { nullable: true, description: 'To what, in full: its kind, a colon, and its id.' })
  readonly target?: string;

  @Field(() => String, { nullable: true, description: 'For which reason, as its code.' })
  readonly reason?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Not before.' })
  readonly from?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before.' })
  readonly until?: Date;
}
