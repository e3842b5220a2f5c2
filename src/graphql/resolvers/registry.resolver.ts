import { Ctx, Query, Resolver } from 'type-graphql';
import type { GraphqlContext } from '../context.js';
import { AccountType } from '../types/account.type.js';
import { RegistryType } from '../types/registry.type.js';
import { SignInProviderType } from '../types/sign-in-provider.type.js';

@Resolver()
export class RegistryResolver {
  @Query(() => RegistryType, { description: 'This registry.' })
  async registry(@Ctx() { registry }: GraphqlContext): Promise<RegistryType> {
    const { store, mailer, providers, settings } = registry;
    const datasets = await store.datasets.all();
    const isDemo = datasets.some((dataset) => dataset.isDemo);
    const logSize = await store.log.size();
    return new RegistryType({
      name: settings.name,
      logSize,
      mailEnabled: mailer.isEnabled,
      isDemo,
      signInProviders: providers.list.map((provider) => new SignInProviderType(provider)),
    });
  }

  @Query(() => AccountType, {
    nullable: true,
    description: 'The account that asks. Null when nobody is signed in.',
  })
  viewer(@Ctx() { caller }: GraphqlContext): AccountType | undefined {
    return caller.actor.kind === 'account' ? new AccountType(caller.actor.account) : undefined;
  }
}
