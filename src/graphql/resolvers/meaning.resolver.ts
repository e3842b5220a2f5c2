import { Arg, Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import { searchByMeaning } from '../../app/catalogue/meaning/search-by-meaning.js';
import type { GraphqlContext } from '../context.js';
import { MeaningInput } from '../inputs/meaning.input.js';
import { readPage } from '../page-args.js';
import { toError } from '../results/refusal-to-error.js';
import { SearchByMeaningResult } from '../results/search-by-meaning-result.js';
import { MeaningMatchesType } from '../types/meaning-matches.type.js';
import { MeaningStatusType } from '../types/meaning-status.type.js';
import { RegistryType } from '../types/registry.type.js';

@Resolver(() => RegistryType)
export class MeaningResolver {
  @Query(() => SearchByMeaningResult, {
    description: 'Finds entries whose pictures mean what is asked, by words or by another entry.',
  })
  async searchByMeaning(
    @Ctx() { registry }: GraphqlContext,
    @Arg('input', () => MeaningInput, { description: 'What to look for.' }) input: MeaningInput,
    @Arg('first', () => Int, { defaultValue: 24, description: 'How many to find, at most 100.' })
    first: number,
  ): Promise<typeof SearchByMeaningResult> {
    const result = await searchByMeaning(registry, input, readPage({ first }).first);
    return result.ok ? new MeaningMatchesType(result) : toError(result);
  }

  @FieldResolver(() => MeaningStatusType, {
    description: 'Whether words and pictures can be looked for by meaning.',
  })
  async meaning(@Ctx() { registry }: GraphqlContext): Promise<MeaningStatusType> {
    return new MeaningStatusType(await registry.meaning.status());
  }
}
