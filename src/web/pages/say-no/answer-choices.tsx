import type { EnumValue } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { AnswerMark } from '../../parts/answer-mark.js';
import type { AnswerDraft } from './draft.js';

const CHOICES = [
  { preference: 'DENY', mark: 'DENIED' },
  { preference: 'ALLOW', mark: 'ALLOWED' },
  { preference: 'CONDITIONAL', mark: 'CONDITIONAL' },
] as const satisfies readonly { preference: EnumValue<'Preference'>; mark: EnumValue<'DecisionValue'> }[];

interface AnswerChoicesProps {
  isBusy: boolean;
  onAnswer: (answers: AnswerDraft['answers']) => void;
}

/** The three answers about AI training. Each says what it means before it is pressed. */
export function AnswerChoices({ isBusy, onAnswer }: AnswerChoicesProps) {
  const words = useWords();
  return (
    <ul className="answer-choices">
      {CHOICES.map(({ preference, mark }) => (
        <li key={preference}>
          <button
            type="button"
            className={`answer-choice answer-choice--${preference.toLowerCase()}`}
            aria-busy={isBusy || undefined}
            aria-describedby={`means-${preference}`}
            onClick={() => {
              if (!isBusy) {
                onAnswer({ TRAIN_AI: preference });
              }
            }}
          >
            <AnswerMark answer={mark} />
            <span className="answer-choice__word">{words.preferences[preference]}</span>
          </button>
          <p id={`means-${preference}`} className="note">
            {words.sayNo.means[preference]}
          </p>
        </li>
      ))}
    </ul>
  );
}
