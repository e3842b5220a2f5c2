import { useEffect } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../language/language-context.js';
import type { Messages } from '../../messages/en.js';
import { Button } from '../../parts/button.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { RecoveryCodes } from '../../parts/sign-in/recovery-codes.js';
import { SignInPanel } from '../../parts/sign-in/sign-in-panel.js';
import { WhoSees } from '../../parts/who-sees.js';
import { useSession } from '../../session/use-session.js';
import type { PlaceStatement } from '../../statements/place-statements.js';
import { writeCarriedDraft } from './carried-draft.js';
import { type AnswerDraft, saysYes } from './draft.js';
import { placeOf } from './draft-place.js';
import type { Flow } from './flow.js';
import { FlowProblem } from './flow-problem.js';
import { useAnswerElsewhere } from './use-answer-elsewhere.js';

/** Who says it. Nothing is asked of those who are signed in already, in this tab or another. */
export function SignInStep({ flow }: { flow: Flow }) {
  const words = useWords();
  const { renew } = useSession();
  const found = useAnswerElsewhere(flow);
  const isMine = found?.isMine === true;
  // Who is signed in sees whether it is theirs; else it may be.
  const elsewhere = isMine || flow.viewer === null ? found : undefined;

  useEffect(() => {
    if (isMine) {
      renew();
    }
  }, [isMine, renew]);

  return (
    <div className="stack stack--loose">
      <PageTitle tab={words.sayNo.tab} over={words.sayNo.stepOf(3)}>
        {words.sayNo.signInTitle}
      </PageTitle>
      {elsewhere === undefined ? (
        <p className="lead">{words.sayNo.signInWhy}</p>
      ) : (
        <RecordedElsewhere statement={elsewhere} />
      )}
      {flow.recoveryCodes.length > 0 && <RecoveryCodes codes={flow.recoveryCodes} onKept={flow.codesKept} />}
      <FlowProblem flow={flow} />
      {!isMine && <WayOn flow={flow} />}
      <WhoSees isWork={placeOf(flow.draft).kind === 'CONTENT'} />
    </div>
  );
}

function RecordedElsewhere({ statement }: { statement: PlaceStatement }) {
  const words = useWords();
  return (
    <Notice tone="good" role="status">
      <p className="notice__title">{words.sayNo.elsewhere}</p>
      <p>{statement.isMine ? words.sayNo.elsewhereMine : words.sayNo.elsewherePerhaps}</p>
      <div className="row">
        <Link to={`/statements/${statement.id}`}>{words.statement.seeRecord}</Link>
        {statement.isMine && <Link to="/desk">{words.done.toDesk}</Link>}
      </div>
    </Notice>
  );
}

function mailHint(draft: AnswerDraft, carried: string | undefined, words: Messages): string {
  if (carried === undefined) {
    return words.sayNo.mailWithout;
  }
  return draft.mailed === undefined ? words.sayNo.mailOlder : words.sayNo.mailCarries;
}

function WayOn({ flow }: { flow: Flow }) {
  const words = useWords();
  const { draft, viewer } = flow;
  const action = saysYes(draft) ? words.sayNo.record : words.sayNo.recordNo;
  const carried = writeCarriedDraft(draft);
  if (viewer === null) {
    return (
      <SignInPanel
        isReturning={false}
        registerAction={action}
        draft={carried}
        sentHint={mailHint(draft, carried, words)}
        onMailSent={flow.mailSent}
        onSignedIn={() => {
          flow.signedIn([]);
        }}
        onRegistered={flow.signedIn}
      />
    );
  }
  return (
    <div className="stack">
      {viewer.email !== null && (
        <p>
          {words.signIn.signedInAs} <ForeignText text={viewer.email} />
        </p>
      )}
      <div className="row">
        <Button look="filled" isBusy={flow.isBusy} onClick={flow.finish}>
          {action}
        </Button>
      </div>
    </div>
  );
}
