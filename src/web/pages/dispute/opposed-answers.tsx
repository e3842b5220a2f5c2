import { Link } from 'react-router';
import { useLanguage } from '../../language/language-context.js';
import { StatementSentence } from '../../statements/statement-sentence.js';
import { answersOf, type Sided } from './answers-of.js';
import { SideName } from './side-name.js';

/** What each side answers, side by side where there is room, each with its line of the log. */
export function OpposedAnswers({ dispute }: { dispute: Sided }) {
  const { words, formats } = useLanguage();
  const claimants = [...new Set(answersOf(dispute).map(({ claimant }) => claimant))];
  return (
    <section className="section">
      <h2>{words.exchange.opposed}</h2>
      <div className="dispute-sides">
        {claimants.map((claimant) => {
          const answers = answersOf(dispute, claimant);
          return (
            <div key={claimant} className="stack stack--tight">
              <p className="dispute-side">
                <SideName
                  dispute={dispute}
                  claimant={claimant}
                  isOwn={answers.some(({ isMine }) => isMine)}
                />
              </p>
              {answers.map((statement) => (
                <p key={statement.id}>
                  <StatementSentence statement={statement} />
                  <br />
                  <Link to={`/statements/${statement.id}`} className="note">
                    {words.statement.title(formats.count(statement.logIndex))},{' '}
                    {formats.day(statement.statedAt)}
                  </Link>
                </p>
              ))}
            </div>
          );
        })}
      </div>
    </section>
  );
}
