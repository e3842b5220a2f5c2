import { useState } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { Disclosure } from '../../parts/disclosure.js';
import { PasswordField } from '../../parts/sign-in/password-field.js';
import { RecoveryCodes } from '../../parts/sign-in/recovery-codes.js';
import { SecondStepField } from '../../parts/sign-in/second-step-field.js';
import { useAction } from '../../server/use-action.js';
import { type AccountData, RenewRecoveryCodes } from './operations.js';

export function RecoverySection({ account, onChanged }: { account: AccountData; onChanged: () => void }) {
  const { words, formats } = useLanguage();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const needsCode = !account.hasPassword && account.secondFactorSince !== null;
  const renew = useAction(RenewRecoveryCodes, (data) => data.renewRecoveryCodes);

  const proof = () => {
    if (account.hasPassword) return { currentPassword: password };
    return needsCode ? { code: code.trim() } : {};
  };
  const submit = async (): Promise<void> => {
    const done = await renew.run({ input: proof() });
    if (done !== undefined) {
      setPassword('');
      setCode('');
      setCodes(done.recoveryCodes);
      onChanged();
    }
  };
  return (
    <section className="section">
      <h2>{words.recoveryCodes.section}</h2>
      <p>{words.recoveryCodes.left(formats.amount(account.recoveryCodesLeft))}</p>
      {codes.length > 0 ? (
        <RecoveryCodes
          takesFocus
          codes={codes}
          onKept={() => {
            setCodes([]);
          }}
        />
      ) : (
        <Disclosure title={words.recoveryCodes.renewTitle}>
          <ActionForm action={renew} label={words.recoveryCodes.renew} onSubmit={submit}>
            <p className="soft">{words.recoveryCodes.renewMeans}</p>
            {account.hasPassword && (
              <PasswordField
                label={words.account.currentPassword}
                autoComplete="current-password"
                value={password}
                onValue={setPassword}
              />
            )}
            {needsCode && <SecondStepField value={code} onValue={setCode} />}
          </ActionForm>
        </Disclosure>
      )}
    </section>
  );
}
