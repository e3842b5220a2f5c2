import { type SyntheticEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { PageTitle } from '../../parts/page-title.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { ResetPassword } from '../../parts/sign-in/operations.js';
import { PasswordField } from '../../parts/sign-in/password-field.js';
import { TextField } from '../../parts/text-field.js';
import { useAction } from '../../server/use-action.js';
import { useSession } from '../../session/use-session.js';

/** A new password for who lost the old one and kept a recovery code. */
export function RecoverPage() {
  const words = useWords();
  const { registry, renew } = useSession();
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const navigate = useNavigate();
  const reset = useAction(ResetPassword, (data) => data.resetPassword);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const done = await reset.run({
      input: { email: email.trim(), code: code.trim(), newPassword: password },
    });
    if (done !== undefined) {
      renew();
      await navigate('/account', { replace: true });
    }
  };
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={words.recover.title}>{words.recover.title}</PageTitle>
      <p className="lead">{words.recover.why}</p>
      {registry?.mailEnabled === true && <p>{words.recover.orByMail}</p>}
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <TextField
          label={words.signIn.email}
          type="email"
          autoComplete="username"
          required
          value={email}
          onValue={setEmail}
        />
        <TextField
          label={words.recover.code}
          hint={words.recover.codeHint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={code}
          onValue={setCode}
        />
        <PasswordField
          label={words.signIn.newPassword}
          hint={words.signIn.passwordHint}
          autoComplete="new-password"
          value={password}
          onValue={setPassword}
        />
        <ProblemNote problem={reset.problem} />
        <div className="row">
          <Button type="submit" look="filled" isBusy={reset.isBusy}>
            {words.recover.action}
          </Button>
        </div>
      </form>
    </div>
  );
}
