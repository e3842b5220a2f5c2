import { useSearchParams } from 'react-router';
import { useShowsHidden } from '../../safety/use-shows-hidden.js';
import { useWords } from '../../language/language-context.js';

const FORMATS = ['csv', 'ndjson', 'parquet'] as const;

/** What was found, to take along. */
export function ExportLinks() {
  const words = useWords();
  const [showsHidden] = useShowsHidden();
  const [params] = useSearchParams();
  const search = new URLSearchParams(params);
  search.delete('pages');
  if (showsHidden) search.set('hidden', 'show');
  return (
    <div className="export-links">
      <p>
        {words.search.save}{' '}
        {FORMATS.map((format) => (
          <a key={format} href={`/exports/search.${format}?${search.toString()}`} download>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
      <p className="note">{words.search.saveHint}</p>
    </div>
  );
}
