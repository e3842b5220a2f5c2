import type { EnumValue } from '../../client/graphql.js';
import './answer-mark.css';

type Answer = EnumValue<'DecisionValue'>;

const SHAPES: Readonly<Record<Answer, React.ReactNode>> = {
  DENIED: (
    <>
      <circle cx="12" cy="12" r="11" fill="currentColor" />
      <rect x="5" y="10" width="14" height="4" rx="1" className="answer-mark__cut" />
    </>
  ),
  ALLOWED: (
    <>
      <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M6.5 12.4 10.4 16.2 17.6 8.2" fill="none" stroke="currentColor" strokeWidth="2.6" />
    </>
  ),
  CONDITIONAL: (
    <>
      <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M12 2a10 10 0 0 0 0 20z" fill="currentColor" />
    </>
  ),
  UNKNOWN: (
    <circle
      cx="12"
      cy="12"
      r="10"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeDasharray="3.3 2.98"
    />
  ),
};

/**
 * The sign of an answer: a barred disc, a ticked ring, a half-filled ring, a broken ring. They differ in shape, so that
 * colour is never needed to tell them apart; the words always stand beside them.
 */
export function AnswerMark({ answer }: { answer: Answer }) {
  return (
    <svg
      className={`answer-mark answer-mark--${answer.toLowerCase()}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      {SHAPES[answer]}
    </svg>
  );
}
