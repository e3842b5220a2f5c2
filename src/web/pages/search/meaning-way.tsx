import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { MeaningState } from '../../fused/operations.js';
import { useQuestion } from '../../server/use-question.js';

/** Leads to the search by words and meaning where it is on, and back. */
export function MeaningWay({ isTogether }: { isTogether: boolean }) {
  const words = useWords();
  const [params] = useSearchParams();
  const [{ data }] = useQuestion({ query: MeaningState });
  if (data?.registry.meaning.state !== 'READY' && !isTogether) return null;
  const other = new URLSearchParams(params);
  other.delete('pages');
  if (isTogether) other.delete('way');
  else other.set('way', 'together');
  return (
    <Link to={`/search?${other.toString()}`}>
      {isTogether ? words.fused.onlyWords : words.fused.together}
    </Link>
  );
}
