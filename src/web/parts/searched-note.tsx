import { Link } from 'react-router';
import { useLanguage } from '../language/language-context.js';
import './searched-note.css';

export interface Searched {
  readonly rowsHeld: number;
  readonly rowsPublished: number | null;
}

interface SearchedNoteProps {
  searched: Searched;
  /** Where "say no anyway" leads: with the address that was searched for, if it was one. Absent where a button says it. */
  sayNoPath?: string;
}

/** What a result rests on, said with every result: how much was searched, what nobody can search, what to do anyway. */
export function SearchedNote({ searched, sayNoPath }: SearchedNoteProps) {
  const { words, formats } = useLanguage();
  return (
    <p className="searched-note">
      <strong>{searchedText(searched, words.searched, formats)}</strong> {words.searched.closedModels}{' '}
      {sayNoPath !== undefined && <Link to={sayNoPath}>{words.search.sayNoAnyway}</Link>}
    </p>
  );
}

function searchedText(
  { rowsHeld, rowsPublished }: Searched,
  words: ReturnType<typeof useLanguage>['words']['searched'],
  formats: ReturnType<typeof useLanguage>['formats'],
): string {
  const held = formats.count(rowsHeld);
  return rowsPublished === null || rowsPublished <= 0
    ? words.ofUnknown(held)
    : words.of(held, formats.roundCount(rowsPublished), formats.share(rowsHeld / rowsPublished));
}
