import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { linkedProviders } from '../../app/accounts/linked-provider.js';
import { unlinkProvider } from '../../app/accounts/unlink-provider.js';
import type { GraphqlContext } from '../context.js';
import { UnlinkProviderInput } from '../inputs/account.inputs.js';
import { UnlinkProviderResult } from '../results/account-results.js';
import { AccountPayload } from '../results/payloads.js';
import { toError } from '../results/refusal-to-error.js';
import { AccountType } from '../types/account.type.js';
import { LinkedProviderType } from '../types/linked-provider.type.js';

@Resolver(() => AccountType)
export class LinkedProviderResolver {
  @Mutation(() => UnlinkProviderResult, {
    description:
      'Ends that you can come in by a provider, unless it is the only way in. What it proved lapses after 14 days.',
  })
  async unlinkProvider(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => UnlinkProviderInput, { description: 'What is given.' }) input: UnlinkProviderInput,
  ): Promise<typeof UnlinkProviderResult> {
    const result = await unlinkProvider(registry, caller.signedIn, input);
    return result.ok ? new AccountPayload(caller.signedIn.account) : toError(result);
  }

  @FieldResolver(() => [LinkedProviderType], {
    description: 'Providers by which its holder can come in, in the order in which they were linked.',
  })
  async linkedProviders(
    @Root() { account }: AccountType,
    @Ctx() { registry }: GraphqlContext,
  ): Promise<LinkedProviderType[]> {
    const linked = await linkedProviders(registry, account);
    return linked.map((one) => new LinkedProviderType(one));
  }
}
