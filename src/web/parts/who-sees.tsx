import { useWords } from '../language/language-context.js';
import './who-sees.css';

/** What becomes public and what does not, before anybody gives it. */
export function WhoSees() {
  const words = useWords();
  return (
    <div className="who-sees">
      <section>
        <h2 className="who-sees__title">{words.whoSees.everyone}</h2>
        <ul>
          {words.whoSees.everyoneList.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="who-sees__title">{words.whoSees.private}</h2>
        <ul>
          {words.whoSees.privateList.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
