import { type FragmentOf, readFragment } from '../../client/graphql.js';
import { useWords } from '../language/language-context.js';
import { Bars } from '../parts/bars.js';
import { wordOf } from '../server/enum-words.js';
import { FacetParts } from './facets-fragment.js';

interface FacetBarsProps {
  facets: FragmentOf<typeof FacetParts>;
  /** Where the rows with this value are listed: a parameter of the search page and its value. */
  pathTo: (param: string, value: string) => string;
}

/** Counts by site, size and score. Each leads to its rows. */
export function FacetBars({ facets: masked, pathTo }: FacetBarsProps) {
  const words = useWords();
  const { hosts, sizes, aesthetic } = readFragment(FacetParts, masked);
  return (
    <>
      <Bars
        title={words.search.bySite}
        bars={hosts.map(({ host, count }) => ({ key: host, label: host, count, to: pathTo('domain', host) }))}
      />
      <Bars
        title={words.search.bySize}
        bars={sizes.map(({ size, count }) =>
          size === null
            ? { key: 'none', label: words.search.noSize, count }
            : {
                key: size,
                label: words.search.sizes[wordOf(size)],
                count,
                to: pathTo('size', wordOf(size)),
              },
        )}
      />
      <Bars
        title={words.search.byScore}
        bars={aesthetic.map(({ from, count }) =>
          from === null
            ? { key: 'none', label: words.search.noScore, count }
            : {
                key: String(from),
                label: words.search.range.between(String(from), String(from + 1)),
                count,
                to: pathTo('aesthetic', `${from}..${from + 1}`),
              },
        )}
      />
    </>
  );
}
