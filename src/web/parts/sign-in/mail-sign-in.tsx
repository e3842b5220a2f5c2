import { useState } from 'react';
import { keptForTab } from '../../browser/kept.js';
import { useWords } from '../../language/language-context.js';
import { useAction } from '../../server/use-action.js';
import { useSignIn } from '../../session/use-sign-in.js';
import { ActionForm } from '../action-form.js';
import { Button } from '../button.js';
import { ForeignText } from '../foreign-text.js';
import { ProblemNote } from '../problem-note.js';
import { TextField } from '../text-field.js';
import { EmailField } from './email-field.js';
import { RequestSignIn, SignInWithCode } from './operations.js';
import type { SignInProps } from './sign-in-props.js';

/** Phones drop a page while somebody looks into their mail; it comes back asking for the code, not for the address. */
const MAILED_KEY = 'assent.mailed-to';

/** By a mail with a link and a code: the link on any device, the code here. Makes an account if there is none. */
export function MailSignIn(props: SignInProps) {
  const [email, setEmail] = useState(() => keptForTab.read(MAILED_KEY) ?? '');
  const [isSent, setSent] = useState(email !== '');
  return isSent ? (
    <TypeTheCode
      {...props}
      email={email}
      onSignedIn={() => {
        keptForTab.drop(MAILED_KEY);
        props.onSignedIn();
      }}
      onBack={() => {
        keptForTab.drop(MAILED_KEY);
        setSent(false);
      }}
    />
  ) : (
    <AskForMail
      {...props}
      email={email}
      onEmail={setEmail}
      onSent={(sentTo) => {
        keptForTab.write(MAILED_KEY, sentTo);
        setEmail(sentTo);
        setSent(true);
      }}
    />
  );
}

function useMailRequest({ draft, onMailSent }: SignInProps) {
  const request = useAction(RequestSignIn, (data) => data.requestSignIn);
  return {
    ...request,
    /** Where the mail went; undefined when it did not. */
    send: async (email: string): Promise<string | undefined> => {
      const carried = draft === undefined ? {} : { draft };
      const done = await request.run({ input: { email: email.trim(), ...carried } });
      if (done !== undefined) {
        onMailSent?.();
      }
      return done?.sentTo;
    },
  };
}

interface AskForMailProps extends SignInProps {
  email: string;
  onEmail: (email: string) => void;
  onSent: (sentTo: string) => void;
}

function AskForMail({ email, onEmail, onSent, ...props }: AskForMailProps) {
  const words = useWords();
  const request = useMailRequest(props);

  const submit = async (): Promise<void> => {
    const sentTo = await request.send(email);
    if (sentTo !== undefined) {
      onSent(sentTo);
    }
  };
  return (
    <ActionForm action={request} label={words.signIn.sendMail} look="filled" onSubmit={submit}>
      <EmailField hint={words.signIn.mailHint} autoComplete="email" value={email} onValue={onEmail} />
    </ActionForm>
  );
}

interface TypeTheCodeProps extends SignInProps {
  email: string;
  onBack: () => void;
}

/** The code may be spent already, by the link of the same mail on another device: then a new one is a press away. */
function TypeTheCode({ email, onBack, ...props }: TypeTheCodeProps) {
  const words = useWords();
  const [code, setCode] = useState('');
  const [isSentAgain, setSentAgain] = useState(false);
  const request = useMailRequest(props);
  const signIn = useSignIn(SignInWithCode, (data) => data.signInWithCode);

  const submit = async (): Promise<void> => {
    const done = await signIn.run({ input: { email, code: code.trim() } });
    if (done !== undefined) {
      props.onSignedIn();
    }
  };
  const sendAgain = async (): Promise<void> => {
    signIn.clear();
    setSentAgain(false);
    setSentAgain((await request.send(email)) !== undefined);
    setCode('');
  };
  return (
    <ActionForm
      action={signIn}
      label={words.signIn.useCode}
      look="filled"
      onSubmit={submit}
      beside={
        <>
          <Button look="plain" isBusy={request.isBusy} onClick={() => void sendAgain()}>
            {words.signIn.sendAgain}
          </Button>
          <Button look="plain" onClick={onBack}>
            {words.signIn.otherAddress}
          </Button>
        </>
      }
    >
      <p role="status">
        {isSentAgain ? words.signIn.sentAgain : words.signIn.sent} <ForeignText text={email} />.{' '}
        {props.sentHint ?? words.signIn.sentHint}
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
      <ProblemNote problem={request.problem} />
    </ActionForm>
  );
}
