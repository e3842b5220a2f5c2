import { useState } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { Notice } from '../../parts/notice.js';
import { RecoveryCodes } from '../../parts/sign-in/recovery-codes.js';
import type { AccountData } from './operations.js';
import { TurnOffSecondStep } from './turn-off-second-step.js';
import { TurnOnSecondStep } from './turn-on-second-step.js';

/** The authenticator app of an account: since when it is asked for, or how to have it asked for. */
export function SecondStepSection({ account, onChanged }: { account: AccountData; onChanged: () => void }) {
  const { words, formats } = useLanguage();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const since = account.secondFactorSince;
  return (
    <section className="section" id="second-step">
      <h2>{words.secondStep.title}</h2>
      {codes.length > 0 && (
        <RecoveryCodes
          takesFocus
          codes={codes}
          onKept={() => {
            setCodes([]);
          }}
        />
      )}
      {since === null ? (
        <>
          <p>{words.secondStep.why}</p>
          <TurnOnSecondStep
            hasPassword={account.hasPassword}
            onDone={(recoveryCodes) => {
              setCodes(recoveryCodes);
              onChanged();
            }}
          />
        </>
      ) : (
        <>
          <Notice tone="good" role="status">
            <p>{words.secondStep.on(formats.day(since))}</p>
          </Notice>
          <TurnOffSecondStep hasPassword={account.hasPassword} onDone={onChanged} />
        </>
      )}
    </section>
  );
}
