import { Field, ID, InputType } from 'type-graphql';
import { LogIndexScalar } from '../scalars.js';

const ID_OF_WEBHOOK = 'Id of the webhook.';

@InputType('CreateWebhookInput', { description: 'Registers an address to be told when the log has grown.' })
export class CreateWebhookInput {
  @Field(() => String, { description: 'The address: http or https, at most 2,048 characters.' })
  readonly url!: string;
}

@InputType('RemoveWebhookInput', { description: 'Ends a webhook.' })
export class RemoveWebhookInput {
  @Field(() => ID, { description: ID_OF_WEBHOOK })
  readonly id!: string;
}

@InputType('ReplayWebhookInput', { description: 'Has a webhook told again.' })
export class ReplayWebhookInput {
  @Field(() => ID, { description: ID_OF_WEBHOOK })
  readonly id!: string;

  @Field(() => LogIndexScalar, { description: 'The size of the log from which it is to be told.' })
  readonly since!: bigint;
}
