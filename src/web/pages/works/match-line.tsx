import { useId } from 'react';
import { Link } from 'react-router';
import { readFragment, type ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import type { Messages } from '../../messages/en.js';
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
  onChosen: ((isChosen: boolean) => void) | undefined;
}

/** One address at which a work was found: its picture, how sure that is, and by what. */
export function MatchLine({ match, isChosen, onChosen }: MatchLineProps) {
  const { words } = useLanguage();
  const id = useId();
  const [showsHidden] = useShowsHidden();
  const entry = match.entry === null ? null : readFragment(EntryCardParts, match.entry);
  return (
    <li className="match">
      {onChosen === undefined ? (
        <span />
      ) : (
        <input
          type="checkbox"
          className="match__control"
          aria-labelledby={id}
          checked={isChosen}
          onChange={(event) => {
            onChosen(event.target.checked);
          }}
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
          <strong>{howSure(match, words)}</strong>
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

function howSure({ kind, method, distance, orientation, partsAlike }: Match, words: Messages): string {
  const how = [
    ...(orientation === null || orientation === 'UPRIGHT'
      ? []
      : [words.pictureSearch.orientations[orientation]]),
    ...(distance === null ? [] : [words.pictureSearch.distance(distance)]),
    ...(partsAlike === null ? [] : [words.works.partsAlike(partsAlike)]),
    ...(method === 'SHA256' || method === 'MD5' ? [words.works.methods[method]] : []),
  ];
  return how.length === 0 ? words.works.kinds[kind] : `${words.works.kinds[kind]}: ${how.join(', ')}`;
}
