import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import type { VariablesOf } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SearchedNote } from '../../parts/searched-note.js';
import { SkeletonPictures } from '../../parts/skeleton.js';
import { problemOf } from '../../server/problem.js';
import { SearchEntries } from './operations.js';
import { type ReadQuery, sayNoPath } from '../../search/read-query.js';
import { PAGE_SIZE, ResultPage } from './result-page.js';

interface ResultsProps {
  query: ReadQuery;
  dataset: string | null;
}

/**
 * The list of a search. How many pages are open stands in the address, and the pages themselves in the GraphQL cache:
 * whoever comes back finds the list as long as they left it.
 */
export function Results({ query, dataset }: ResultsProps) {
  const words = useWords();
  const input = inputOf(query, dataset);
  const [{ data, error }, again] = useQuery({ query: SearchEntries, variables: { input, first: PAGE_SIZE } });
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
    return <ProblemNote problem={{ kind: 'refused', refusal: found }} />;
  }
  if (found.edges.length === 0) {
    return (
      <section className="nothing-found" role="status">
        <h2>{words.search.nothing}</h2>
        <p className="lead">{words.search.nothingMeans}</p>
        <SearchedNote searched={found.searched} />
        <ButtonLink look="no" to={sayNoPath(query)}>
          {words.search.sayNoAnyway}
        </ButtonLink>
      </section>
    );
  }
  return (
    <>
      <SearchedNote searched={found.searched} sayNoPath={sayNoPath(query)} />
      <ul className="entry-grid">
        <ResultPage
          input={input}
          after={null}
          pagesLeft={open.count}
          wasPressed={open.wasPressed}
          onMore={open.openNext}
        />
      </ul>
    </>
  );
}

function inputOf(query: ReadQuery, dataset: string | null): VariablesOf<typeof SearchEntries>['input'] {
  return { ...conditionOf(query), ...(dataset === null ? {} : { dataset }) };
}

function conditionOf(query: ReadQuery): { words: string } | { url: string } | { host: string } {
  switch (query.kind) {
    case 'words':
      return { words: query.words };
    case 'url':
      return { url: query.url };
    case 'host':
      return { host: query.host };
  }
}

/** A link must not make a browser ask for a thousand pages. */
const MOST_PAGES = 40;

interface OpenPages {
  readonly count: number;
  readonly wasPressed: boolean;
  readonly openNext: () => void;
}

/** How many pages are open: kept in the address, so that reload and Back open as many. */
function useOpenPages(): OpenPages {
  const [params, setParams] = useSearchParams();
  const [wasPressed, setPressed] = useState(false);
  const asked = Number(params.get('pages') ?? 1);
  const count = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), MOST_PAGES) : 1;
  const openNext = (): void => {
    setPressed(true);
    const next = new URLSearchParams(params);
    next.set('pages', String(count + 1));
    setParams(next, { replace: true, preventScrollReset: true });
  };
  return { count, wasPressed, openNext };
}
