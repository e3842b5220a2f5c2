import { useLanguage } from '../language/language-context.js';
import { useSession } from '../session/use-session.js';

/** Said on every page while the log lacks leaves of one that it continues: a yes counts nowhere then. */
export function LostLeavesNote() {
  const { words, formats } = useLanguage();
  const { continues } = useSession();
  const lost = continues.filter(({ held, size }) => BigInt(held) < BigInt(size));
  return lost.map(({ origin, held, size }) => (
    <p key={origin} className="shell__note" role="status">
      {words.lostLeaves(origin, formats.count(held), formats.count((BigInt(size) - 1n).toString()))}
    </p>
  ));
}
