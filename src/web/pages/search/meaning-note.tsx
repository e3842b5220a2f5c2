import { useWords } from '../../language/language-context.js';
import { Disclosure } from '../../parts/disclosure.js';
import { MeaningState } from '../../fused/operations.js';
import { useQuestion } from '../../server/use-question.js';

const MODEL = 'Xenova/clip-vit-base-patch32';

/** Says how the search by meaning is had where it is not on. */
export function MeaningNote() {
  const words = useWords();
  const [{ data }] = useQuestion({ query: MeaningState });
  if (data === undefined || data.registry.meaning.state === 'READY') return null;
  const { state, model } = data.registry.meaning;
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
