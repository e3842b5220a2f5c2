import type { EnumValue } from '../../../client/graphql.js';
import { DECISION_REASONS, type Deciding, NOTE_LENGTH } from '../../../core/moderation/decision-reasons.js';
import { useWords } from '../../language/language-context.js';
import { AreaField } from '../../parts/area-field.js';
import { Button } from '../../parts/button.js';
import { SelectField } from '../../parts/select-field.js';
import { enumOf } from '../../server/enum-words.js';
import { DECISION_TEMPLATES } from './decision-templates.js';

export interface Reasoning {
  readonly reasonCode: EnumValue<'DecisionReason'>;
  readonly note: string;
}

/** The likeliest reason for a decision, and nothing written yet. */
export function unreasoned(deciding: Deciding): Reasoning {
  return { reasonCode: enumOf(DECISION_REASONS[deciding][0]), note: '' };
}

const LANGUAGES = [
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
] as const;

/** Who reads the note of a decision that has no sides before them. */
const NOTE_READERS: Partial<Record<Deciding, 'moderators'>> = {
  'set-aside': 'moderators',
  'let-speak': 'moderators',
  'show-again': 'moderators',
  'hide-name': 'moderators',
  'show-name': 'moderators',
};

interface ReasoningFieldsProps {
  deciding: Deciding;
  reasoning: Reasoning;
  onReasoning: (reasoning: Reasoning) => void;
}

/** No decision without a reason and a note, and who will read the note is said. */
export function ReasoningFields({ deciding, reasoning, onReasoning }: ReasoningFieldsProps) {
  const words = useWords();
  const codes = DECISION_REASONS[deciding].map((word) => enumOf(word));
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
      {reasoning.reasonCode === 'ILLEGAL' && <p className="note">{words.moderation.illegalMeans}</p>}
      <div className="row">
        {LANGUAGES.map(({ code, name }) => (
          <Button
            key={code}
            look="plain"
            onClick={() => {
              onReasoning({ ...reasoning, note: DECISION_TEMPLATES[code][reasoning.reasonCode] });
            }}
          >
            <span>
              {words.moderation.template} (<span lang={code}>{name}</span>)
            </span>
          </Button>
        ))}
      </div>
      <AreaField
        label={words.moderation.note}
        hint={words.moderation.noteHints[NOTE_READERS[deciding] ?? 'sides']}
        rows={3}
        required
        minLength={NOTE_LENGTH.least}
        maxLength={NOTE_LENGTH.most}
        value={reasoning.note}
        onValue={(note) => {
          onReasoning({ ...reasoning, note });
        }}
      />
    </>
  );
}
