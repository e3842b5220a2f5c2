import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { createWebhook } from '../../app/webhooks/create-webhook.js';
import { listWebhooks } from '../../app/webhooks/list-webhooks.js';
import { removeWebhook } from '../../app/webhooks/remove-webhook.js';
import { replayWebhook } from '../../app/webhooks/replay-webhook.js';
import type { GraphqlContext } from '../context.js';
import { CreateWebhookInput, RemoveWebhookInput, ReplayWebhookInput } from '../inputs/webhook.inputs.js';
import { toError } from '../results/refusal-to-error.js';
import {
  CreateWebhookPayload,
  CreateWebhookResult,
  RemoveWebhookPayload,
  RemoveWebhookResult,
  ReplayWebhookPayload,
  ReplayWebhookResult,
} from '../results/webhook-results.js';
import { AccountType } from '../types/account.type.js';
import { WebhookType } from '../types/webhook.type.js';

const INPUT = { description: 'What is given.' };

@Resolver(() => AccountType)
export class WebhookResolver {
  @FieldResolver(() => [WebhookType], { description: 'Its webhooks, the oldest first.' })
  async webhooks(@Ctx() { registry, caller }: GraphqlContext): Promise<WebhookType[]> {
    const webhooks = await listWebhooks(registry, caller.signedIn);
    return webhooks.map((webhook) => new WebhookType(webhook));
  }

  @Mutation(() => CreateWebhookResult, {
    description: 'Registers an address that is told from now on when the log has grown.',
  })
  async createWebhook(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => CreateWebhookInput, INPUT) input: CreateWebhookInput,
  ): Promise<typeof CreateWebhookResult> {
    const result = await createWebhook(registry, caller.signedIn, input);
    return result.ok ? new CreateWebhookPayload(result.webhook, result.secret) : toError(result);
  }

  @Mutation(() => RemoveWebhookResult, { description: 'Ends a webhook for good.' })
  async removeWebhook(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => RemoveWebhookInput, INPUT) input: RemoveWebhookInput,
  ): Promise<typeof RemoveWebhookResult> {
    const result = await removeWebhook(registry, caller.signedIn, input);
    return result.ok ? new RemoveWebhookPayload(result.webhook) : toError(result);
  }

  @Mutation(() => ReplayWebhookResult, {
    description:
      'Has a webhook told again of everything from a size of the log on; one that was given up is taken up again.',
  })
  async replayWebhook(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => ReplayWebhookInput, INPUT) input: ReplayWebhookInput,
  ): Promise<typeof ReplayWebhookResult> {
    const result = await replayWebhook(registry, caller.signedIn, input);
    return result.ok ? new ReplayWebhookPayload(result.webhook) : toError(result);
  }
}
