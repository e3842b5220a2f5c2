import { type SyntheticEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { DECISION_REASONS } from '../../../core/moderation/decision-reasons.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ButtonLink } from '../../parts/button-link.js';
import { SelectField } from '../../parts/select-field.js';
import { TextField } from '../../parts/text-field.js';
import { enumOf } from '../../server/enum-words.js';
import { type AuditParams, auditPath } from './audit-params.js';

const REASONS = [...new Set(Object.values(DECISION_REASONS).flat())];

/** What is looked for stands in the address, so that it can be passed on. */
export function AuditForm({ initial }: { initial: AuditParams }) {
  const words = useWords();
  const navigate = useNavigate();
  const [sought, seek] = useState(initial);
  const set = (name: keyof AuditParams) => (value: string) => {
    seek({ ...sought, [name]: value });
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void navigate(auditPath(sought));
  };
  return (
    <search>
      <form className="stack" onSubmit={submit}>
        <div className="audit-form">
          <TextField
            label={words.audit.action}
            hint={words.audit.actionHint}
            value={sought.action}
            onValue={set('action')}
          />
          <TextField
            label={words.audit.target}
            hint={words.audit.targetHint}
            value={sought.target}
            onValue={set('target')}
          />
          <TextField
            label={words.audit.actor}
            hint={words.audit.actorHint}
            value={sought.actor}
            onValue={set('actor')}
          />
          <SelectField
            label={words.moderation.reason}
            hint={words.audit.reasonHint}
            value={sought.reason}
            options={[
              { value: '', label: words.audit.anyReason },
              ...REASONS.map((code) => ({ value: code, label: words.moderation.reasons[enumOf(code)] })),
            ]}
            onValue={set('reason')}
          />
          <TextField
            label={words.audit.from}
            hint={words.audit.fromHint}
            type="date"
            value={sought.from}
            onValue={set('from')}
          />
          <TextField
            label={words.audit.until}
            hint={words.audit.untilHint}
            type="date"
            value={sought.until}
            onValue={set('until')}
          />
        </div>
        <div className="row">
          <Button type="submit" look="filled">
            {words.audit.submit}
          </Button>
          <ButtonLink look="plain" to="/moderation/audit">
            {words.audit.all}
          </ButtonLink>
        </div>
      </form>
    </search>
  );
}
