import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Webhook, WebhookAttempt } from '../../app/ports/webhooks.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar, LogIndexScalar } from '../scalars.js';

@ObjectType('WebhookAttempt', {
  description: 'One attempt to tell a webhook how far the log has grown.',
  simpleResolvers: true,
})
export class WebhookAttemptType {
  constructor(private readonly attempt: WebhookAttempt) {}

  @Field(() => LogIndexScalar, { description: 'The size of the log from which it told.' })
  get since(): bigint {
    return BigInt(this.attempt.since);
  }

  @Field(() => LogIndexScalar, { description: 'The size that it told.' })
  get size(): bigint {
    return BigInt(this.attempt.size);
  }

  @Field(() => DateTimeScalar, { description: 'When.' })
  get attemptedAt(): Date {
    return this.attempt.attemptedAt;
  }

  @Field(() => Int, { nullable: true, description: 'The status that was answered, if anything was.' })
  get status(): number | undefined {
    return this.attempt.status;
  }

  @Field(() => String, { nullable: true, description: 'Why it failed. Null where it did not.' })
  get problem(): string | undefined {
    return this.attempt.problem;
  }
}

@ObjectType('Webhook', {
  description:
    'An address that is told within a minute or two when the log has grown. Its secret is shown once.',
  simpleResolvers: true,
})
export class WebhookType implements Owned {
  constructor(private readonly webhook: Webhook) {}

  get ownerId(): string {
    return this.webhook.accountId;
  }

  @Field(() => ID, { description: 'Random id.' })
  get id(): string {
    return this.webhook.id;
  }

  @Field(() => String, { description: 'The address.' })
  get url(): string {
    return this.webhook.url;
  }

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  get createdAt(): Date {
    return this.webhook.createdAt;
  }

  @Field(() => LogIndexScalar, { description: 'The size of the log that it has taken note of.' })
  get toldSize(): bigint {
    return BigInt(this.webhook.toldSize);
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when no attempt succeeded.' })
  get failingSince(): Date | undefined {
    return this.webhook.failingSince;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'Not before it is tried again.' })
  get nextAttemptAt(): Date | undefined {
    return this.webhook.nextAttemptAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was given up, after a day of failures. `replayWebhook` takes it up again.',
  })
  get disabledAt(): Date | undefined {
    return this.webhook.disabledAt;
  }

  @Field(() => [WebhookAttemptType], { description: 'The last attempts, at most 20, the newest first.' })
  get attempts(): WebhookAttemptType[] {
    return this.webhook.attempts.map((attempt) => new WebhookAttemptType(attempt));
  }
}
