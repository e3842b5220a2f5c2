import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { SearchParams } from '../../../core/search/search-params.js';
import { useWords } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SearchedNote } from '../../parts/searched-note.js';
import { SkeletonPictures } from '../../parts/skeleton.js';
import { problemOf } from '../../server/problem.js';
import { useQuestion } from '../../server/use-question.js';
import { useShowsHidden } from '../../safety/use-shows-hidden.js';
import { ChooseSeveral } from './choose-several.js';
import { ExportLinks } from './export-links.js';
import { SearchEntries } from './operations.js';
import { QueryProblem } from './query-problem.js';
import { ResultNotes } from './result-notes.js';
import { searchVariables } from './search-input.js';
import { type ReadQuery, sayNoPath } from '../../search/read-query.js';
import { MOST_PAGES, PAGE_SIZE, ResultPage } from './result-page.js';

interface ResultsProps {
  query: ReadQuery;
  params: SearchParams;
  /** As it stands in the search field. */
  typed: string;
}

/**
 * The list of a search. How many pages are open stands in the address, and the pages themselves in the GraphQL cache:
 * whoever comes back finds the list as long as they left it.
 */
export function Results({ query, params, typed }: ResultsProps) {
  const words = useWords();
  const [showsHidden] = useShowsHidden();
  const search = searchVariables(query, params, showsHidden);
  const [{ data, error }, again] = useQuestion({
    query: SearchEntries,
    variables: { ...search, first: PAGE_SIZE },
  });
  const open = useOpenPages();
  const found = data?.searchEntries;
  if (found === undefined) {
    return error === undefined ? (
      <SkeletonPictures />
    ) : (
      <ProblemNote
        problem={problemOf(error)}
        onRetry={() => {
          again({ requestPolicy: 'network-only' });
        }}
      />
    );
  }
  if (found.__typename !== 'EntryConnection') {
    return <QueryProblem refused={found} typed={typed} />;
  }
  if (found.edges.length === 0) {
    return (
      <section className="nothing-found" role="status">
        <h2>{words.search.nothing}</h2>
        <p className="lead">{words.search.nothingMeans}</p>
        <SearchedNote searched={found.searched} />
        {!showsHidden && <p>{words.safety.leftOut}</p>}
        <ResultNotes found={found} />
        <ButtonLink look="no" to={sayNoPath(query)}>
          {words.search.sayNoAnyway}
        </ButtonLink>
      </section>
    );
  }
  return (
    <>
      <SearchedNote searched={found.searched} sayNoPath={sayNoPath(query)} />
      <ResultNotes found={found} />
      <ChooseSeveral>
        <ul className="entry-grid">
          <ResultPage
            search={search}
            after={null}
            pagesOpen={open.count}
            number={1}
            wasPressed={open.wasPressed}
            onMore={open.openNext}
          />
        </ul>
      </ChooseSeveral>
      <ExportLinks />
    </>
  );
}

interface OpenPages {
  readonly count: number;
  readonly wasPressed: boolean;
  readonly openNext: (isPressed: boolean) => void;
}

/** How many pages are open: kept in the address, so that reload and Back open as many. */
function useOpenPages(): OpenPages {
  const [params, setParams] = useSearchParams();
  const [wasPressed, setPressed] = useState(false);
  const asked = Number(params.get('pages') ?? 1);
  const count = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), MOST_PAGES) : 1;
  const openNext = useCallback(
    (isPressed: boolean): void => {
      setPressed(isPressed);
      const next = new URLSearchParams(params);
      next.set('pages', String(count + 1));
      setParams(next, { replace: true, preventScrollReset: true });
    },
    [count, params, setParams],
  );
  return { count, wasPressed, openNext };
}
