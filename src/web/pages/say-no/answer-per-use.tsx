import { type SyntheticEvent, useState } from 'react';
import type { EnumValue } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { SelectField } from '../../parts/select-field.js';
import { USES } from '../../statements/uses.js';
import type { AnswerDraft } from './draft.js';

type Choice = EnumValue<'Preference'> | 'NONE';

const CHOICES: readonly Choice[] = ['NONE', 'DENY', 'ALLOW', 'CONDITIONAL'];

interface AnswerPerUseProps {
  isBusy: boolean;
  /** What is chosen at first. Default: nothing. */
  chosen?: AnswerDraft['answers'];
  onAnswer: (answers: AnswerDraft['answers']) => void;
}

/** An answer for each use, for those who want to tell them apart. */
export function AnswerPerUse({ isBusy, chosen = {}, onAnswer }: AnswerPerUseProps) {
  const words = useWords();
  const [answers, setAnswers] = useState(chosen);
  const [isTried, setTried] = useState(false);
  const isEmpty = Object.keys(answers).length === 0;

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isEmpty) {
      onAnswer(answers);
    }
  };
  const choose = (use: EnumValue<'Use'>, choice: Choice): void => {
    const next = new Map(Object.entries(answers));
    if (choice === 'NONE') {
      next.delete(use);
    } else {
      next.set(use, choice);
    }
    setAnswers(Object.fromEntries(next));
  };
  return (
    <form className="stack" onSubmit={submit}>
      {USES.map((use) => (
        <SelectField
          key={use}
          label={words.uses[use].name}
          hint={words.uses[use].meaning}
          value={answers[use] ?? 'NONE'}
          options={CHOICES.map((value) => ({
            value,
            label: value === 'NONE' ? words.sayNo.noAnswer : words.preferences[value],
          }))}
          onValue={(choice) => {
            choose(use, choice);
          }}
        />
      ))}
      {isTried && isEmpty && (
        <p className="field__error" role="alert">
          {words.sayNo.chooseOne}
        </p>
      )}
      <div className="row">
        <Button type="submit" isBusy={isBusy}>
          {words.sayNo.giveThese}
        </Button>
      </div>
    </form>
  );
}
