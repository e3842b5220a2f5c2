import { useState } from 'react';
import { flushSync } from 'react-dom';
import { ConsentPreview } from '../../answers/consent-preview.js';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import type { CollectionCounts } from './collection-tally.js';
import { AnswerCollection } from './operations.js';
import { WhatStays } from './what-it-does.js';

interface WithdrawForCollectionProps {
  id: string;
  counts: CollectionCounts;
  onWithdrawn: () => void;
}

/** Asks before what a collection says is withdrawn, and says from how many works. */
export function WithdrawForCollection({ id, counts, onWithdrawn }: WithdrawForCollectionProps) {
  const { words, formats } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const withdraw = useAction(AnswerCollection, (data) => data.answerCollection);
  const close = (): void => {
    setAsking(false);
  };
  const confirm = async (): Promise<void> => {
    const done = await withdraw.run({ input: { collection: id, answers: [], capacity: 'AUTHOR' } });
    if (done !== undefined) {
      // While the dialog is open nothing behind it takes the focus.
      flushSync(close);
      onWithdrawn();
    }
  };
  return (
    <>
      <Button
        look="plain"
        onClick={() => {
          setAsking(true);
        }}
      >
        {words.collections.withdraw}
      </Button>
      <Dialog isOpen={isAsking} title={words.collections.withdrawTitle} onClose={close}>
        <p>{words.collections.withdrawMeans(formats.amount(counts.follows + counts.waiting))}</p>
        <WhatStays counts={counts} />
        {isAsking && (
          <ConsentPreview
            input={{ answerCollection: { collection: id, answers: [], capacity: 'AUTHOR' } }}
            told={withdraw.problem}
          />
        )}
        <p className="note">{words.withdraw.stays}</p>
        <ProblemNote problem={withdraw.problem} />
        <div className="row">
          <Button onClick={close}>{words.withdraw.keep}</Button>
          <Button look="no" isBusy={withdraw.isBusy} onClick={() => void confirm()}>
            {words.withdraw.confirm}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
