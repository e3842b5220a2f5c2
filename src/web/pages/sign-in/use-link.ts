import { useState } from 'react';
import { SignInWithLink } from '../../parts/sign-in/operations.js';
import type { Problem } from '../../server/problem.js';
import { useSession } from '../../session/use-session.js';
import { useSignIn } from '../../session/use-sign-in.js';

export interface MailedLink {
  /** Signs in by the link, the first time; answers whether somebody is signed in by it. */
  readonly enter: () => Promise<boolean>;
  readonly hasEntered: boolean;
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
}

export function useLink(token: string): MailedLink {
  const { renew } = useSession();
  const { run, isBusy, problem } = useSignIn(SignInWithLink, (data) => data.signInWithLink);
  const [hasEntered, setEntered] = useState(false);

  const enter = async (): Promise<boolean> => {
    // It works once; what is left to do after it may be tried again.
    if (hasEntered) {
      return true;
    }
    const isIn = (await run({ input: { token } })) !== undefined;
    if (isIn) {
      setEntered(true);
      renew();
    }
    return isIn;
  };
  return { enter, hasEntered, isBusy, problem };
}
