import { useLanguage } from '../language/language-context.js';
import { SearchedNote } from '../parts/searched-note.js';
import { useShowsHidden } from '../safety/use-shows-hidden.js';
import { FusedList } from './fused-list.js';
import type { FoundTogether } from './operations.js';

/** What several ways of searching found, as one list, each entry with its reasons; and how each way went. */
export function TogetherFound({ found }: { found: FoundTogether }) {
  const { words, formats } = useLanguage();
  const [showsHidden] = useShowsHidden();
  const { matches, ways, looked, searched } = found;
  // Both ways by meaning are closed for one reason, which is said once.
  const told = new Set(
    ways.map(({ way, found: brought, obstacle }) =>
      obstacle === null ? words.fused.found[way](formats.amount(brought)) : words.fused.closed[way],
    ),
  );
  const candidates = looked === null ? 0 : looked.read + looked.missed + looked.left;
  return (
    <>
      <SearchedNote searched={searched} sayNoPath="/say-no" />
      <ul className="way-list stack">
        {[...told].map((text) => (
          <li key={text} className="note">
            {text}
          </li>
        ))}
        {looked !== null && candidates > 0 && (
          <li className="note">
            {words.fused.looked(
              formats.amount(candidates),
              formats.amount(looked.read),
              formats.amount(looked.missed),
              formats.amount(looked.left),
            )}
          </li>
        )}
      </ul>
      {matches.length === 0 ? <h2>{words.search.nothing}</h2> : <FusedList matches={matches} />}
      {!showsHidden && <p className="note">{words.safety.leftOut}</p>}
    </>
  );
}
