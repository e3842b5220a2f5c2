import { ArgsType, Field, Int } from 'type-graphql';
import type { PageRequest } from '../app/ports/page.js';
import { problem } from './problems.js';

export const MAX_PAGE = 100;

/** Arguments `first` and `after` of a list. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string;
}

/** The arguments of a list that shows `usual` items unless told otherwise. */
export function pageArgs(usual: number) {
  @ArgsType()
  class PageArgs implements PageArguments {
    @Field(() => Int, { defaultValue: usual, description: `How many items to answer: 1 to ${MAX_PAGE}.` })
    readonly first!: number;

    @Field(() => String, {
      nullable: true,
      description: 'Begin after this cursor. Left out, from the beginning.',
    })
    readonly after?: string;
  }
  return PageArgs;
}

/** Throws BAD_USER_INPUT for a page that is not given out. */
export function readPage({ first, after }: PageArguments): PageRequest {
  if (first < 1 || first > MAX_PAGE) {
    throw problem(
      'BAD_USER_INPUT',
      `"first" is ${first}; a page has 1 to ${MAX_PAGE} items.`,
      'Ask for fewer, and for the next page with the cursor in pageInfo.endCursor.',
      { field: 'first' },
    );
  }
  return { first, ...(after === undefined ? {} : { after }) };
}
