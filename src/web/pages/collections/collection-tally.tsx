import type { ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { Notice } from '../../parts/notice.js';
import type { CollectionParts } from './operations.js';

export type CollectionCounts = ResultOf<typeof CollectionParts>['counts'];

/** "12 works · 2 exceptions". */
export function CollectionTally({ counts }: { counts: CollectionCounts }) {
  const { words, formats } = useLanguage();
  const { follows, excepted, waiting } = counts;
  return (
    <>
      {words.collections.works(formats.amount(follows + excepted + waiting))} ·{' '}
      {words.collections.exceptions(formats.amount(excepted))}
    </>
  );
}

/** That a change is still on its way to some works. */
export function WaitingNote({ waiting }: CollectionCounts) {
  const { words, formats } = useLanguage();
  return waiting === 0 ? null : (
    <Notice tone="care" role="status">
      <p>{words.collections.waiting(formats.amount(waiting))}</p>
    </Notice>
  );
}
