import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { PageTitle } from '../../parts/page-title.js';
import { SearchField } from '../../parts/search-field.js';
import { DatasetFilter } from './dataset-filter.js';
import { QueryNote } from './query-note.js';
import { readQuery } from '../../search/read-query.js';
import { Results } from './results.js';
import './search.css';

export function SearchPage() {
  const words = useWords();
  const [params] = useSearchParams();
  const typed = params.get('q')?.trim() ?? '';
  const dataset = params.get('dataset');
  const query = params.get('as') === 'words' ? ({ kind: 'words', words: typed } as const) : readQuery(typed);
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
        <SearchField key={typed} initial={typed} dataset={dataset} />
        <div className="row">
          <Link to="/search/picture">{words.search.byPicture}</Link>
          <DatasetFilter dataset={dataset} />
          <QueryNote query={query} typed={typed} />
        </div>
      </div>
      {typed === '' ? (
        <p className="lead">{words.search.invitation}</p>
      ) : (
        <Results key={`${query.kind} ${typed} ${dataset ?? ''}`} query={query} dataset={dataset} />
      )}
    </div>
  );
}
