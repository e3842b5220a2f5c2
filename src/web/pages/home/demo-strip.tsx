import { Link } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { Picture, pictureRatio } from '../../parts/picture.js';
import { useShowsHidden } from '../../safety/use-shows-hidden.js';
import { veilOf } from '../../safety/veil.js';
import { useQuestion } from '../../server/use-question.js';
import { DemoPictures } from './operations.js';

/** A row of the demo catalogue, with a plain word on what it is. */
export function DemoStrip() {
  const words = useWords();
  const [showsHidden] = useShowsHidden();
  const [{ data }] = useQuestion({ query: DemoPictures });
  const entries = Object.values(data ?? {}).flatMap((found) =>
    'edges' in found ? found.edges.map(({ node }) => node) : [],
  );
  return (
    <section className="demo-strip" aria-labelledby="demo">
      <div className="demo-strip__head">
        <h2 id="demo">{words.home.demoTitle}</h2>
        <p className="note">{words.home.demoNote}</p>
      </div>
      <ul className="demo-strip__pictures">
        {entries.map((entry, index) => (
          <li
            key={entry.id}
            style={{ flexBasis: `calc(${pictureRatio(entry.width, entry.height)} * var(--hang))` }}
          >
            <Link to={`/entries/${encodeURIComponent(entry.id)}`}>
              {entry.thumbnailUrl !== null && (
                <Picture
                  src={entry.thumbnailUrl}
                  alt=""
                  width={entry.width}
                  height={entry.height}
                  veil={veilOf(entry, showsHidden)}
                  isUrgent={index < 4}
                />
              )}
              <span className="demo-strip__caption">
                <ForeignText text={entry.caption} longest={90} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
