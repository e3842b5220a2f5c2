import { flushSync } from 'react-dom';
import type { EnumValue } from '../../../client/graphql.js';
import { focusTitle } from '../../browser/focus-title.js';
import { ConsentPreview } from '../../answers/consent-preview.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { AddressText } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import { StatementSentence } from '../../statements/statement-sentence.js';
import { WithdrawStatement } from './operations.js';

interface WithdrawDialogProps {
  statement: {
    readonly id: string;
    readonly address: string | null;
    readonly use: EnumValue<'Use'>;
    readonly preference: EnumValue<'Preference'>;
  };
  isOpen: boolean;
  onClose: () => void;
}

/** Asks before an answer is withdrawn, and says what that does and does not do. */
export function WithdrawDialog({ statement, isOpen, onClose }: WithdrawDialogProps) {
  const words = useWords();
  const withdraw = useAction(WithdrawStatement, (data) => data.withdrawStatement);

  const confirm = async (): Promise<void> => {
    const done = await withdraw.run({ input: { statementId: statement.id } });
    if (done !== undefined) {
      // While the dialog is open nothing behind it takes the focus.
      flushSync(onClose);
      focusTitle();
    }
  };
  return (
    <Dialog isOpen={isOpen} title={words.withdraw.title} onClose={onClose}>
      <p>
        <StatementSentence statement={statement} />
        <br />
        {statement.address !== null && <AddressText text={statement.address} longest={160} />}
      </p>
      <p>{statement.preference === 'DENY' ? words.withdraw.noMeans : words.withdraw.yesMeans}</p>
      {isOpen && <ConsentPreview input={{ withdraw: statement.id }} told={withdraw.problem} />}
      <p className="note">{words.withdraw.stays}</p>
      <ProblemNote problem={withdraw.problem} />
      <div className="row">
        <Button onClick={onClose}>{words.withdraw.keep}</Button>
        <Button look="no" isBusy={withdraw.isBusy} onClick={() => void confirm()}>
          {words.withdraw.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
