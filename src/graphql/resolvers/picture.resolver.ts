import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { findEntries } from '../../app/catalogue/entries/find-entries.js';
import { searchByPicture } from '../../app/catalogue/likeness/search-by-picture.js';
import { refuse } from '../../app/refusal.js';
import type { GraphqlContext } from '../context.js';
import { PictureSearchInput } from '../inputs/picture-search.input.js';
import { MAX_PAGE, readPage } from '../page-args.js';
import { problem } from '../problems.js';
import { toError } from '../results/refusal-to-error.js';
import { SearchByPictureResult } from '../results/search-by-picture-result.js';
import { thumbnailUrl } from '../thumbnail-url.js';
import { EntryPictureType } from '../types/entry-picture.type.js';
import { EntryType } from '../types/entry.type.js';
import { PictureMatchesType } from '../types/picture-matches.type.js';

@Resolver(() => EntryType)
export class PictureResolver {
  @Query(() => SearchByPictureResult, {
    description: 'Searches for entries that show a picture, or parts and versions of it.',
  })
  async searchByPicture(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => PictureSearchInput, { description: 'The picture.' }) input: PictureSearchInput,
    @Arg('first', () => Int, { defaultValue: 24, description: `How many matches: 1 to ${MAX_PAGE}.` })
    first: number,
  ): Promise<typeof SearchByPictureResult> {
    const { url, entry, dataset, showsHidden } = input;
    if ((url === undefined) === (entry === undefined)) {
      const message = 'Exactly one of url and entry says which picture is meant.';
      return toError(refuse('INVALID_SEARCH', message, 'Give one of them.'));
    }
    const picture = url === undefined ? { entryId: entry ?? '' } : { url };
    const { address } = caller.actor;
    const result = await searchByPicture(registry, {
      picture,
      dataset,
      showsHidden,
      ...readPage({ first }),
      address,
    });
    return result.ok ? new PictureMatchesType(result) : toError(result);
  }

  @Query(() => [EntryType], {
    nullable: 'items',
    description: 'Several entries, in the order of the ids. Null where there is none of that id.',
  })
  async entries(
    @Ctx() { registry }: GraphqlContext,
    @Arg('ids', () => [ID], { description: `Ids of entries, at most ${MAX_PAGE}.` }) ids: string[],
  ): Promise<(EntryType | undefined)[]> {
    if (ids.length > MAX_PAGE) {
      throw problem('BAD_USER_INPUT', `"ids" names more than ${MAX_PAGE} entries.`, 'Ask for fewer.', {
        field: 'ids',
      });
    }
    const found = await findEntries(registry, ids);
    return found.map((each) => each && new EntryType(each.entry, each.dataset));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Path, on this server, of a small copy of the picture; looking at it tells nobody else. Null where the operator shows no pictures.',
  })
  thumbnailUrl(
    @Root() entry: EntryType,
    @Ctx() { registry }: GraphqlContext,
    @Arg('edge', () => Int, {
      defaultValue: 320,
      description: 'Longest edge wanted, in pixels. The next size that is kept is taken, at most 640.',
    })
    edge: number,
  ): string | undefined {
    return registry.pictures.mayFetch ? thumbnailUrl(entry.id, edge) : undefined;
  }

  @FieldResolver(() => EntryPictureType, {
    nullable: true,
    description: 'What was seen when its picture was looked for. Null when nobody has looked yet.',
  })
  async picture(
    @Root() { entry }: EntryType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<EntryPictureType | undefined> {
    const look = await loaders.pictureLooks.load(entry);
    return look && new EntryPictureType(entry, look);
  }
}
