import type { ResultOf } from '../../client/graphql.js';
import { useLanguage } from '../language/language-context.js';
import type { Formats } from '../language/formats.js';
import type { Messages } from '../messages/en.js';
import { EntryCard } from '../parts/entry-card.js';
import type { FusedMatchParts } from './fused-fragment.js';

type Match = ResultOf<typeof FusedMatchParts>;
type Reason = Match['reasons'][number];

/** Entries with what each was found by. */
export function FusedList({ matches }: { matches: readonly Match[] }) {
  const { words, formats } = useLanguage();
  return (
    <ul className="entry-grid">
      {matches.map(({ entry, reasons }) => (
        <EntryCard
          key={entry.id}
          entry={entry}
          remark={reasons.map((reason) => remarkOf(reason, words, formats)).join(' · ')}
        />
      ))}
      <li className="entry-grid__rest" aria-hidden="true" />
    </ul>
  );
}

function remarkOf(reason: Reason, words: Messages, { measure }: Formats): string {
  const { way, similarity, meaning, likeness, distance } = reason;
  if (way === 'WORDS') return words.fused.words;
  if (way === 'LIKENESS') {
    const kind = likeness === null ? '' : words.pictureSearch.likeness[likeness];
    return distance === null || distance === 0 ? kind : `${kind}: ${words.pictureSearch.distance(distance)}`;
  }
  const near = similarity === null ? '' : measure(similarity);
  return meaning === null ? words.fused.meaning(near) : words.fused.meanings[meaning](near);
}
