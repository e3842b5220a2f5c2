import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { WhoSees } from '../../parts/who-sees.js';
import { AnswerSummary } from '../say-no/answer-summary.js';
import { type AnswerDraft, saysYes } from '../say-no/draft.js';
import { type AnswerByLink, useAnswerLink } from './use-answer-link.js';

interface AnswerLinkProps {
  token: string;
  carried: AnswerDraft;
}

/**
 * An answer that came with a mailed link. One press signs in and records it; none does so unasked, because whoever asked for
 * the mail wrote the answer, and that may be a stranger who knows the reader's address.
 */
export function AnswerLink({ token, carried }: AnswerLinkProps) {
  const words = useWords();
  const answer = useAnswerLink(token, carried);
  return (
    <>
      <PageTitle tab={words.signIn.title}>{words.carried.title}</PageTitle>
      <AnswerSummary draft={answer.draft} />
      {saysYes(answer.draft) && (
        <Notice tone="care">
          <p>{words.conditions.warning}</p>
        </Notice>
      )}
      <p>{words.carried.why}</p>
      <ProblemNote problem={answer.problem} />
      {answer.isSpent ? (
        <div className="row">
          <Button look="filled" onClick={() => void answer.goOn('sign-in')}>
            {words.carried.goOn}
          </Button>
        </div>
      ) : (
        <Choices answer={answer} />
      )}
      <WhoSees isWork={answer.draft.file !== undefined} />
    </>
  );
}

function Choices({ answer }: { answer: AnswerByLink }) {
  const words = useWords();
  const { draft, isBusy, problem, hasEntered } = answer;
  const { record, recordNo } = hasEntered ? words.sayNo : words.carried;
  return (
    <>
      <div className="row">
        <Button look={saysYes(draft) ? 'filled' : 'no'} isBusy={isBusy} onClick={() => void answer.record()}>
          {saysYes(draft) ? record : recordNo}
        </Button>
        {hasEntered && problem !== undefined && (
          <Button onClick={() => void answer.goOn('answer')}>{words.carried.change}</Button>
        )}
      </div>
      <div className="stack stack--tight">
        <p className="note">{words.carried.notYours}</p>
        <Button look="plain" isBusy={isBusy} onClick={() => void answer.enterOnly()}>
          {words.carried.without}
        </Button>
      </div>
    </>
  );
}
