import { useLanguage } from '../../language/language-context.js';
import { Notice } from '../../parts/notice.js';
import type { ClaimData } from './operations.js';

/** What has become of a proof since it was first seen: nothing to say while it is there. */
export function ProofState({ proof }: { proof: NonNullable<ClaimData['proof']> }) {
  const { words, formats } = useLanguage();
  if (proof.lapsedAt !== null) {
    return (
      <Notice tone="care">
        <p className="notice__title">{words.proof.lapsed(formats.day(proof.lapsedAt))}</p>
        <p>{words.proof.lapsedMeans}</p>
        <LastProblem proof={proof} />
      </Notice>
    );
  }
  if (proof.lapsesAt === null) {
    return null;
  }
  return (
    <Notice tone="care">
      <p className="notice__title">{words.proof.failing}</p>
      <p>{words.proof.failingMeans(formats.day(proof.lapsesAt))}</p>
      <LastProblem proof={proof} />
    </Notice>
  );
}

function LastProblem({ proof }: { proof: NonNullable<ClaimData['proof']> }) {
  return proof.lastProblem === null ? null : (
    <p lang="en" className="note">
      {proof.lastProblem}
    </p>
  );
}
