import { DECISION_REASONS, type Deciding, type DecisionReason } from '../../claims/decision-reasons.js';
import { useWords } from '../../language/language-context.js';
import { AreaField } from '../../parts/area-field.js';
import { SelectField } from '../../parts/select-field.js';

export interface Reasoning {
  readonly reasonCode: DecisionReason;
  readonly note: string;
}

interface ReasoningFieldsProps {
  deciding: Deciding;
  reasoning: Reasoning;
  onReasoning: (reasoning: Reasoning) => void;
}

/** The shortest note that the server takes, in characters. */
const SHORTEST_NOTE = 10;

/** No decision without a reason and a note: both sides will read them. */
export function ReasoningFields({ deciding, reasoning, onReasoning }: ReasoningFieldsProps) {
  const words = useWords();
  const codes: readonly DecisionReason[] = DECISION_REASONS[deciding];
  return (
    <>
      <SelectField
        label={words.moderation.reason}
        value={reasoning.reasonCode}
        options={codes.map((value) => ({ value, label: words.moderation.reasons[value] }))}
        onValue={(reasonCode) => {
          onReasoning({ ...reasoning, reasonCode });
        }}
      />
      <AreaField
        label={words.moderation.note}
        hint={words.moderation.noteHint}
        rows={3}
        required
        minLength={SHORTEST_NOTE}
        value={reasoning.note}
        onValue={(note) => {
          onReasoning({ ...reasoning, note });
        }}
      />
    </>
  );
}
