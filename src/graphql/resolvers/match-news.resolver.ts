import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { describeMatchNews } from '../../app/works/news/describe-match-news.js';
import { setMatchNews } from '../../app/works/news/set-match-news.js';
import type { GraphqlContext } from '../context.js';
import { SetMatchNewsInput } from '../inputs/match-news.input.js';
import { MatchNewsPayload } from '../results/match-news-payload.js';
import { AccountType } from '../types/account.type.js';
import { MatchNewsType } from '../types/match-news.type.js';

@Resolver(() => AccountType)
export class MatchNewsResolver {
  @Mutation(() => MatchNewsPayload, {
    description: 'Says how you are told of new places at which your works were found.',
  })
  async setMatchNews(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => SetMatchNewsInput, { description: 'What is given.' }) input: SetMatchNewsInput,
  ): Promise<MatchNewsPayload> {
    const { feedAddress } = await setMatchNews(registry, caller.signedIn, input);
    return new MatchNewsPayload(caller.signedIn.account, feedAddress);
  }

  @FieldResolver(() => MatchNewsType, { description: 'How its holder is told of new places of their works.' })
  async matchNews(
    @Root() { account }: AccountType,
    @Ctx() { registry }: GraphqlContext,
  ): Promise<MatchNewsType> {
    const { news, isMailable } = await describeMatchNews(registry, account);
    return new MatchNewsType(account.id, news, isMailable);
  }
}
