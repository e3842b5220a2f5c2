/** A search took longer than this registry lets one take, and was ended. Nothing was found, and nothing was found missing. */
export class SearchTooLong extends Error {
  override readonly name = 'SearchTooLong';
  readonly nextStep =
    'Ask for rarer words, or for more of them; search one dataset; or leave the sort at relevance. Searches that must run longer are for the ' +
    'operator to allow: ASSENT_SEARCH_SECONDS.';

  /** @param limit how long a search may take, in milliseconds */
  constructor(limit: number) {
    super(`The search was ended unfinished after ${limit / 1_000} s. Nothing of it is an answer.`);
  }
}
