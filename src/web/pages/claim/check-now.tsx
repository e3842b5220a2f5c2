import type { EnumValue } from '../../../client/graphql.js';
import { focusTitle } from '../../browser/focus-title.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import { RenewChallenge, VerifyClaim } from './operations.js';

interface CheckNowProps {
  claimId: string;
  method: EnumValue<'ProofMethod'>;
  lastProblem: string | null;
  onChanged: () => void;
}

/** Has the registry look now, or hand out a new code. */
export function CheckNow({ claimId, method, lastProblem, onChanged }: CheckNowProps) {
  const words = useWords();
  const verify = useAction(VerifyClaim, (data) => data.verifyClaim);
  const renew = useAction(RenewChallenge, (data) => data.renewChallenge);
  const isExpired = verify.problem?.kind === 'refused' && verify.problem.refusal.code === 'CHALLENGE_EXPIRED';

  const check = async (): Promise<void> => {
    const from = document.activeElement;
    if ((await verify.run({ input: { claimId, method } })) !== undefined) {
      focusTitle(from);
    }
    onChanged();
  };
  const startAgain = async (): Promise<void> => {
    if ((await renew.run({ input: { claimId } })) !== undefined) {
      verify.clear();
      onChanged();
    }
  };
  return (
    <div className="stack stack--tight">
      <div className="row">
        <Button look="filled" isBusy={verify.isBusy} onClick={() => void check()}>
          {verify.isBusy ? words.proof.checking : words.proof.checkNow}
        </Button>
        <Button look="plain" isBusy={renew.isBusy} onClick={() => void startAgain()}>
          {words.proof.newCode}
        </Button>
      </div>
      <ProblemNote problem={verify.problem ?? renew.problem} />
      {isExpired && <p className="note">{words.proof.expiredHint}</p>}
      {verify.problem === undefined && lastProblem !== null && (
        <Notice tone="care">
          <p className="notice__title">{words.proof.lastProblem}</p>
          <p lang="en">{lastProblem}</p>
        </Notice>
      )}
    </div>
  );
}
