import type { EnumValue } from '../../../client/graphql.js';
import type { Messages } from '../../messages/en.js';
import { AnswerMark } from '../../parts/answer-mark.js';

/** The promise in its three sentences, the answers in the second led by their signs. Read aloud it is plain text. */
export function HomePromise({ text }: { text: Messages['home']['promise'] }) {
  const { see, say, keep } = text;
  return (
    <>
      <span className="promise__line">{see} </span>
      <span className="promise__line">
        {say.before}
        <Marked answer="DENIED" look="no" text={say.no} />
        {say.comma}
        <Marked answer="ALLOWED" look="yes" text={say.yes} />
        {say.or}
        <Marked answer="CONDITIONAL" look="terms" text={say.terms} />
        {say.after}{' '}
      </span>
      <span className="promise__line">{keep}</span>
    </>
  );
}

interface MarkedProps {
  answer: EnumValue<'DecisionValue'>;
  look: 'no' | 'yes' | 'terms';
  text: string;
}

/** The sign stays on one line with the first word after it. */
function Marked({ answer, look, text }: MarkedProps) {
  const [first = '', ...others] = text.split(' ');
  return (
    <span className={`promise__${look}`}>
      <span className="promise__lead">
        <AnswerMark answer={answer} />
        {first}
      </span>
      {others.map((word) => ` ${word}`)}
    </span>
  );
}
