import { useState } from 'react';
import { useParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { ConfirmAddress } from '../../parts/sign-in/operations.js';
import { useAction } from '../../server/use-action.js';

/** Where the link in the confirmation mail leads. */
export function ConfirmPage() {
  const words = useWords();
  const { token = '' } = useParams();
  const [isDone, setDone] = useState(false);
  const confirmation = useAction(ConfirmAddress, (data) => data.confirmAddress);

  const confirm = async (): Promise<void> => {
    setDone((await confirmation.run({ input: { token } })) !== undefined);
  };
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={words.confirm.title}>{words.confirm.title}</PageTitle>
      <ProblemNote problem={confirmation.problem} />
      {isDone ? (
        <>
          <Notice tone="good" role="status">
            <p>{words.confirm.done}</p>
          </Notice>
          <div className="row">
            <ButtonLink to="/desk">{words.nav.desk}</ButtonLink>
          </div>
        </>
      ) : (
        <>
          <p className="lead">{words.confirm.why}</p>
          <div className="row">
            <Button look="filled" isBusy={confirmation.isBusy} onClick={() => void confirm()}>
              {words.confirm.action}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
