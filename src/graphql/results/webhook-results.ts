import { createUnionType, Field, ObjectType } from 'type-graphql';
import type { Webhook } from '../../app/ports/webhooks.js';
import { WebhookType } from '../types/webhook.type.js';
import { InvalidInputError, NotFoundError } from './user-errors.js';

@ObjectType('CreateWebhookPayload', { description: 'The webhook was made.', simpleResolvers: true })
export class CreateWebhookPayload {
  @Field(() => WebhookType, { description: 'The webhook.' })
  readonly webhook: WebhookType;

  @Field(() => String, { description: 'The secret with which its messages are signed. Shown this once.' })
  readonly secret: string;

  constructor(webhook: Webhook, secret: string) {
    this.webhook = new WebhookType(webhook);
    this.secret = secret;
  }
}

@ObjectType('RemoveWebhookPayload', { description: 'The webhook has ended.', simpleResolvers: true })
export class RemoveWebhookPayload {
  @Field(() => WebhookType, { description: 'The webhook as it was.' })
  readonly webhook: WebhookType;

  constructor(webhook: Webhook) {
    this.webhook = new WebhookType(webhook);
  }
}

@ObjectType('ReplayWebhookPayload', { description: 'The webhook will be told again.', simpleResolvers: true })
export class ReplayWebhookPayload {
  @Field(() => WebhookType, { description: 'The webhook as it is now.' })
  readonly webhook: WebhookType;

  constructor(webhook: Webhook) {
    this.webhook = new WebhookType(webhook);
  }
}

export const CreateWebhookResult = createUnionType({
  name: 'CreateWebhookResult',
  description: 'What making a webhook may lead to.',
  types: () => [CreateWebhookPayload, InvalidInputError] as const,
});

export const RemoveWebhookResult = createUnionType({
  name: 'RemoveWebhookResult',
  description: 'What removing a webhook may lead to.',
  types: () => [RemoveWebhookPayload, NotFoundError] as const,
});

export const ReplayWebhookResult = createUnionType({
  name: 'ReplayWebhookResult',
  description: 'What replaying a webhook may lead to.',
  types: () => [ReplayWebhookPayload, NotFoundError, InvalidInputError] as const,
});
