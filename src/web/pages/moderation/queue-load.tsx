import type { ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import type { QueueLoad } from './operations.js';

/** How much of each harm waits, and since when. */
export function LoadLine({ load }: { load: ResultOf<typeof QueueLoad>['queueLoad'] }) {
  const { words, formats } = useLanguage();
  if (load.length === 0) return <p className="soft">{words.moderation.noCases}</p>;
  return (
    <ul className="load">
      {load.map(({ harm, cases, items, waitsSince }) => (
        <li key={harm} className="load__part">
          {words.moderation.harms[harm]}: <strong>{formats.count(cases)}</strong>
          <br />
          <span className="note">
            {words.moderation.loadOf(formats.count(items), formats.day(waitsSince))}
          </span>
        </li>
      ))}
    </ul>
  );
}
