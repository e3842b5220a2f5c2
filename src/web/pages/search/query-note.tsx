import { Link } from 'react-router';
import { useWords } from '../../language/language-context.js';
import type { ReadQuery } from '../../search/read-query.js';

/** Says what a typed address was taken for, and offers the other reading. */
export function QueryNote({ query, typed }: { query: ReadQuery; typed: string }) {
  const words = useWords();
  if (query.kind === 'words') {
    return null;
  }
  return (
    <p className="note">
      {words.search.readAs[query.kind]}{' '}
      <Link to={`/search?q=${encodeURIComponent(typed)}&as=words`}>{words.search.asWords}</Link>
      {query.kind === 'url' && (
        <>
          {' · '}
          <Link to={`/ask?url=${encodeURIComponent(query.url)}`}>{words.ask.title}</Link>
        </>
      )}
    </p>
  );
}
