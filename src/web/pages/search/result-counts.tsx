import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useLanguage } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { wordOf } from '../../server/enum-words.js';
import { SearchCounts } from './operations.js';
import type { SearchVariables } from './search-input.js';

interface Bar {
  readonly key: string;
  readonly label: string;
  /** In decimal digits. */
  readonly count: string;
  /** Narrows the search to it: a parameter of the page and its value. Absent where there is no such filter. */
  readonly param?: readonly [name: string, value: string];
}

/** Counts over everything found: by dataset, site, size and score. Each leads to the search narrowed to it. */
export function ResultCounts({ input, filter }: SearchVariables) {
  const { words, formats } = useLanguage();
  const [state, again] = useQuery({
    query: SearchCounts,
    variables: { input, ...(filter ? { filter } : {}) },
  });
  return (
    <Answered
      state={state}
      waiting={<SkeletonLines lines={4} />}
      onRetry={() => {
        again({ requestPolicy: 'network-only' });
      }}
    >
      {({ searchEntries: found }) => {
        if (!('facets' in found)) return null;
        const { hits, areEstimates, datasets, hosts, sizes, aesthetic } = found.facets;
        return (
          <>
            <p>
              <strong>{words.search.hits(formats.amount(hits), areEstimates)}</strong>{' '}
              {areEstimates && words.search.estimated}
            </p>
            <div className="result-counts">
              <Bars
                title={words.search.byDataset}
                bars={datasets.map(({ dataset: { slug, title }, count }) => ({
                  key: slug,
                  label: title,
                  count,
                  param: ['dataset', slug],
                }))}
              />
              <Bars
                title={words.search.bySite}
                bars={hosts.map(({ host, count }) => ({
                  key: host,
                  label: host,
                  count,
                  param: ['domain', host],
                }))}
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
                        param: ['size', wordOf(size)],
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
                        param: ['aesthetic', `${from}..${from + 1}`],
                      },
                )}
              />
            </div>
          </>
        );
      }}
    </Answered>
  );
}

function Bars({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const { formats } = useLanguage();
  const [params] = useSearchParams();
  const most = Math.max(...bars.map(({ count }) => Number(count)), 1);
  if (bars.length === 0) return null;
  const pathTo = ([name, value]: readonly [string, string]): string => {
    const next = new URLSearchParams(params);
    next.set(name, value);
    next.delete('pages');
    return `/search?${next.toString()}`;
  };
  return (
    <section>
      <h3>{title}</h3>
      <ul className="bars">
        {bars.map(({ key, label, count, param }) => (
          <li key={key} className="bars__bar">
            <span className="bars__label">
              {param ? (
                <Link to={pathTo(param)}>
                  <ForeignText text={label} longest={60} />
                </Link>
              ) : (
                label
              )}
            </span>
            <span className="bars__count">{formats.count(count)}</span>
            <span
              className="bars__length"
              aria-hidden="true"
              style={{ inlineSize: `${(100 * Number(count)) / most}%` }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
