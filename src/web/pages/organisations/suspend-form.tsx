import { useState } from 'react';
import type { EnumValue } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { SelectField } from '../../parts/select-field.js';
import { useAction } from '../../server/use-action.js';
import { type OrganisationData, SuspendOrganisation } from './operations.js';

type Reason = EnumValue<'OrganisationSuspensionReason'>;
const REASONS = ['ABUSE', 'LEGAL_ORDER'] as const satisfies readonly Reason[];

interface SuspendProps {
  organisation: OrganisationData;
  onChanged: () => void;
}

/** A moderator's word over an organisation: every no of it stays, and what it permits is set aside meanwhile. */
export function SuspendForm({ organisation: { id, state }, onChanged }: SuspendProps) {
  const words = useWords();
  const [reason, setReason] = useState<Reason>('ABUSE');
  const suspend = useAction(SuspendOrganisation, (data) => data.suspendOrganisation);
  const isSuspended = state === 'SUSPENDED';
  const submit = async (): Promise<void> => {
    const input = { organisation: id, ...(isSuspended ? {} : { reason }) };
    if ((await suspend.run({ input })) !== undefined) onChanged();
  };
  return (
    <section className="section stack">
      <h2>{words.organisations.forModerators}</h2>
      <p className="note">{words.organisations.suspendMeans}</p>
      <ActionForm
        action={suspend}
        label={isSuspended ? words.organisations.lift : words.organisations.suspend}
        onSubmit={submit}
      >
        {!isSuspended && (
          <SelectField
            label={words.moderation.reason}
            value={reason}
            options={REASONS.map((value) => ({ value, label: words.moderation.reasons[value] }))}
            onValue={setReason}
          />
        )}
      </ActionForm>
    </section>
  );
}
