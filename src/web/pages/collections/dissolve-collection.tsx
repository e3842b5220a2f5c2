import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import { RemoveCollection } from './operations.js';

/** The end of a collection: asks first, and says what becomes of its works. */
export function DissolveCollection({ id, name }: { id: string; name: string }) {
  const words = useWords();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const remove = useAction(RemoveCollection, (data) => data.removeCollection);
  const close = (): void => {
    setAsking(false);
  };
  const confirm = async (): Promise<void> => {
    if ((await remove.run({ input: { collection: id } })) !== undefined) await navigate('/desk/collections');
  };
  return (
    <>
      <Button
        look="plain"
        onClick={() => {
          setAsking(true);
        }}
      >
        {words.collections.dissolve}
      </Button>
      <Dialog isOpen={isAsking} title={words.collections.dissolveTitle} onClose={close}>
        <p>
          <ForeignText text={name} longest={120} />
        </p>
        <p>{words.collections.dissolveMeans}</p>
        <ProblemNote problem={remove.problem} />
        <div className="row">
          <Button onClick={close}>{words.withdraw.keep}</Button>
          <Button look="no" isBusy={remove.isBusy} onClick={() => void confirm()}>
            {words.collections.dissolveConfirm}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
