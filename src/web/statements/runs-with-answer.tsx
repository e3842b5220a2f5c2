import { Link } from 'react-router';
import { useLanguage } from '../language/language-context.js';
import { ForeignText } from '../parts/foreign-text.js';

interface RunsWithAnswerProps {
  runs: {
    readonly runs: string;
    readonly builders: readonly {
      readonly name: string;
      readonly isProven: boolean;
      readonly runs: string;
    }[];
  };
  /** What is said before the names. */
  children: string;
}

/** Who, of those who chose to be named, used a snapshot with an answer in it. */
export function RunsWithAnswer({ runs, children }: RunsWithAnswerProps) {
  const { words, formats } = useLanguage();
  const text = words.runsWithAnswer;
  return (
    <>
      <p className="reading">{children}</p>
      {runs.builders.length > 0 && (
        <ul>
          {runs.builders.map(({ name, isProven, runs: some }) => (
            <li key={`${name} ${String(isProven)}`}>
              <ForeignText text={name} />
              {!isProven && <span className="note"> ({text.unproven})</span>},{' '}
              {text.runs(formats.amount(some))}
            </li>
          ))}
        </ul>
      )}
      <p className="note">
        {text.means} <Link to="/transparency#who-asks">{text.whoAsks}</Link>
      </p>
    </>
  );
}
