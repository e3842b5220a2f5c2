import { Link } from 'react-router';
import { useLanguage } from '../../language/language-context.js';
import type { PlaceStatement } from '../../statements/place-statements.js';
import { StatementSentence } from '../../statements/statement-sentence.js';

/** What one side of a dispute answered for the place; the stricter answer holds until it is decided. */
export function SideAnswers({ answers }: { answers: readonly PlaceStatement[] }) {
  const { words, formats } = useLanguage();
  return (
    <section className="stack stack--tight">
      <h4>{words.moderation.answers}</h4>
      {answers.length === 0 ? (
        <p className="soft">{words.moderation.noAnswers}</p>
      ) : (
        <ul className="stack stack--tight">
          {answers.map((statement) => (
            <li key={statement.id}>
              <StatementSentence statement={statement} />
              <br />
              <Link to={`/statements/${statement.id}`} className="note">
                {words.statement.title(formats.count(statement.logIndex))}, {formats.day(statement.statedAt)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
