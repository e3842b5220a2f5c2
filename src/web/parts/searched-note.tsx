import { Link } from 'react-router';
import type { Formats } from '../language/formats.js';
import { useLanguage } from '../language/language-context.js';
import type { Messages } from '../messages/en.js';
import { type RowCounts, shareHeld } from '../search/share-held.js';
import './searched-note.css';

interface SearchedNoteProps {
  searched: RowCounts;
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

function searchedText(searched: RowCounts, words: Messages['searched'], formats: Formats): string {
  const held = formats.amount(searched.rowsHeld);
  const share = shareHeld(searched);
  return share === undefined
    ? words.ofUnknown(held)
    : words.of(held, formats.roundAmount(searched.rowsPublished ?? 0), formats.share(share));
}
