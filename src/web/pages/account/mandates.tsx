import { Link } from 'react-router';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import '../../parts/ruled-list.css';
import { type AccountData, RevokeMandate } from './operations.js';

interface MandatesProps {
  mandates: AccountData['mandates'];
  onChanged: () => void;
}

/** By whom one lets oneself be spoken for, and how that is taken back; nothing where nobody does. */
export function Mandates({ mandates, onChanged }: MandatesProps) {
  const { words } = useLanguage();
  if (mandates.length === 0) return null;
  return (
    <section className="section">
      <h2>{words.mandates.title}</h2>
      <p className="soft">{words.mandates.meaning}</p>
      <ul className="ruled-list">
        {mandates.map((given) => (
          <MandateLine key={given.mandate.id} given={given} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

interface MandateLineProps {
  given: AccountData['mandates'][number];
  onChanged: () => void;
}

function MandateLine({ given: { organisation, mandate }, onChanged }: MandateLineProps) {
  const { words, formats } = useLanguage();
  const revoke = useAction(RevokeMandate, (data) => data.revokeMandate);
  const { id, grade, grantedAt, expiresAt, revokedAt } = mandate;
  const takeBack = async (): Promise<void> => {
    if ((await revoke.run({ input: { mandate: id } })) !== undefined) onChanged();
  };
  return (
    <li>
      <p>
        <Link to={`/organisations/${organisation.id}`}>
          <ForeignText text={organisation.name} longest={120} />
        </Link>
      </p>
      <p className="note">
        {words.membership.grades[grade]} · {formats.day(grantedAt)}
        {expiresAt !== null && ` · ${words.membership.until(formats.day(expiresAt))}`}
        {revokedAt !== null && ` · ${words.membership.ended(formats.day(revokedAt))}`}
      </p>
      {revokedAt === null && (
        <Button look="plain" isBusy={revoke.isBusy} onClick={() => void takeBack()}>
          {words.mandates.revoke}
          <span className="hidden-label">: {organisation.name}</span>
        </Button>
      )}
      <ProblemNote problem={revoke.problem} />
    </li>
  );
}
