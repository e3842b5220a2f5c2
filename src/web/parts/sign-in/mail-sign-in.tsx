import { type SyntheticEvent, useState } from 'react';
import { keptForTab } from '../../browser/kept.js';
import { useWords } from '../../language/language-context.js';
import { useAction } from '../../server/use-action.js';
import { Button } from '../button.js';
import { ForeignText } from '../foreign-text.js';
import { ProblemNote } from '../problem-note.js';
import { TextField } from '../text-field.js';
import { RequestSignIn, SignInWithCode } from './operations.js';
import type { SignInProps } from './sign-in-props.js';

/** By a mail with a link and a code: the link for the same browser, the code for any. Makes an account if there is none. */
export function MailSignIn({ onSignedIn, onMailSent }: SignInProps) {
  const [email, setEmail] = useState(() => keptForTab.read(MAILED_KEY) ?? '');
  const [isSent, setSent] = useState(email !== '');
  return isSent ? (
    <TypeTheCode
      email={email}
      onSignedIn={() => {
        keptForTab.drop(MAILED_KEY);
        onSignedIn();
      }}
      onBack={() => {
        keptForTab.drop(MAILED_KEY);
        setSent(false);
      }}
    />
  ) : (
    <AskForMail
      email={email}
      onEmail={setEmail}
      onSent={(sentTo) => {
        keptForTab.write(MAILED_KEY, sentTo);
        onMailSent?.();
        setEmail(sentTo);
        setSent(true);
      }}
    />
  );
}

/** Phones drop a page while somebody looks into their mail; it comes back asking for the code, not for the address. */
const MAILED_KEY = 'assent.mailed-to';

interface AskForMailProps {
  email: string;
  onEmail: (email: string) => void;
  onSent: (sentTo: string) => void;
}

function AskForMail({ email, onEmail, onSent }: AskForMailProps) {
  const words = useWords();
  const request = useAction(RequestSignIn, (data) => data.requestSignIn);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const done = await request.run({ input: { email: email.trim() } });
    if (done !== undefined) {
      onSent(done.sentTo);
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <TextField
        label={words.signIn.email}
        hint={words.signIn.mailHint}
        type="email"
        autoComplete="email"
        required
        value={email}
        onValue={onEmail}
      />
      <ProblemNote problem={request.problem} />
      <div className="row">
        <Button type="submit" look="filled" isBusy={request.isBusy}>
          {words.signIn.sendMail}
        </Button>
      </div>
    </form>
  );
}

interface TypeTheCodeProps extends SignInProps {
  email: string;
  onBack: () => void;
}

function TypeTheCode({ email, onSignedIn, onBack }: TypeTheCodeProps) {
  const words = useWords();
  const [code, setCode] = useState('');
  const signIn = useAction(SignInWithCode, (data) => data.signInWithCode);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const done = await signIn.run({ input: { email, code: code.trim() } });
    if (done !== undefined) {
      onSignedIn();
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <p role="status">
        {words.signIn.sent} <ForeignText text={email} />. {words.signIn.sentHint}
      </p>
      <TextField
        label={words.signIn.code}
        inputMode="text"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
        autoFocus
        value={code}
        onValue={setCode}
      />
      <ProblemNote problem={signIn.problem} />
      <div className="row">
        <Button type="submit" look="filled" isBusy={signIn.isBusy}>
          {words.signIn.useCode}
        </Button>
        <Button look="plain" onClick={onBack}>
          {words.signIn.otherAddress}
        </Button>
      </div>
    </form>
  );
}
