import { useEffect } from 'react';
import { useWords } from '../../../language/language-context.js';
import { Answered } from '../../../parts/answered.js';
import { ForeignText } from '../../../parts/foreign-text.js';
import { SkeletonLines } from '../../../parts/skeleton.js';
import { WorkText } from '../../../works/work-text.js';
import { useQuestion } from '../../../server/use-question.js';
import './beside.css';
import { useCasePictures } from './case-pictures.js';
import { ComparedPicture } from './compared-picture.js';
import { FindingFacts } from './finding-facts.js';
import { hasFacts } from './has-facts.js';
import { Beside, type FoundPicture, type FoundSide } from './operations.js';
import { pictureToCompare } from './picture-to-compare.js';
import { useInView } from './use-in-view.js';

/**
 * The pictures of each side and what machines find about it, side by side. What all sides have in common stands once, above them.
 * @param item what waits: its kind, a colon, and its id
 */
export function BesideItem({ item }: { item: string }) {
  const [element, isSeen] = useInView<HTMLElement>();
  const [state, again] = useQuestion({ query: Beside, variables: { of: item }, pause: !isSeen });
  const { add } = useCasePictures();
  const sides = state.data?.findings;
  useEffect(() => {
    if (sides !== undefined) {
      add(sides.flatMap(({ pictures }) => pictures.flatMap((found) => pictureToCompare(found) ?? [])));
    }
  }, [sides, add]);
  return (
    <section ref={element} className="beside">
      {isSeen && (
        <Answered
          state={state}
          waiting={<SkeletonLines lines={1} />}
          onRetry={() => {
            again({ requestPolicy: 'network-only' });
          }}
        >
          {({ findings }) => <Sides sides={findings} />}
        </Answered>
      )}
    </section>
  );
}

function Sides({ sides }: { sides: readonly FoundSide[] }) {
  const words = useWords().beside;
  const isNothing = sides.every((side) => side.works.length + side.pictures.length === 0 && !hasFacts(side));
  if (isNothing) return <p className="note">{words.nothing}</p>;
  const shared = sharedBy(sides);
  const own = sides.map((side) => ({
    ...side,
    pictures: side.pictures.filter(({ entry }) => !shared.some((one) => one.entry.id === entry.id)),
  }));
  return (
    <>
      {shared.length > 0 && <PictureRow title={words.inCommon} pictures={shared} />}
      <div className="case__sides">
        {own.map((side) => (
          <div key={side.claimId} className="stack">
            {sides.length > 1 && (
              <h4>
                <ForeignText text={side.claimant} longest={16} />
              </h4>
            )}
            {side.works.map((work) => (
              <p key={work.id}>
                {words.work} <WorkText work={work} />
              </p>
            ))}
            <PictureRow title={words.pictures} pictures={side.pictures} />
            <FindingFacts side={side} />
          </div>
        ))}
      </div>
    </>
  );
}

/** Both sides of a dispute are about one address, and its pictures are nobody's in particular. */
function sharedBy(sides: readonly FoundSide[]): readonly FoundPicture[] {
  const [first, ...others] = sides;
  if (first === undefined || others.length === 0) return [];
  return first.pictures.filter(({ entry }) =>
    others.every(({ pictures }) => pictures.some((other) => other.entry.id === entry.id)),
  );
}

function PictureRow({ title, pictures }: { title: string; pictures: readonly FoundPicture[] }) {
  if (pictures.length === 0) return null;
  return (
    <section>
      <p className="over-title">{title}</p>
      <div className="beside__pictures">
        {pictures.map((found) => (
          <ComparedPicture key={found.entry.id} found={found} />
        ))}
      </div>
    </section>
  );
}
