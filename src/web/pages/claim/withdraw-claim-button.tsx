import { useState } from 'react';
import { flushSync } from 'react-dom';
import { focusTitle } from '../../browser/focus-title.js';
import { PlaceText } from '../../claims/place-text.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import { WithdrawClaim } from './operations.js';

interface WithdrawClaimButtonProps {
  claim: { readonly id: string; readonly address: string | null };
  onDone: () => void;
}

export function WithdrawClaimButton({ claim, onDone }: WithdrawClaimButtonProps) {
  const words = useWords();
  const [isAsking, setAsking] = useState(false);
  const withdraw = useAction(WithdrawClaim, (data) => data.withdrawClaim);
  const close = (): void => {
    setAsking(false);
  };
  const confirm = async (): Promise<void> => {
    if ((await withdraw.run({ input: { claimId: claim.id } })) !== undefined) {
      // While the dialog is open nothing behind it takes the focus.
      flushSync(close);
      onDone();
      focusTitle();
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
          {words.claim.withdraw}
        </Button>
      </div>
      <Dialog isOpen={isAsking} title={words.claim.withdrawTitle} onClose={close}>
        <p>
          <PlaceText address={claim.address} longest={160} />
        </p>
        <p>{words.claim.withdrawMeans}</p>
        <ProblemNote problem={withdraw.problem} />
        <div className="row">
          <Button onClick={close}>{words.withdraw.keep}</Button>
          <Button look="no" isBusy={withdraw.isBusy} onClick={() => void confirm()}>
            {words.claim.withdrawConfirm}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
