import { Link } from 'react-router';
import { useWords } from '../language/language-context.js';
import { AnswerMark } from './answer-mark.js';
import './wordmark.css';

/** The name of the registry, led by its sign: the barred disc of a no. */
export function Wordmark() {
  const words = useWords();
  return (
    <Link to="/" className="wordmark" aria-label={words.nav.home}>
      <AnswerMark answer="DENIED" />
      Assent
    </Link>
  );
}
