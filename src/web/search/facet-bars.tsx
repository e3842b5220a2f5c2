import { type FragmentOf, readFragment, type ResultOf } from '../../client/graphql.js';
import { SIZE_CLASSES } from '../../core/search/size-class.js';
import { useLanguage } from '../language/language-context.js';
import { Bars } from '../parts/bars.js';
import { type Column, Histogram } from '../parts/histogram.js';
import { wordOf } from '../server/enum-words.js';
import { FacetParts } from './facets-fragment.js';

interface FacetBarsProps {
  facets: FragmentOf<typeof FacetParts>;
  /** Where the rows with this value are listed: a parameter of the search page and its value. */
  pathTo: (param: string, value: string) => string;
}

/** Whole scores that a row can have. */
const SCORES = Array.from({ length: 10 }, (_none, from) => from);

/** Counts by score, size and site. Each leads to its rows. */
export function FacetBars({ facets: masked, pathTo }: FacetBarsProps) {
  const { words, formats } = useLanguage();
  const { hosts, sizes, aesthetic } = readFragment(FacetParts, masked);
  const unknownSizes = sizes.find(({ size }) => size === null)?.count;
  const unscored = aesthetic.find(({ from }) => from === null)?.count;
  return (
    <>
      <Histogram
        title={words.search.byScore}
        columns={scoreColumns(aesthetic, words.search.range.between, pathTo)}
        without={unscored && words.search.noScore(formats.amount(unscored))}
      />
      <Histogram
        title={words.search.bySize}
        columns={SIZE_CLASSES.map(({ name, from }, at) => ({
          key: name,
          label:
            from === 0 ? `<${formats.count(SIZE_CLASSES[at + 1]?.from ?? 0)}` : `${formats.count(from)}+`,
          name: words.search.sizes[name],
          count: sizes.find(({ size }) => size !== null && wordOf(size) === name)?.count ?? '0',
          to: pathTo('size', name),
        }))}
        without={unknownSizes && words.search.noSize(formats.amount(unknownSizes))}
      />
      <Bars
        title={words.search.bySite}
        bars={hosts.map(({ host, count }) => ({ key: host, label: host, count, to: pathTo('domain', host) }))}
      />
    </>
  );
}

function scoreColumns(
  scores: ResultOf<typeof FacetParts>['aesthetic'],
  between: (least: string, most: string) => string,
  pathTo: FacetBarsProps['pathTo'],
): Column[] {
  return SCORES.map((from) => ({
    key: String(from),
    label: String(from),
    name: between(String(from), String(from + 1)),
    count: scores.find((score) => score.from === from)?.count ?? '0',
    to: pathTo('aesthetic', `${from}..${from + 1}`),
  }));
}
