import type { VariablesOf } from '../../../client/graphql.js';
import type { NumberRange } from '../../../core/search/number-range.js';
import type { SearchParams } from '../../../core/search/search-params.js';
import type { ReadQuery } from '../../search/read-query.js';
import type { SearchEntries } from './operations.js';

type Variables = VariablesOf<typeof SearchEntries>;

/** What of the variables of a search does not change from page to page. */
export type SearchVariables = Pick<Variables, 'input' | 'filter' | 'sort'>;

/**
 * A search as the address of the page has it, as the API takes it.
 * @param showsHidden chosen for the visit, and in no address: a link that somebody sends shows nothing that is hidden
 */
export function searchVariables(
  query: ReadQuery,
  params: SearchParams,
  showsHidden: boolean,
): SearchVariables {
  const { watermark, unsafe, width, height, aesthetic, similarity } = params.ranges;
  const answers = params.answers;
  return {
    input: inputOf(query),
    filter: {
      ...(width ? { width: ends(width) } : {}),
      ...(height ? { height: ends(height) } : {}),
      ...(aesthetic ? { aesthetic: ends(aesthetic) } : {}),
      ...(similarity ? { similarity: ends(similarity) } : {}),
      ...(watermark ? { watermarkProbability: ends(watermark) } : {}),
      ...(unsafe ? { unsafeProbability: ends(unsafe) } : {}),
      ...(params.datasets.length > 0 ? { datasets: [...params.datasets] } : {}),
      ...(params.domains.length > 0 ? { domains: [...params.domains] } : {}),
      ...(params.sizes.length > 0 ? { sizes: params.sizes.map((size) => nameOf(size)) } : {}),
      ...(params.licences.length > 0 ? { licences: [...params.licences] } : {}),
      ...(params.languages.length > 0 ? { languages: [...params.languages] } : {}),
      ...(showsHidden ? { showsHidden } : {}),
      ...(answers.length > 0 ? { consent: { use: nameOf(params.use), answers: [...answers] } } : {}),
    },
    sort: nameOf(params.sort),
  };
}

function ends({ least, most }: NumberRange): { least: number | null; most: number | null } {
  return { least: least ?? null, most: most ?? null };
}

function inputOf(query: ReadQuery): Variables['input'] {
  switch (query.kind) {
    case 'words':
      return { words: query.words };
    case 'url':
      return { url: query.url };
    case 'host':
      return { host: query.host };
  }
}

type NameOf<Word extends string> = Word extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${NameOf<Tail>}`
  : Uppercase<Word>;

/** `very-large` is `VERY_LARGE` in the schema. */
function nameOf<Word extends string>(word: Word): NameOf<Word> {
  return word.toUpperCase().replaceAll('-', '_') as NameOf<Word>;
}
