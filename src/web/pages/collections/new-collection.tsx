import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { TextField } from '../../parts/text-field.js';
import { useAction } from '../../server/use-action.js';
import { LONGEST_NAME } from './longest-name.js';
import { CreateCollection } from './operations.js';

/** Begins a collection and goes there; one that has the name already is shown instead. */
export function NewCollection() {
  const words = useWords();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const create = useAction(CreateCollection, (data) => data.createCollection);
  const submit = async (): Promise<void> => {
    const done = await create.run({ input: { name } });
    if (done !== undefined) await navigate(`/desk/collections/${done.collection.id}`);
  };
  return (
    <ActionForm action={create} label={words.collections.create} look="filled" onSubmit={submit}>
      <TextField
        label={words.collections.name}
        hint={words.collections.nameHint}
        required
        maxLength={LONGEST_NAME}
        value={name}
        onValue={setName}
      />
    </ActionForm>
  );
}
