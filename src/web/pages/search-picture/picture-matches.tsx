import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../language/language-context.js';
import { EntryCard } from '../../parts/entry-card.js';
import { Notice } from '../../parts/notice.js';
import { SafetySwitch } from '../../safety/safety-switch.js';
import type { Messages } from '../../messages/en.js';
import type { FoundByPicture, MatchFacts } from './found-by-picture.js';

interface PictureMatchesProps {
  found: FoundByPicture;
  /** The way to an answer, from whoever asked. */
  children: ReactNode;
}

/** What was found, each with how sure that is; and how much could not be found because nobody looked at it. */
export function PictureMatches({ found, children }: PictureMatchesProps) {
  const { words, formats } = useLanguage();
  const { matches, matchesHidden, isPlain, rowsHeld, rowsFingerprinted } = found;
  const looked = formats.amount(rowsFingerprinted);
  const searched =
    rowsFingerprinted === rowsHeld
      ? words.pictureSearch.searchedAll(looked)
      : words.pictureSearch.searched(looked, formats.amount(rowsHeld));
  return (
    <section className="stack stack--loose" aria-labelledby="picture-matches">
      <div className="stack" role="status">
        <h2 id="picture-matches">
          {matches.length === 0
            ? words.search.nothing
            : words.pictureSearch.found(formats.amount(matches.length))}
        </h2>
        {matches.length === 0 && <p className="lead">{words.search.nothingMeans}</p>}
        <p>
          <strong>{searched}</strong> {words.searched.closedModels}
        </p>
      </div>
      {matchesHidden > 0 && (
        <Notice tone="care">
          <p>{words.safety.matchesHidden(formats.amount(matchesHidden))}</p>
          <SafetySwitch />
        </Notice>
      )}
      {isPlain && (
        <Notice tone="care">
          <p>{words.pictureSearch.isPlain}</p>
        </Notice>
      )}
      {children}
      {matches.length > 0 && (
        <ul className="entry-grid">
          {matches.map(({ entry, ...facts }, at) => (
            <EntryCard key={at} entry={entry} remark={remarkOf(facts, words.pictureSearch)} />
          ))}
          <li className="entry-grid__rest" aria-hidden="true" />
        </ul>
      )}
      <p className="note">
        <Link to="/limits">{words.pictureSearch.limits}</Link>
      </p>
    </section>
  );
}

function remarkOf(
  { likeness, distance, orientation, partsCompared, partsAlike }: MatchFacts,
  words: Messages['pictureSearch'],
): string {
  const how = [
    ...(orientation === null || orientation === 'UPRIGHT' ? [] : [words.orientations[orientation]]),
    ...(distance === null ? [] : [words.distance(distance)]),
    ...(partsCompared === null || partsAlike === null || distance !== null
      ? []
      : [words.parts(partsAlike, partsCompared)]),
  ];
  const kind = words.likeness[likeness];
  return likeness === 'SAME_FILE' || how.length === 0 ? kind : `${kind}: ${how.join(', ')}`;
}
