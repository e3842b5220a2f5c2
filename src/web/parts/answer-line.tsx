import type { EnumValue } from '../../client/graphql.js';
import { useWords } from '../language/language-context.js';
import { AnswerMark } from './answer-mark.js';
import './answer-line.css';

export interface UseAnswer {
  readonly use: EnumValue<'Use'>;
  readonly decision: EnumValue<'DecisionValue'>;
  readonly assurance: EnumValue<'Assurance'> | null;
}

/** One answer in words, led by its sign: "No · you control example.com". */
export function AnswerLine({ answer }: { answer: Omit<UseAnswer, 'use'> }) {
  const words = useWords();
  return (
    <span className={`answer-line answer-line--${answer.decision.toLowerCase()}`}>
      <AnswerMark answer={answer.decision} />
      <span>
        {words.decisions[answer.decision]}
        {answer.assurance !== null && (
          <span className="answer-line__grade"> · {words.assurances[answer.assurance]}</span>
        )}
      </span>
    </span>
  );
}

/** The answer about AI training, which is what most people come for; a use that was not asked is unanswered. */
export function TrainingAnswer({ answers }: { answers: readonly UseAnswer[] }) {
  const words = useWords();
  const training = answers.find((answer) => answer.use === 'TRAIN_AI');
  if (training === undefined || training.decision === 'UNKNOWN') {
    return <AnswerLine answer={{ decision: 'UNKNOWN', assurance: null }} />;
  }
  return (
    <span className={`answer-line answer-line--${training.decision.toLowerCase()}`}>
      <AnswerMark answer={training.decision} />
      <span>{words.trainingAnswers[training.decision]}</span>
    </span>
  );
}
