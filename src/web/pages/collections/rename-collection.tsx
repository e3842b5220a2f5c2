import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { TextField } from '../../parts/text-field.js';
import { useAction } from '../../server/use-action.js';
import { LONGEST_NAME } from './longest-name.js';
import { RenameCollection as Rename } from './operations.js';

/** Another name for a collection, asked for in a dialog. What is said of its works stays as it is. */
export function RenameCollection({ id, name }: { id: string; name: string }) {
  const words = useWords();
  const [isAsking, setAsking] = useState(false);
  const [given, setGiven] = useState(name);
  const rename = useAction(Rename, (data) => data.renameCollection);
  const submit = async (): Promise<void> => {
    if ((await rename.run({ input: { collection: id, name: given } })) !== undefined) setAsking(false);
  };
  return (
    <>
      <Button
        look="plain"
        onClick={() => {
          setGiven(name);
          setAsking(true);
        }}
      >
        {words.collections.rename}
      </Button>
      <Dialog
        isOpen={isAsking}
        title={words.collections.renameTitle}
        onClose={() => {
          setAsking(false);
        }}
      >
        <ActionForm action={rename} label={words.collections.renameConfirm} look="filled" onSubmit={submit}>
          <TextField
            label={words.collections.name}
            hint={words.collections.nameHint}
            required
            maxLength={LONGEST_NAME}
            value={given}
            onValue={setGiven}
          />
        </ActionForm>
      </Dialog>
    </>
  );
}
