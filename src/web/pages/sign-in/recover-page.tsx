import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { PageTitle } from '../../parts/page-title.js';
import { EmailField } from '../../parts/sign-in/email-field.js';
import { NewPasswordField } from '../../parts/sign-in/new-password-field.js';
import { ResetPassword } from '../../parts/sign-in/operations.js';
import { TextField } from '../../parts/text-field.js';
import { useSession } from '../../session/use-session.js';
import { useSignIn } from '../../session/use-sign-in.js';

/** A new password for who lost the old one and kept a recovery code. */
export function RecoverPage() {
  const words = useWords();
  const { registry, renew } = useSession();
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const navigate = useNavigate();
  const reset = useSignIn(ResetPassword, (data) => data.resetPassword);

  const submit = async (): Promise<void> => {
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
      <ActionForm action={reset} label={words.recover.action} look="filled" onSubmit={submit}>
        <EmailField value={email} onValue={setEmail} />
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
        <NewPasswordField value={password} onValue={setPassword} />
      </ActionForm>
    </div>
  );
}
