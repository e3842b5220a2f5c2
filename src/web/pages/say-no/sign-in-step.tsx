import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { PageTitle } from '../../parts/page-title.js';
import { RecoveryCodes } from '../../parts/sign-in/recovery-codes.js';
import { SignInPanel } from '../../parts/sign-in/sign-in-panel.js';
import { WhoSees } from '../../parts/who-sees.js';
import { isPlainNo } from './draft.js';
import type { Flow } from './flow.js';
import { FlowProblem } from './flow-problem.js';

/** Who says it. Nothing is asked of those who are signed in already, in this tab or another. */
export function SignInStep({ flow }: { flow: Flow }) {
  const words = useWords();
  const action = isPlainNo(flow.draft) ? words.sayNo.recordNo : words.sayNo.record;
  return (
    <div className="stack stack--loose">
      <PageTitle tab={words.sayNo.tab} over={words.sayNo.stepOf(3)}>
        {words.sayNo.signInTitle}
      </PageTitle>
      <p className="lead">{words.sayNo.signInWhy}</p>
      {flow.recoveryCodes.length > 0 && <RecoveryCodes codes={flow.recoveryCodes} onKept={flow.codesKept} />}
      <FlowProblem flow={flow} />
      {flow.viewer === null ? (
        <SignInPanel
          isReturning={false}
          registerAction={action}
          onMailSent={flow.mailSent}
          onSignedIn={() => {
            flow.signedIn([]);
          }}
          onRegistered={flow.signedIn}
        />
      ) : (
        <div className="stack">
          {flow.viewer.email !== null && (
            <p>
              {words.signIn.signedInAs} <ForeignText text={flow.viewer.email} />
            </p>
          )}
          <div className="row">
            <Button look="filled" isBusy={flow.isBusy} onClick={flow.finish}>
              {action}
            </Button>
          </div>
        </div>
      )}
      <WhoSees />
    </div>
  );
}
