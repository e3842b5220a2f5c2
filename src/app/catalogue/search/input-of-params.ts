import type { SearchParams } from '../../../core/search/search-params.js';
import type { SearchInput } from './read-search.js';
import type { ConsentFilter } from './search-with-consent.js';

/** A search as the address of a page carries it, as the catalogue takes it. */
export function inputOfParams(params: SearchParams): {
  input: SearchInput;
  consent: ConsentFilter | undefined;
} {
  const { query, ranges, use, answers, sort } = params;
  const { watermark, unsafe, ...rest } = ranges;
  return {
    input: {
      ...(query?.kind === 'words' ? { words: query.words } : {}),
      ...(query?.kind === 'host' ? { host: query.host } : {}),
      ...(query?.kind === 'url' ? { url: query.url } : {}),
      filter: {
        ...rest,
        pwatermark: watermark,
        punsafe: unsafe,
        datasets: params.datasets,
        domains: orAbsent(params.domains),
        sizes: orAbsent(params.sizes),
        licences: orAbsent(params.licences),
        languages: orAbsent(params.languages),
        showsHidden: params.showsHidden,
      },
      sort,
    },
    consent: answers.length === 0 ? undefined : { use, answers },
  };
}

/** A list that names nothing narrows nothing. */
function orAbsent<Value>(values: readonly Value[]): readonly Value[] | undefined {
  return values.length === 0 ? undefined : values;
}
