import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { searchTogether } from '../../app/catalogue/fusion/search-together.js';
import { similarEntries } from '../../app/catalogue/fusion/similar-entries.js';
import { refuse } from '../../app/refusal.js';
import type { GraphqlContext } from '../context.js';
import { TogetherInput } from '../inputs/together.input.js';
import { MAX_PAGE, readPage } from '../page-args.js';
import { toError } from '../results/refusal-to-error.js';
import { SearchTogetherResult } from '../results/search-together-result.js';
import { EntryType } from '../types/entry.type.js';
import { FusedMatchType } from '../types/fused-match.type.js';
import { TogetherMatchesType } from '../types/together-matches.type.js';

@Resolver(() => EntryType)
export class TogetherResolver {
  @Query(() => SearchTogetherResult, {
    description:
      'Searches by words, by likeness and by meaning at once, and says of each entry why it is there.',
  })
  async searchTogether(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => TogetherInput, { description: 'What to look for.' }) input: TogetherInput,
    @Arg('first', () => Int, { defaultValue: 24, description: `How many entries: 1 to ${MAX_PAGE}.` })
    first: number,
  ): Promise<typeof SearchTogetherResult> {
    const { url, entry, words, dataset, showsHidden } = input;
    if (url !== undefined && entry !== undefined) {
      const message = 'One of url and entry says which picture is meant.';
      return toError(refuse('INVALID_SEARCH', message, 'Leave one of them out.'));
    }
    const named = url !== undefined ? { url } : entry !== undefined ? { entryId: entry } : undefined;
    const { actor } = caller;
    const { address } = actor;
    const askerId = actor.kind === 'account' ? actor.account.id : undefined;
    const asked = { words, picture: named, dataset, showsHidden, ...readPage({ first }), address, askerId };
    const result = await searchTogether(registry, asked);
    return result.ok ? new TogetherMatchesType(result) : toError(result);
  }

  @FieldResolver(() => [FusedMatchType], {
    description:
      'Entries that look like it, or mean the same, by what is known of both. Nothing is fetched for it.',
  })
  async similar(
    @Root() { entry, ofDataset }: EntryType,
    @Ctx() { registry }: GraphqlContext,
    @Arg('first', () => Int, { defaultValue: 8, description: 'How many entries: 1 to 24.' }) first: number,
    @Arg('showsHidden', () => Boolean, {
      defaultValue: false,
      description: 'Whether entries that their dataset calls unsafe are told too.',
    })
    showsHidden: boolean,
  ): Promise<FusedMatchType[]> {
    const most = Math.min(readPage({ first }).first, 24);
    const found = await similarEntries(registry, { entry, dataset: ofDataset }, { first: most, showsHidden });
    return found.map((each) => new FusedMatchType(each));
  }
}
