import { Link } from 'react-router';
import { useLanguage } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { useQuestion } from '../../server/use-question.js';
import { CaptionCount, MyNamesQuery } from './operations.js';

/** Rows whose captions hold a name of the artist: suggested to be looked through, and nothing more. */
export function NamedInCaptions() {
  const { words } = useLanguage();
  const [{ data }] = useQuestion({ query: MyNamesQuery, requestPolicy: 'cache-and-network' });
  const names = data?.viewer?.artistNames;
  if (names === undefined) return null;
  return (
    <section className="section stack">
      <h2>{words.namedInCaptions.title}</h2>
      {names.length === 0 ? (
        <p>
          {words.namedInCaptions.none} <Link to="/account">{words.namedInCaptions.setNames}</Link>
        </p>
      ) : (
        <>
          <p className="soft">{words.namedInCaptions.why}</p>
          <ul>
            {names.map((name) => (
              <CaptionsWith key={name} name={name} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function CaptionsWith({ name }: { name: string }) {
  const { words, formats } = useLanguage();
  const typed = `"${name.replaceAll('"', ' ')}"`;
  const [{ data }] = useQuestion({ query: CaptionCount, variables: { input: { words: typed } } });
  const found = data?.searchEntries;
  const facets = found?.__typename === 'EntryConnection' ? found.facets : undefined;
  return (
    <li>
      <Link to={`/search?q=${encodeURIComponent(typed)}`}>
        <ForeignText text={name} longest={80} />
      </Link>
      {facets !== undefined && `: ${words.namedInCaptions.rows(formats.amount(facets.hits))}`}
    </li>
  );
}
