import { Link } from 'react-router';
import { type FragmentOf, readFragment } from '../../client/graphql.js';
import { useLanguage } from '../language/language-context.js';
import { Picture } from '../parts/picture.js';
import { veilOf } from '../safety/veil.js';
import { MediumMark } from './medium-mark.js';
import { WorkTitle } from './work-text.js';
import { workGrade } from './work-grade.js';
import { WorkLineParts } from './work-line-fragment.js';
import './work-line.css';

interface WorkLineProps {
  work: FragmentOf<typeof WorkLineParts>;
  /** By what the list hangs under. */
  heading: 'h2' | 'h3';
}

/** One work in the list, with a picture of it where one was found in the catalogue: its own file is not kept. */
export function WorkLine({ work: masked, heading: Heading }: WorkLineProps) {
  const { words, formats } = useLanguage();
  const work = readFragment(WorkLineParts, masked);
  const count = (states: readonly string[]): number =>
    work.matchCounts.filter(({ state }) => states.includes(state)).reduce((sum, one) => sum + one.count, 0);
  const fresh = work.matchCounts
    .filter(({ state }) => state !== 'REJECTED')
    .reduce((sum, { unseen }) => sum + unseen, 0);
  const shown = work.matches.edges[0]?.node.entry;
  return (
    <article className="work-line">
      <div className="work-line__picture" aria-hidden="true">
        {shown != null && shown.thumbnailUrl !== null && veilOf(shown, false) === 'none' ? (
          <Picture src={shown.thumbnailUrl} alt="" width={shown.width} height={shown.height} veil="none" />
        ) : (
          <MediumMark medium={work.medium} />
        )}
      </div>
      <div className="stack stack--tight">
        <Heading className="work-line__title">
          <Link to={`/desk/works/${work.id}`}>
            <WorkTitle title={work.title} />
          </Link>
        </Heading>
        <p className="note">
          {words.works.media[work.medium]}
          {work.width !== null && work.height !== null && ` · ${work.width} × ${work.height}`} ·{' '}
          {workGrade(work.claim, words)} · {formats.day(work.createdAt)}
        </p>
        <p>
          {words.works.foundAt(formats.amount(count(['MATCHED', 'CONFIRMED'])))}
          {count(['SUGGESTED', 'WAITING']) > 0 &&
            ` · ${words.works.toLookAt(formats.amount(count(['SUGGESTED', 'WAITING'])))}`}
        </p>
        {fresh > 0 && <p className="work-line__fresh">{words.works.newMatches(formats.amount(fresh))}</p>}
      </div>
    </article>
  );
}
