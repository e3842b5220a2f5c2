import { MeaningState } from '../../fused/operations.js';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { CheckField } from '../../parts/check-field.js';
import { TextField } from '../../parts/text-field.js';
import { useQuestion } from '../../server/use-question.js';
import type { Beside } from './beside.js';

interface BesideFormProps {
  beside: Beside;
  isBusy: boolean;
  onBeside: (beside: Beside) => void;
  /** Searches anew with what is given. */
  onSearch: () => void;
}

/** Words beside the picture, and, where a model is at work, whether to go by its meaning. */
export function BesideForm({ beside, isBusy, onBeside, onSearch }: BesideFormProps) {
  const words = useWords().pictureSearch;
  const [{ data }] = useQuestion({ query: MeaningState });
  return (
    <ActionForm
      action={{ isBusy, problem: undefined }}
      label={words.again}
      look="outline"
      onSubmit={() => {
        onSearch();
        return Promise.resolve();
      }}
    >
      <TextField
        label={words.beside}
        hint={words.besideHint}
        maxLength={1_000}
        value={beside.words}
        onValue={(typed) => {
          onBeside({ ...beside, words: typed });
        }}
      />
      {data?.registry.meaning.state === 'READY' && (
        <CheckField
          label={words.meaningToo}
          isChecked={beside.byMeaning}
          onChecked={(byMeaning) => {
            onBeside({ ...beside, byMeaning });
          }}
        />
      )}
    </ActionForm>
  );
}
