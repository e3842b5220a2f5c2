import { useEffect, useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { PageTitle } from '../../parts/page-title.js';
import { ProviderSignIn } from '../../parts/sign-in/provider-sign-in.js';
import { RecoveryCodes } from '../../parts/sign-in/recovery-codes.js';
import { SignInPanel } from '../../parts/sign-in/sign-in-panel.js';
import { nextPath } from '../../session/next-path.js';
import { askSecondStep } from '../../session/second-step.js';
import { useSession } from '../../session/use-session.js';

export function SignInPage() {
  const words = useWords();
  const { viewer, renew } = useSession();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [params] = useSearchParams();
  const navigate = useNavigate();

  const isHalfway = params.get('provider') === 'second-factor';
  useEffect(() => {
    if (isHalfway) void askSecondStep();
  }, [isHalfway]);

  const next = nextPath(params.get('next'));

  const goOn = (): void => {
    renew();
    void navigate(next, { replace: true });
  };
  if (viewer !== null && codes.length === 0) {
    return <Navigate to={next} replace />;
  }
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={words.signIn.title}>{words.signIn.title}</PageTitle>
      {codes.length > 0 ? (
        <RecoveryCodes takesFocus codes={codes} onKept={goOn} />
      ) : (
        <>
          <p className="lead">{words.signIn.why}</p>
          <SignInPanel isReturning onSignedIn={goOn} onRegistered={setCodes} />
          <ProviderSignIn wasRefused={params.get('provider') === 'refused'} />
        </>
      )}
    </div>
  );
}
