import { Link } from 'react-router';
import { type FragmentOf, readFragment } from '../../client/graphql.js';
import { useWords } from '../language/language-context.js';
import { TrainingAnswer } from './answer-line.js';
import './entry-card.css';
import { EntryCardParts } from './entry-fragment.js';
import { ForeignText, isVisible, shortened } from './foreign-text.js';
import { Picture, pictureRatio } from './picture.js';
import { useEntryChoice } from '../search/entry-choice.js';
import { useShowsHidden } from '../safety/use-shows-hidden.js';
import { veilOf } from '../safety/veil.js';

interface EntryCardProps {
  entry: FragmentOf<typeof EntryCardParts>;
  /** Why it is shown, where that is not plain from the search. */
  remark?: string;
  /** Reference to the card's link, for moving the focus to it. */
  linkRef?: React.Ref<HTMLAnchorElement>;
}

/** A picture with its label, as beside a picture in a museum: what it is called, whence it comes, what its maker says. */
export function EntryCard({ entry: masked, remark, linkRef }: EntryCardProps) {
  const words = useWords();
  const entry = readFragment(EntryCardParts, masked);
  const [showsHidden] = useShowsHidden();
  const ratio = pictureRatio(entry.width, entry.height);
  const choice = useEntryChoice();
  const caption = isVisible(entry.caption) ? entry.caption : words.entry.noCaption;
  return (
    <li className="entry-card" style={{ flexGrow: ratio, flexBasis: `calc(${ratio} * var(--hang))` }}>
      <article>
        {entry.thumbnailUrl !== null && (
          <Picture
            src={entry.thumbnailUrl}
            alt=""
            width={entry.width}
            height={entry.height}
            veil={veilOf(entry, showsHidden)}
          />
        )}
        {remark !== undefined && <p className="entry-card__remark">{remark}</p>}
        <h2 className="entry-card__caption">
          <Link ref={linkRef} to={`/entries/${encodeURIComponent(entry.id)}`} className="entry-card__link">
            <ForeignText text={caption} longest={140} />
          </Link>
        </h2>
        <p className="entry-card__facts">
          <ForeignText text={entry.host} longest={60} />
          {entry.width !== null && entry.height !== null && ` · ${entry.width} × ${entry.height}`}
          {' · '}
          <ForeignText text={entry.dataset.title} longest={40} />
        </p>
        <div className="entry-card__foot">
          <TrainingAnswer answers={entry.answers} />
          {choice !== undefined && (
            <label className="entry-card__choice">
              <input
                type="checkbox"
                checked={choice.chosen.has(entry.url)}
                onChange={(event) => {
                  choice.choose(entry.url, event.target.checked);
                }}
              />
              {words.entry.choose}
              <span className="hidden-label">
                : <ForeignText text={shortened(caption, 60)} />
              </span>
            </label>
          )}
          <Link to={`/say-no?url=${encodeURIComponent(entry.url)}`} className="entry-card__mine">
            {words.entry.mine}
            <span className="hidden-label">
              : <ForeignText text={shortened(caption, 60)} />
            </span>
          </Link>
        </div>
      </article>
    </li>
  );
}
