import { type SyntheticEvent, useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { PasswordField } from '../../parts/sign-in/password-field.js';
import { useAction } from '../../server/use-action.js';
import { ChangePassword } from './operations.js';

export function PasswordForm({ hasPassword, onChanged }: { hasPassword: boolean; onChanged: () => void }) {
  const words = useWords();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isDone, setDone] = useState(false);
  const change = useAction(ChangePassword, (data) => data.changePassword);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
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
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {hasPassword && (
          <PasswordField
            label={words.account.currentPassword}
            autoComplete="current-password"
            value={current}
            onValue={setCurrent}
          />
        )}
        <PasswordField
          label={words.signIn.newPassword}
          hint={words.signIn.passwordHint}
          autoComplete="new-password"
          value={next}
          onValue={setNext}
        />
        <ProblemNote problem={change.problem} />
        {isDone && (
          <Notice tone="good" role="status">
            <p>{words.account.passwordChanged}</p>
          </Notice>
        )}
        <div className="row">
          <Button type="submit" isBusy={change.isBusy}>
            {hasPassword ? words.account.changePassword : words.account.setPassword}
          </Button>
        </div>
      </form>
    </section>
  );
}
