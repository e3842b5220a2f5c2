import { focusTitle } from '../../browser/focus-title.js';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { CopyText } from '../../parts/copy-text.js';
import { Notice } from '../../parts/notice.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import './file-proof.css';
import { type ClaimData, RenewChallenge, VerifyClaim } from './operations.js';

interface FileProofProps {
  claimId: string;
  challenge: NonNullable<ClaimData['challenge']>;
  onChanged: () => void;
}

/** Proof by a file that only who controls the place can put there. */
export function FileProof({ claimId, challenge, onChanged }: FileProofProps) {
  const { words, formats } = useLanguage();
  return (
    <section className="section">
      <h2>{words.proof.title}</h2>
      <ol className="proof-steps">
        <li>
          <p>{words.proof.makeFile}</p>
          <CopyText label={words.proof.content} text={challenge.fileContent} />
        </li>
        <li>
          <p>{words.proof.putFile}</p>
          <CopyText label={words.proof.address} text={challenge.fileUrl} />
        </li>
        <li>
          <p>{words.proof.check}</p>
          <CheckNow claimId={claimId} lastProblem={challenge.lastProblem} onChanged={onChanged} />
        </li>
      </ol>
      <p className="note">
        {words.proof.expires(formats.day(challenge.expiresAt))}{' '}
        {challenge.lastCheckedAt !== null && words.proof.lastChecked(formats.moment(challenge.lastCheckedAt))}
      </p>
    </section>
  );
}

interface CheckNowProps {
  claimId: string;
  lastProblem: string | null;
  onChanged: () => void;
}

function CheckNow({ claimId, lastProblem, onChanged }: CheckNowProps) {
  const { words } = useLanguage();
  const verify = useAction(VerifyClaim, (data) => data.verifyClaim);
  const renew = useAction(RenewChallenge, (data) => data.renewChallenge);
  const isExpired = verify.problem?.kind === 'refused' && verify.problem.refusal.code === 'CHALLENGE_EXPIRED';

  const check = async (): Promise<void> => {
    if ((await verify.run({ input: { claimId } })) !== undefined) {
      focusTitle();
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
