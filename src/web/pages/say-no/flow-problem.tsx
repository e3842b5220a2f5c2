import type { EnumValue } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ProblemNote } from '../../parts/problem-note.js';
import type { Flow } from './flow.js';

const ABOUT_THE_PLACE: readonly EnumValue<'ErrorCode'>[] = ['INVALID_ADDRESS', 'PUBLIC_SUFFIX'];

/** Why the record did not take the answer, and the way back to what has to change. */
export function FlowProblem({ flow }: { flow: Flow }) {
  const words = useWords();
  const isAboutThePlace =
    flow.problem?.kind === 'refused' && ABOUT_THE_PLACE.includes(flow.problem.refusal.code);
  return (
    <>
      <ProblemNote problem={flow.problem} />
      {isAboutThePlace && (
        <div className="row">
          <Button
            onClick={() => {
              flow.go('place');
            }}
          >
            {words.sayNo.changeAddress}
          </Button>
        </div>
      )}
    </>
  );
}
