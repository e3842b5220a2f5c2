import { useEffect, useRef } from 'react';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { EntryCard } from '../../parts/entry-card.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SkeletonPictures } from '../../parts/skeleton.js';
import { problemOf } from '../../server/problem.js';
import { useQuestion } from '../../server/use-question.js';
import { SearchEntries } from './operations.js';
import type { SearchVariables } from './search-input.js';

export const PAGE_SIZE = 24;
/** A link must not make a browser ask for a thousand pages, nor a list fill its memory. */
export const MOST_PAGES = 40;
/** So many pages come by themselves between two presses: who scrolls reads on, and the foot of the page can still be reached. */
const PAGES_A_PRESS = 4;

interface ResultPageProps {
  search: SearchVariables;
  after: string | null;
  /** How many pages are open, and which of them this one is, from 1. */
  pagesOpen: number;
  number: number;
  /** The last page was opened by a press: its first entry takes the focus, because the pressed button is gone. */
  wasPressed: boolean;
  /** @param isPressed whether somebody asked for it, and not only read down to it */
  onMore: (isPressed: boolean) => void;
}

/** One page of results, followed by the next one if it is open. Each is asked for by the cursor that ends the one before. */
export function ResultPage({ search, after, pagesOpen, number, wasPressed, onMore }: ResultPageProps) {
  const isLast = number === pagesOpen;
  const [{ data, error }, again] = useQuestion({
    query: SearchEntries,
    variables: { ...search, first: PAGE_SIZE, ...(after === null ? {} : { after }) },
  });
  const found = data?.searchEntries.__typename === 'EntryConnection' ? data.searchEntries : undefined;
  const first = useFocusOnArrival(wasPressed && isLast, found !== undefined);
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
      {pageInfo.hasNextPage && !isLast && (
        <ResultPage
          search={search}
          after={pageInfo.endCursor}
          pagesOpen={pagesOpen}
          number={number + 1}
          wasPressed={wasPressed}
          onMore={onMore}
        />
      )}
      {(isLast || !pageInfo.hasNextPage) && (
        <>
          <li className="entry-grid__rest" aria-hidden="true" />
          <ListEnd key={number} hasMore={pageInfo.hasNextPage} number={number} onMore={onMore} />
        </>
      )}
    </>
  );
}

interface ListEndProps {
  hasMore: boolean;
  number: number;
  onMore: ResultPageProps['onMore'];
}

/** What stands below the last picture. Coming near it opens the next page, a few times; after that it takes a press. */
function ListEnd({ hasMore, number, onMore }: ListEndProps) {
  const words = useWords();
  const element = useRef<HTMLLIElement>(null);
  const goesOn = hasMore && number < MOST_PAGES;
  const comesByItself = goesOn && number % PAGES_A_PRESS !== 0;
  useEffect(() => {
    const end = element.current;
    if (!comesByItself || end === null) return undefined;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) onMore(false);
      },
      { rootMargin: '0px 0px 50% 0px' },
    );
    observer.observe(end);
    return () => {
      observer.disconnect();
    };
  }, [comesByItself, onMore]);
  return (
    <li ref={element} className="entry-grid__wide search-page__more">
      {goesOn ? (
        <Button
          onClick={() => {
            onMore(true);
          }}
        >
          {words.search.more}
        </Button>
      ) : hasMore ? (
        words.search.longest
      ) : (
        words.search.end
      )}
    </li>
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
