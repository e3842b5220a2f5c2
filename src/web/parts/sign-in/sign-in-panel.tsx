import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { useRenewOnReturn } from '../../session/use-renew-on-return.js';
import { useSession } from '../../session/use-session.js';
import { Button } from '../button.js';
import { Disclosure } from '../disclosure.js';
import { Notice } from '../notice.js';
import { SkeletonLines } from '../skeleton.js';
import { MailSignIn } from './mail-sign-in.js';
import { PasswordSignIn } from './password-sign-in.js';
import { RegisterForm } from './register-form.js';
import type { SignInProps } from './sign-in-props.js';

interface SignInPanelProps extends SignInProps {
  onRegistered: (recoveryCodes: readonly string[]) => void;
  /** Whether somebody who comes here most likely has an account already. */
  isReturning: boolean;
  registerAction?: string;
}

/** The ways in that this registry offers: by mail where it can send any, else by password. */
export function SignInPanel(props: SignInPanelProps) {
  const words = useWords();
  const { registry, isUnknown, renew } = useSession();
  useRenewOnReturn(renew);
  if (isUnknown) {
    return <SkeletonLines />;
  }
  if (registry?.mailEnabled === true) {
    return (
      <div className="stack stack--loose">
        <MailSignIn {...props} />
        <Disclosure title={words.signIn.byPassword}>
          <ByPassword {...props} isReturning />
        </Disclosure>
      </div>
    );
  }
  return (
    <div className="stack">
      <Notice>
        <p>{words.signIn.noMail}</p>
      </Notice>
      <ByPassword {...props} />
    </div>
  );
}

function ByPassword({ onSignedIn, onRegistered, isReturning, registerAction }: SignInPanelProps) {
  const words = useWords();
  const [hasAccount, setHasAccount] = useState(isReturning);
  return (
    <div className="stack">
      {hasAccount ? (
        <PasswordSignIn onSignedIn={onSignedIn} />
      ) : (
        <RegisterForm onRegistered={onRegistered} action={registerAction} />
      )}
      <Button
        look="plain"
        onClick={() => {
          setHasAccount(!hasAccount);
        }}
      >
        {hasAccount ? words.signIn.noAccountYet : words.signIn.haveAccount}
      </Button>
    </div>
  );
}
