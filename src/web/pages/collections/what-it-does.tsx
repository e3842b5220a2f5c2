import { useLanguage } from '../../language/language-context.js';
import type { CollectionCounts } from './collection-tally.js';

/** What an answer for all would do, before it is saved: how many works get it, and how many keep another. */
export function WhatItDoes({ counts }: { counts: CollectionCounts }) {
  const { words, formats } = useLanguage();
  const reached = counts.follows + counts.waiting;
  return (
    <>
      <p>
        {reached === 0 ? words.collections.reachesNone : words.collections.reaches(formats.amount(reached))}
      </p>
      <WhatStays counts={counts} />
    </>
  );
}

/** Which works a change for all leaves as they are. */
export function WhatStays({ counts: { excepted, waiting } }: { counts: CollectionCounts }) {
  const { words, formats } = useLanguage();
  return (
    <>
      {waiting > 0 && <p>{words.collections.undecided(formats.amount(waiting))}</p>}
      <p>
        {excepted === 0 ? words.collections.noExceptions : words.collections.stay(formats.amount(excepted))}
      </p>
    </>
  );
}
