import { useWords } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { PageTitle } from '../../parts/page-title.js';
import './limits.css';

/** Each limit by name, with what answers it, or that nothing does. */
export function LimitsPage() {
  const words = useWords();
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={words.limits.title}>{words.limits.title}</PageTitle>
      <p className="lead">{words.limits.lead}</p>
      <ol className="limits">
        {words.limits.list.map(({ title, text, answer }) => (
          <li key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
            <p className="limits__answer">
              <strong>{answer === undefined ? words.limits.nothingAnswers : words.limits.whatHelps}</strong>{' '}
              {answer}
            </p>
          </li>
        ))}
      </ol>
      <p className="lead">{words.limits.close}</p>
      <div className="row">
        <ButtonLink look="no" to="/say-no">
          {words.home.sayNo}
        </ButtonLink>
        <ButtonLink to="/search">{words.home.find}</ButtonLink>
      </div>
    </div>
  );
}
