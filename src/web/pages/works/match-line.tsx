import { useId } from 'react';
import { Link } from 'react-router';
import { readFragment, type ResultOf } from '../../../client/graphql.js';
import { type LanguageChoice, useLanguage } from '../../language/language-context.js';
import { EntryCardParts } from '../../parts/entry-fragment.js';
import { AddressText, ForeignText, isVisible } from '../../parts/foreign-text.js';
import { Picture } from '../../parts/picture.js';
import { useShowsHidden } from '../../safety/use-shows-hidden.js';
import { veilOf } from '../../safety/veil.js';
import type { WorkMatchParts } from './operations.js';

type Match = ResultOf<typeof WorkMatchParts>;

interface MatchLineProps {
  match: Match;
  isChosen: boolean;
  /** Absent where nothing can be decided. */
  onChosen: (() => void) | undefined;
}

/** One address at which a work was found: its picture, how sure that is, and by what. */
export function MatchLine({ match, isChosen, onChosen }: MatchLineProps) {
  const language = useLanguage();
  const { words } = language;
  const id = useId();
  const [showsHidden] = useShowsHidden();
  const entry = match.entry === null ? null : readFragment(EntryCardParts, match.entry);
  return (
    <li className="match" data-match={match.id} tabIndex={-1}>
      {onChosen === undefined ? (
        <span />
      ) : (
        <input
          type="checkbox"
          className="match__control"
          aria-labelledby={id}
          checked={isChosen}
          onChange={onChosen}
        />
      )}
      <div className="match__picture">
        {entry !== null && entry.thumbnailUrl !== null && (
          <Picture
            src={entry.thumbnailUrl}
            alt=""
            width={entry.width}
            height={entry.height}
            veil={veilOf(entry, showsHidden)}
          />
        )}
      </div>
      <div className="stack stack--tight" id={id}>
        <p>
          <strong>{howSure(match, language)}</strong>
          {match.isNew && ` · ${words.works.isNew}`}
        </p>
        <p className="note">{words.works.states[match.state]}</p>
        {match.address !== null && (
          <p>
            <AddressText text={match.address} longest={120} />
          </p>
        )}
        {entry !== null && (
          <p className="note">
            <Link to={`/entries/${encodeURIComponent(entry.id)}`}>
              <ForeignText
                text={isVisible(entry.caption) ? entry.caption : words.entry.noCaption}
                longest={80}
              />
            </Link>
          </p>
        )}
      </div>
    </li>
  );
}

function howSure(match: Match, { words, formats }: LanguageChoice): string {
  const { kind, method, distance, orientation, partsAlike, score } = match;
  const how = [
    ...(orientation === null || orientation === 'UPRIGHT'
      ? []
      : [words.pictureSearch.orientations[orientation]]),
    ...(distance === null ? [] : [words.pictureSearch.distance(distance)]),
    ...(partsAlike === null ? [] : [words.works.partsAlike(partsAlike)]),
    ...(method === 'SHA256' || method === 'MD5' ? [words.works.methods[method]] : []),
    ...(method === 'EMBEDDING' && score !== null ? [words.works.nearInMeaning(formats.measure(score))] : []),
  ];
  if (method === 'DECLARED') return words.works.atNamedAddress;
  return how.length === 0 ? words.works.kinds[kind] : `${words.works.kinds[kind]}: ${how.join(', ')}`;
}
