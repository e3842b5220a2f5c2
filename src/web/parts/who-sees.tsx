import { useWords } from '../language/language-context.js';
import './who-sees.css';

/** What becomes public and what does not, before anybody gives it. */
export function WhoSees({ isWork = false }: { isWork?: boolean }) {
  const { whoSees } = useWords();
  const [everyone, onlyYou] = isWork
    ? [whoSees.everyoneOfWork, whoSees.privateOfWork]
    : [whoSees.everyoneList, whoSees.privateList];
  return (
    <div className="who-sees">
      <section>
        <h2 className="who-sees__title">{whoSees.everyone}</h2>
        <ul>
          {everyone.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="who-sees__title">{whoSees.private}</h2>
        <ul>
          {onlyYou.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
