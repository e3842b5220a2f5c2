import { Link, useSearchParams } from 'react-router';
import type { ResultOf } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { wordOf } from '../../server/enum-words.js';
import { filtersSet, withoutFilters } from './filter-params.js';
import type { SearchEntries } from './operations.js';

type Found = Extract<ResultOf<typeof SearchEntries>['searchEntries'], { __typename: 'EntryConnection' }>;

/** What was searched otherwise than it was typed, and what else could be: said, so that nobody takes one for the other. */
export function ResultNotes({ found: { foundBy, widenings, suggestions, hasUnseen } }: { found: Found }) {
  const words = useWords();
  const [params] = useSearchParams();
  const way = wordOf(foundBy);
  return (
    <div className="result-notes">
      {way !== 'asked' && <p className="result-notes__first">{words.search.foundBy[way]}</p>}
      {suggestions.length > 0 && (
        <p>
          {words.search.meant}{' '}
          {suggestions.map((name, at) => (
            <span key={name}>
              {at > 0 && ', '}
              <Link to={`/search?q=${encodeURIComponent(name)}`}>
                <ForeignText text={name} longest={80} />
              </Link>
            </span>
          ))}
          ?
        </p>
      )}
      {widenings.map(({ typed, also, hasOwnNames }) => (
        <p key={typed} className="note">
          {words.search.alsoSearched(typed, also.join(', '))} {hasOwnNames && words.search.ownNames}
        </p>
      ))}
      {hasUnseen && <p>{words.search.hasUnseen}</p>}
      {filtersSet(params) > 0 && (
        <p className="note">
          {words.search.filtersSet}{' '}
          <Link to={`/search?${withoutFilters(params).toString()}`}>{words.search.clear}</Link>
        </p>
      )}
    </div>
  );
}
