import { Link } from 'react-router';
import { graphql } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Notice } from '../notice.js';
import { useQuestion } from '../../server/use-question.js';

const SecondStepState = graphql(`
  query SecondStepState {
    viewer {
      id
      role
      secondFactorSince
    }
  }
`);

/** Asks those who decide about others to turn the second step on. */
export function SecondStepUrge() {
  const words = useWords();
  const [{ data }] = useQuestion({ query: SecondStepState });
  const viewer = data?.viewer;
  if (viewer?.secondFactorSince !== null) return null;
  if (viewer.role !== 'MODERATOR' && viewer.role !== 'ADMIN') return null;
  return (
    <Notice tone="care">
      <p className="notice__title">{words.secondStep.urge}</p>
      <p>{words.secondStep.urgeWhy}</p>
      <Link to="/account#second-step">{words.secondStep.turnOnTitle}</Link>
    </Notice>
  );
}
