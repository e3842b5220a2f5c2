import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { Notice } from '../../parts/notice.js';
import { NewPasswordField } from '../../parts/sign-in/new-password-field.js';
import { PasswordField } from '../../parts/sign-in/password-field.js';
import { useAction } from '../../server/use-action.js';
import { ChangePassword } from './operations.js';

export function PasswordForm({ hasPassword, onChanged }: { hasPassword: boolean; onChanged: () => void }) {
  const words = useWords();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isDone, setDone] = useState(false);
  const change = useAction(ChangePassword, (data) => data.changePassword);

  const submit = async (): Promise<void> => {
    setDone(false);
    const proof = hasPassword ? { currentPassword: current } : {};
    if ((await change.run({ input: { newPassword: next, ...proof } })) !== undefined) {
      setCurrent('');
      setNext('');
      setDone(true);
      onChanged();
    }
  };
  return (
    <section className="section">
      <h2>{words.signIn.password}</h2>
      {!hasPassword && <p className="soft">{words.account.noPassword}</p>}
      <ActionForm
        action={change}
        label={hasPassword ? words.account.changePassword : words.account.setPassword}
        onSubmit={submit}
      >
        {hasPassword && (
          <PasswordField
            label={words.account.currentPassword}
            autoComplete="current-password"
            value={current}
            onValue={setCurrent}
          />
        )}
        <NewPasswordField value={next} onValue={setNext} />
        {isDone && (
          <Notice tone="good" role="status">
            <p>{words.account.passwordChanged}</p>
          </Notice>
        )}
      </ActionForm>
    </section>
  );
}
