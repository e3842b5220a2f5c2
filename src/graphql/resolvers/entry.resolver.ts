import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { findEntry } from '../../app/catalogue/entries/find-entry.js';
import { searchEntries } from '../../app/catalogue/search/search-entries.js';
import type { GraphqlContext } from '../context.js';
import type { SearchSort } from '../../core/search/search-sort.js';
import { SearchSortEnum } from '../enums.js';
import { SearchFilterInput, SearchInput } from '../inputs/search.input.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import { readFilter } from '../read-filter.js';
import { toError } from '../results/refusal-to-error.js';
import { SearchEntriesResult } from '../results/search-entries-result.js';
import { EntryConnection } from '../types/connections.js';
import { EntryType } from '../types/entry.type.js';
import { UseAnswerType } from '../types/use-answer.type.js';

const SearchPageArgs = pageArgs(24);

@Resolver(() => EntryType)
export class EntryResolver {
  @Query(() => SearchEntriesResult, { description: 'Searches the datasets by words, host or address.' })
  async searchEntries(
    @Ctx() { registry, caller: { actor } }: GraphqlContext,
    @Arg('input', () => SearchInput, { description: 'What to look for.' }) input: SearchInput,
    @Arg('filter', () => SearchFilterInput, { nullable: true, description: 'What to narrow it to.' })
    filter: SearchFilterInput | undefined,
    @Arg('sort', () => SearchSortEnum, { defaultValue: 'relevance', description: 'In which order.' })
    sort: SearchSort,
    @Args(() => SearchPageArgs) page: PageArguments,
  ): Promise<typeof SearchEntriesResult> {
    const { words, author, host, url, urlPart, dataset } = input;
    const askerId = actor.kind === 'account' ? actor.account.id : undefined;
    const asked = { words, author, host, url, urlPart, dataset, filter: readFilter(filter), sort, askerId };
    const result = await searchEntries(registry, asked, readPage(page), filter?.consent);
    return result.ok ? new EntryConnection(result) : toError(result);
  }

  @Query(() => EntryType, { nullable: true, description: 'One entry. Null when there is none of this id.' })
  async entry(
    @Ctx() { registry }: GraphqlContext,
    @Arg('id', () => ID, { description: 'Id of the entry.' }) id: string,
  ): Promise<EntryType | undefined> {
    const found = await findEntry(registry, id);
    return found && new EntryType(found.entry, found.dataset);
  }

  @FieldResolver(() => [UseAnswerType], {
    description: 'What the registry answers about it today, for every use.',
  })
  async answers(@Root() { entry }: EntryType, @Ctx() { loaders }: GraphqlContext): Promise<UseAnswerType[]> {
    const decisions = await loaders.answers.load(entry.canonical);
    return decisions.map((decision) => new UseAnswerType(decision));
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether somebody reported that it may be shown to nobody, and no moderator has looked yet. Cover the picture until it is asked for.',
  })
  isReported(@Root() { entry }: EntryType, @Ctx() { loaders }: GraphqlContext): Promise<boolean> {
    return loaders.saidIllegal.load(entry.canonical);
  }
}
