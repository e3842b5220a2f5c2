import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { useAction } from '../../server/use-action.js';
import type { SecondStepDone } from '../../session/second-step.js';
import { ActionForm } from '../action-form.js';
import { Button } from '../button.js';
import { Dialog } from '../dialog.js';
import { GiveSecondFactor } from './operations.js';
import { SecondStepField } from './second-step-field.js';

/** Asks for a code of the authenticator app, or a recovery code, and stays until it was right or somebody gives up. */
export function SecondStepDialog({ onSettled }: { onSettled: (done: SecondStepDone) => void }) {
  const words = useWords();
  const [code, setCode] = useState('');
  const give = useAction(GiveSecondFactor, (data) => data.giveSecondFactor, ['Account']);

  const submit = async (): Promise<void> => {
    const done = await give.run({ input: { code: code.trim() } });
    if (done === undefined) setCode('');
    else onSettled(done);
  };
  const close = (): void => {
    onSettled(undefined);
  };
  return (
    <Dialog isOpen title={words.secondStep.title} onClose={close}>
      <ActionForm
        action={give}
        label={words.secondStep.give}
        look="filled"
        onSubmit={submit}
        beside={
          <Button look="plain" onClick={close}>
            {words.secondStep.cancel}
          </Button>
        }
      >
        <SecondStepField value={code} onValue={setCode} />
      </ActionForm>
    </Dialog>
  );
}
