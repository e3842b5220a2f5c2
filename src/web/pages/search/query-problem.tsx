import type { ResultOf } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Notice } from '../../parts/notice.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { wordOf } from '../../server/enum-words.js';
import type { SearchEntries } from './operations.js';

type Refused = Extract<ResultOf<typeof SearchEntries>['searchEntries'], { __typename: 'InvalidSearchError' }>;

/** Why a search was not carried out; where a piece of its words is to blame, that piece is marked. */
export function QueryProblem({ refused, typed }: { refused: Refused; typed: string }) {
  const words = useWords();
  const { problem, position, length } = refused;
  if (problem === null || position === null || length === null) {
    return <ProblemNote problem={{ kind: 'refused', refusal: refused }} />;
  }
  const { title, nextStep } = words.search.problems[wordOf(problem)];
  const end = position + length;
  return (
    <Notice tone="bad" role="alert">
      <p className="notice__title">{title}</p>
      <p className="query-problem" dir="auto">
        {typed.slice(Math.max(0, position - 60), position)}
        <mark>{typed.slice(position, Math.min(end, position + 60))}</mark>
        {typed.slice(end, end + 60)}
      </p>
      <p>{nextStep}</p>
    </Notice>
  );
}
