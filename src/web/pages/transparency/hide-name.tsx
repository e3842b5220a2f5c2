import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { useAction } from '../../server/use-action.js';
import { ReasoningFields, unreasoned } from '../moderation/reasoning-fields.js';
import { HideBuilderName } from './operations.js';

/** A moderator takes the name out of sight that a run shows, on every run of its account. */
export function HideName({ run }: { run: string }) {
  const words = useWords();
  const text = words.transparency.whoAsks;
  const [reasoning, setReasoning] = useState(() => unreasoned('hide-name'));
  const [isDone, setDone] = useState(false);
  const hide = useAction(HideBuilderName, (data) => data.hideBuilderName);
  if (isDone) return <p role="status">{text.hidden}</p>;
  return (
    <ActionForm
      action={hide}
      label={text.hide}
      onSubmit={async () => {
        setDone((await hide.run({ input: { run, isHidden: true, ...reasoning } })) !== undefined);
      }}
    >
      <ReasoningFields deciding="hide-name" reasoning={reasoning} onReasoning={setReasoning} />
    </ActionForm>
  );
}
