import { useState } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { Facts } from '../../parts/facts.js';
import { AddressText, ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { useRenewOnReturn } from '../../session/use-renew-on-return.js';
import { useSession } from '../../session/use-session.js';
import { ConfirmEmail } from './confirm-email.js';
import type { AccountData } from './operations.js';

interface AboutMeProps {
  account: AccountData;
  onChanged: () => void;
}

export function AboutMe({ account, onChanged }: AboutMeProps) {
  const { words, formats } = useLanguage();
  const { registry } = useSession();
  const [isConfirmedHere, setConfirmedHere] = useState(false);
  // The link in the mail opens in another tab.
  useRenewOnReturn(onChanged);
  const isMailed = account.email !== null && registry?.mailEnabled === true;
  return (
    <section className="section">
      <h2>{words.account.about}</h2>
      <Facts
        facts={[
          [
            words.signIn.email,
            account.email === null ? words.account.noEmail : <ForeignText text={account.email} />,
          ],
          [
            words.account.emailState,
            !isMailed
              ? null
              : account.isEmailConfirmed || isConfirmedHere
                ? words.account.emailConfirmed
                : words.account.emailUnconfirmed,
          ],
          [words.account.pseudonym, <AddressText key="pseudonym" text={account.pseudonym} />],
          [words.account.role, words.roles[account.role]],
          [words.account.since, formats.day(account.createdAt)],
        ]}
      />
      <p className="note">{words.account.pseudonymMeans}</p>
      {isConfirmedHere && (
        <Notice tone="good" role="status" takesFocus>
          <p>{words.confirm.done}</p>
        </Notice>
      )}
      {isMailed && !account.isEmailConfirmed && !isConfirmedHere && (
        <ConfirmEmail
          onDoubt={onChanged}
          onConfirmed={() => {
            setConfirmedHere(true);
            onChanged();
          }}
        />
      )}
    </section>
  );
}
