import { useLanguage } from '../../language/language-context.js';
import { Facts } from '../../parts/facts.js';
import { AddressText, ForeignText } from '../../parts/foreign-text.js';
import { useSession } from '../../session/use-session.js';
import type { AccountData } from './operations.js';

export function AboutMe({ account }: { account: AccountData }) {
  const { words, formats } = useLanguage();
  const { registry } = useSession();
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
            account.email === null || registry?.mailEnabled !== true
              ? null
              : account.isEmailConfirmed
                ? words.account.emailConfirmed
                : words.account.emailUnconfirmed,
          ],
          [words.account.pseudonym, <AddressText key="pseudonym" text={account.pseudonym} />],
          [words.account.role, words.roles[account.role]],
          [words.account.since, formats.day(account.createdAt)],
        ]}
      />
      <p className="note">{words.account.pseudonymMeans}</p>
    </section>
  );
}
