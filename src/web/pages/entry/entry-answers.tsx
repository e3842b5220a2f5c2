import { useWords } from '../../language/language-context.js';
import { AnswerLine, type UseAnswer } from '../../parts/answer-line.js';
import '../../parts/use-list.css';

/** The answer for each use, each use in plain words. */
export function EntryAnswers({ answers }: { answers: readonly UseAnswer[] }) {
  const words = useWords();
  return (
    <section className="stack">
      <h2>{words.entry.answers}</h2>
      <ul className="use-list">
        {answers.map((answer) => (
          <li key={answer.use}>
            <div>
              <h3>{words.uses[answer.use].name}</h3>
              <p className="note">{words.uses[answer.use].meaning}</p>
            </div>
            <AnswerLine answer={answer} />
          </li>
        ))}
      </ul>
      <p className="note">{words.notPermission}</p>
    </section>
  );
}
