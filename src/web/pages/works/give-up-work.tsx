import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import { WorkTitle } from '../../works/work-text.js';
import { WithdrawWork } from './operations.js';

/** The way out of a work: asks first, and says what that does and does not do. */
export function GiveUpWork({ work }: { work: { readonly id: string; readonly title: string | null } }) {
  const words = useWords();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const withdraw = useAction(WithdrawWork, (data) => data.withdrawWork);
  const close = (): void => {
    setAsking(false);
  };
  const confirm = async (): Promise<void> => {
    if ((await withdraw.run({ input: { work: work.id } })) !== undefined) {
      await navigate('/desk/works');
    }
  };
  return (
    <div className="section">
      <div>
        <Button
          look="plain"
          onClick={() => {
            setAsking(true);
          }}
        >
          {words.giveUp.button}
        </Button>
      </div>
      <Dialog isOpen={isAsking} title={words.giveUp.title} onClose={close}>
        <p>
          <WorkTitle title={work.title} />
        </p>
        <p>{words.giveUp.means}</p>
        <ProblemNote problem={withdraw.problem} />
        <div className="row">
          <Button onClick={close}>{words.withdraw.keep}</Button>
          <Button look="no" isBusy={withdraw.isBusy} onClick={() => void confirm()}>
            {words.giveUp.confirm}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
