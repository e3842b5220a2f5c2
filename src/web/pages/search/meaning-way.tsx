import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useWords } from '../../language/language-context.js';
import { Disclosure } from '../../parts/disclosure.js';
import { MeaningState } from '../../fused/operations.js';

const MODEL = 'Xenova/clip-vit-base-patch32';

/** Leads to the search by words and meaning where it is on, and says how it is had where it is not. */
export function MeaningWay({ isTogether }: { isTogether: boolean }) {
  const words = useWords();
  const [params] = useSearchParams();
  const [{ data }] = useQuery({ query: MeaningState });
  if (data === undefined) return null;
  const { state, model } = data.registry.meaning;
  if (state !== 'READY' && !isTogether) {
    return (
      <Disclosure title={words.meaning.title}>
        <p>{words.meaning.states[state]}</p>
        <p>
          {words.meaning.forOperators} <code>assent models pull {model ?? MODEL}</code>
        </p>
        <p className="note">{words.meaning.learned}</p>
      </Disclosure>
    );
  }
  const other = new URLSearchParams(params);
  other.delete('pages');
  if (isTogether) other.delete('way');
  else other.set('way', 'together');
  return (
    <p>
      <Link to={`/search?${other.toString()}`}>
        {isTogether ? words.fused.onlyWords : words.fused.together}
      </Link>
    </p>
  );
}
