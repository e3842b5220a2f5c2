import { useQuery } from 'urql';
import { FusedList } from '../../fused/fused-list.js';
import { useLanguage } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SearchedNote } from '../../parts/searched-note.js';
import { SkeletonPictures } from '../../parts/skeleton.js';
import { useShowsHidden } from '../../safety/use-shows-hidden.js';
import { SearchTogether } from './operations.js';

interface TogetherResultsProps {
  typed: string;
  /** Slug of the one dataset to look in. */
  dataset: string | undefined;
}

/** What words and meaning find, as one list, each with its reasons. */
export function TogetherResults({ typed, dataset }: TogetherResultsProps) {
  const { words, formats } = useLanguage();
  const [showsHidden] = useShowsHidden();
  const input = { words: typed, showsHidden, ...(dataset === undefined ? {} : { dataset }) };
  const [state, again] = useQuery({ query: SearchTogether, variables: { input } });
  return (
    <Answered
      state={state}
      waiting={<SkeletonPictures />}
      onRetry={() => {
        again({ requestPolicy: 'network-only' });
      }}
    >
      {({ searchTogether: found }) => {
        if (found.__typename !== 'TogetherMatches')
          return <ProblemNote problem={{ kind: 'refused', refusal: found }} />;
        return (
          <>
            <SearchedNote searched={found.searched} sayNoPath="/say-no" />
            <ul className="way-list stack">
              {found.ways.map(({ way, found: brought, obstacle }) => (
                <li key={way} className="note">
                  {obstacle === null
                    ? words.fused.found[way](formats.amount(brought))
                    : words.fused.closed[way]}
                </li>
              ))}
            </ul>
            {found.matches.length === 0 ? (
              <h2>{words.search.nothing}</h2>
            ) : (
              <FusedList matches={found.matches} />
            )}
            {!showsHidden && <p className="note">{words.safety.leftOut}</p>}
          </>
        );
      }}
    </Answered>
  );
}
