import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { EntryCard } from '../../parts/entry-card.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SkeletonPictures } from '../../parts/skeleton.js';
import { problemOf } from '../../server/problem.js';
import { SearchEntries } from './operations.js';
import type { SearchVariables } from './search-input.js';

export const PAGE_SIZE = 24;

interface ResultPageProps {
  search: SearchVariables;
  after: string | null;
  /** This page and how many after it are open. */
  pagesLeft: number;
  /** The last page was opened by a press: its first entry takes the focus, because the pressed button is gone. */
  wasPressed: boolean;
  onMore: () => void;
}

/** One page of results, followed by the next one if it is open. Each is asked for by the cursor that ends the one before. */
export function ResultPage({ search, after, pagesLeft, wasPressed, onMore }: ResultPageProps) {
  const words = useWords();
  const [{ data, error }, again] = useQuery({
    query: SearchEntries,
    variables: { ...search, first: PAGE_SIZE, ...(after === null ? {} : { after }) },
  });
  const found = data?.searchEntries.__typename === 'EntryConnection' ? data.searchEntries : undefined;
  const first = useFocusOnArrival(wasPressed && pagesLeft === 1, found !== undefined);
  if (found === undefined) {
    return (
      <li className="entry-grid__wide">
        {error === undefined ? (
          <SkeletonPictures />
        ) : (
          <ProblemNote
            problem={problemOf(error)}
            onRetry={() => {
              again({ requestPolicy: 'network-only' });
            }}
          />
        )}
      </li>
    );
  }
  const { edges, pageInfo } = found;
  return (
    <>
      {edges.map(({ node }, index) => (
        <EntryCard key={node.id} entry={node} {...(index === 0 ? { linkRef: first } : {})} />
      ))}
      {pageInfo.hasNextPage && pagesLeft > 1 && (
        <ResultPage
          search={search}
          after={pageInfo.endCursor}
          pagesLeft={pagesLeft - 1}
          wasPressed={wasPressed}
          onMore={onMore}
        />
      )}
      {pagesLeft === 1 && (
        <>
          <li className="entry-grid__rest" aria-hidden="true" />
          <li className="entry-grid__wide search-page__more">
            {pageInfo.hasNextPage ? <Button onClick={onMore}>{words.search.more}</Button> : words.search.end}
          </li>
        </>
      )}
    </>
  );
}

function useFocusOnArrival(
  isWanted: boolean,
  hasArrived: boolean,
): React.RefObject<HTMLAnchorElement | null> {
  const element = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isWanted && hasArrived) {
      element.current?.focus({ preventScroll: true });
    }
  }, [isWanted, hasArrived]);
  return element;
}
