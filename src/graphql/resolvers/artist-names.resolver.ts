import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { setArtistNames } from '../../app/accounts/set-artist-names.js';
import type { GraphqlContext } from '../context.js';
import { SetArtistNamesInput } from '../inputs/account.inputs.js';
import { SetArtistNamesResult } from '../results/account-results.js';
import { AccountPayload } from '../results/payloads.js';
import { toError } from '../results/refusal-to-error.js';
import { AccountType } from '../types/account.type.js';

@Resolver(() => AccountType)
export class ArtistNamesResolver {
  @Mutation(() => SetArtistNamesResult, {
    description:
      'Says by which names your work goes, in place of those said before. Who searches for one finds what names any, and is shown the others: everybody once you have proved a place, you at once.',
  })
  async setArtistNames(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => SetArtistNamesInput, { description: 'What is given.' }) input: SetArtistNamesInput,
  ): Promise<typeof SetArtistNamesResult> {
    const result = await setArtistNames(registry, caller.signedIn, input.names);
    return result.ok ? new AccountPayload(caller.signedIn.account) : toError(result);
  }

  @FieldResolver(() => [String], {
    description: 'Names that its holder’s work goes by, the most usual first.',
  })
  artistNames(@Root() { account }: AccountType, @Ctx() { registry }: GraphqlContext): Promise<string[]> {
    return registry.store.artistNames.ofAccount(account.id);
  }
}
