import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { searchFacets } from '../../app/catalogue/search/search-facets.js';
import type { GraphqlContext } from '../context.js';
import { EntryConnection } from '../types/connections.js';
import { FacetsType } from '../types/facets.type.js';

@Resolver(() => EntryConnection)
export class SearchResolver {
  @FieldResolver(() => FacetsType, {
    description:
      'Counts over everything that was found, whatever the page and the answers kept by a consent filter.',
  })
  async facets(
    @Root() { answer }: EntryConnection,
    @Ctx() { registry }: GraphqlContext,
  ): Promise<FacetsType> {
    return new FacetsType(await searchFacets(registry, answer));
  }
}
