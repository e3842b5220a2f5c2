import { Link, useSearchParams } from 'react-router';
import { readSearchParams } from '../../../core/search/search-params.js';
import { useWords } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { SearchField } from '../../parts/search-field.js';
import { SafetySwitch } from '../../safety/safety-switch.js';
import { readQuery } from '../../search/read-query.js';
import { DatasetFilter } from './dataset-filter.js';
import { MeaningNote } from './meaning-note.js';
import { MeaningWay } from './meaning-way.js';
import { Narrowing } from './narrowing.js';
import { QueryNote } from './query-note.js';
import { Results } from './results.js';
import { SearchHelp } from './search-help.js';
import { SearchSide } from './search-side.js';
import { TogetherResults } from './together-results.js';
import './search.css';

export function SearchPage() {
  const words = useWords();
  const [params] = useSearchParams();
  const typed = params.get('q')?.trim() ?? '';
  const query = params.get('as') === 'words' ? ({ kind: 'words', words: typed } as const) : readQuery(typed);
  const read = readSearchParams(params);
  // Of one dataset everything can be listed.
  const isAsking = typed !== '' || (read.ok && read.datasets.length === 1);
  const isTogether = params.get('way') === 'together' && query.kind === 'words' && typed !== '';
  return (
    <div className="page search-page">
      <div className="search-page__head">
        <div className={typed === '' ? undefined : 'hidden-label'}>
          <PageTitle
            tab={typed === '' ? words.search.title : `${typed.slice(0, 60)} · ${words.search.title}`}
          >
            {words.search.title}
            {typed !== '' && (
              <>
                : <ForeignText text={typed} longest={120} />
              </>
            )}
          </PageTitle>
        </div>
        <SearchField key={typed} initial={typed} kept={params} />
        <div className="row">
          <Link to="/search/picture">{words.search.byPicture}</Link>
          {typed !== '' && query.kind === 'words' && <MeaningWay isTogether={isTogether} />}
          <QueryNote query={query} typed={typed} />
        </div>
      </div>
      {!isAsking && (
        <>
          <p className="lead">{words.search.invitation}</p>
          <DatasetFilter dataset={params.get('dataset')} />
          <SearchHelp />
        </>
      )}
      {!read.ok && (
        <Notice tone="bad" role="alert">
          <p className="notice__title">{words.search.wrongFilter.title}</p>
          <p>{words.search.wrongFilter.nextStep}</p>
          <Link to={`/search?q=${encodeURIComponent(typed)}`}>{words.search.clear}</Link>
        </Notice>
      )}
      {isAsking && read.ok && (
        <div className="search-page__sides">
          <SearchSide>
            <DatasetFilter dataset={params.get('dataset')} />
            {!isTogether && <Narrowing query={query} params={read} />}
            <SafetySwitch />
            {query.kind === 'words' && <MeaningNote />}
          </SearchSide>
          <div className="search-page__found">
            {isTogether ? (
              <TogetherResults
                key={keyOf(params)}
                typed={typed}
                dataset={params.get('dataset') ?? undefined}
              />
            ) : (
              <Results key={keyOf(params)} query={query} params={read} typed={typed} />
            )}
          </div>
        </div>
      )}
    </div>
  );
}

/** What tells one search from another: everything but how many pages of it are open. */
function keyOf(params: URLSearchParams): string {
  const search = new URLSearchParams(params);
  search.delete('pages');
  return search.toString();
}
