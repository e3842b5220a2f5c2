import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { PageTitle } from '../../parts/page-title.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SignInWithLink } from '../../parts/sign-in/operations.js';
import { useAction } from '../../server/use-action.js';
import { useSession } from '../../session/use-session.js';
import { dropHandedOver, handedOver, keepDraft } from '../say-no/draft.js';

/**
 * Where the mailed link leads. It needs a press, because mail scanners open links and would use it up. An answer that
 * waited for the sign-in goes on here.
 */
export function LinkPage() {
  const words = useWords();
  const { token = '' } = useParams();
  const { renew } = useSession();
  const [waiting] = useState(handedOver);
  const navigate = useNavigate();
  const signIn = useAction(SignInWithLink, (data) => data.signInWithLink);

  const confirm = async (): Promise<void> => {
    if ((await signIn.run({ input: { token } })) === undefined) {
      return;
    }
    renew();
    if (waiting !== undefined) {
      keepDraft(waiting);
      dropHandedOver();
    }
    await navigate(waiting === undefined ? '/desk' : '/say-no?step=sign-in', { replace: true });
  };
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={words.signIn.title}>{words.signIn.linkTitle}</PageTitle>
      <p className="lead">{waiting === undefined ? words.signIn.linkWhy : words.signIn.linkGoesOn}</p>
      <ProblemNote problem={signIn.problem} />
      <div className="row">
        <Button look="filled" isBusy={signIn.isBusy} onClick={() => void confirm()}>
          {words.signIn.linkConfirm}
        </Button>
      </div>
      {waiting === undefined && <p className="note">{words.signIn.linkElsewhere}</p>}
    </div>
  );
}
