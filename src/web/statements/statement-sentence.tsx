import type { EnumValue } from '../../client/graphql.js';
import { useWords } from '../language/language-context.js';
import { AnswerMark } from '../parts/answer-mark.js';
import '../parts/answer-line.css';

/** The sign and name of the decision that a preference alone would make. */
export const MARKS: Readonly<Record<EnumValue<'Preference'>, EnumValue<'DecisionValue'>>> = {
  ALLOW: 'ALLOWED',
  CONDITIONAL: 'CONDITIONAL',
  DENY: 'DENIED',
};

interface StatementSentenceProps {
  statement: { readonly use: EnumValue<'Use'>; readonly preference: EnumValue<'Preference'> };
}

/** "No to AI training". */
export function StatementSentence({ statement }: StatementSentenceProps) {
  const words = useWords();
  const mark = MARKS[statement.preference];
  return (
    <span className={`answer-line answer-line--${mark.toLowerCase()}`}>
      <AnswerMark answer={mark} />
      <span>{words.sentence(statement.preference, statement.use)}</span>
    </span>
  );
}
