import { useProvePlace } from '../../claims/use-prove-place.js';
import { useWords } from '../../language/language-context.js';
import type { Messages } from '../../messages/en.js';
import { Button } from '../../parts/button.js';
import { ProblemNote } from '../../parts/problem-note.js';
import type { PlaceStatement } from '../../statements/place-statements.js';
import { type StatementWeight, weighStatement } from '../../statements/weigh-statement.js';
import './answer-weight.css';

/** Says of an answer that does not count in full why that is, and what mends it. */
export function AnswerWeight({ statement }: { statement: PlaceStatement }) {
  const words = useWords();
  const { prove, isBusy, problem } = useProvePlace();
  const weight = weighStatement(statement, new Date());
  const { subjectKind: kind, address, capacity } = statement;
  // What was set aside is told with the dispute in which it was.
  if (weight.counts === 'all' || weight.obstacle === 'suspended') {
    return null;
  }
  const isPlace = kind !== 'CONTENT' && kind !== 'ACCOUNT';
  return (
    <div className="answer-weight">
      <p>
        <strong>{words.desk.counts[weight.counts]}</strong> {whyNot(weight, words)}
      </p>
      {isPlace && address !== null && weight.isWaiting && (
        <Button
          look="plain"
          aria-label={`${words.done.prove}: ${address}`}
          isBusy={isBusy}
          onClick={() => void prove({ kind, address, capacity })}
        >
          {words.done.prove}
        </Button>
      )}
      <ProblemNote problem={problem} />
    </div>
  );
}

function whyNot({ obstacle, counts }: StatementWeight, words: Messages): string {
  switch (obstacle) {
    case undefined:
      return '';
    case 'place-no-needs-verification':
      return words.done.countsLaterNo;
    case 'yes-needs-verification':
      return counts === 'its-no' ? words.done.countsLaterTerms : words.done.countsLaterYes;
    default:
      return words.reasons[obstacle];
  }
}
