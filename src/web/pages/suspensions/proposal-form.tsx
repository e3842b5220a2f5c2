import { type ReactNode, useState } from 'react';
import type { Deciding } from '../../../core/moderation/decision-reasons.js';
import { ActionForm } from '../../parts/action-form.js';
import { TextField } from '../../parts/text-field.js';
import type { Action } from '../../server/use-action.js';
import { type Reasoning, ReasoningFields, unreasoned } from '../moderation/reasoning-fields.js';

interface ProposalFormProps {
  deciding: Deciding;
  title: string;
  meaning: string;
  label: string;
  hint: ReactNode;
  /** What is meant, where another page has named it. */
  named: string;
  submit: string;
  action: Pick<Action<never, unknown>, 'isBusy' | 'problem'>;
  /** Answers whether it was proposed. */
  propose: (id: string, reasoning: Reasoning) => Promise<boolean>;
}

/** What one moderator does or proposes by an id and with a reason; mostly another has to confirm. */
export function ProposalForm(props: ProposalFormProps) {
  const { deciding, title, meaning, label, hint, named, submit, action, propose } = props;
  const [id, setId] = useState(named);
  const [reasoning, setReasoning] = useState(unreasoned(deciding));
  const send = async (): Promise<void> => {
    if (!(await propose(id.trim(), reasoning))) return;
    setId('');
    setReasoning(unreasoned(deciding));
  };
  return (
    <section className="section stack">
      <h2>{title}</h2>
      <p className="note">{meaning}</p>
      <ActionForm action={action} label={submit} onSubmit={send}>
        <TextField
          label={label}
          hint={hint}
          required
          autoComplete="off"
          spellCheck={false}
          value={id}
          onValue={setId}
        />
        <ReasoningFields deciding={deciding} reasoning={reasoning} onReasoning={setReasoning} />
      </ActionForm>
    </section>
  );
}
