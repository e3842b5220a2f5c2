import { useState } from 'react';
import { useLanguage } from '../language/language-context.js';
import { FileChoice } from '../parts/file-choice.js';
import { ProblemNote } from '../parts/problem-note.js';
import type { Problem } from '../server/problem.js';
import { useQuestion } from '../server/use-question.js';
import './claim-files.css';
import { sendFileTo } from './send-file-to.js';
import { SignedOriginal } from './signed-original.js';
import { SignedOriginalsQuery } from './signed-originals-query.js';

interface SignedOriginalsProps {
  claimId: string;
  /** Whether one can be given and deleted here: by the claimant, and by no moderator. */
  isMine: boolean;
}

/** What the signed files say that a claimant gave with a claim. The files themselves are read and forgotten. */
export function SignedOriginals({ claimId, isMine }: SignedOriginalsProps) {
  const { words } = useLanguage();
  const [{ data }, ask] = useQuestion({
    query: SignedOriginalsQuery,
    variables: { id: claimId },
    requestPolicy: 'cache-and-network',
  });
  const [problem, setProblem] = useState<Problem>();
  const [isReading, setReading] = useState(false);
  const again = (): void => {
    ask({ requestPolicy: 'network-only' });
  };
  const send = async (file: File): Promise<void> => {
    setReading(true);
    setProblem(await sendFileTo(`/claims/${encodeURIComponent(claimId)}/originals`, file));
    setReading(false);
    again();
  };
  const claim = data?.claim;
  const originals = claim?.signedOriginals ?? [];
  if (!isMine && originals.length === 0) return null;
  return (
    <section className="stack stack--tight">
      <h3>{isMine ? words.originals.title : words.originals.given}</h3>
      <p className="soft">{isMine ? words.originals.means : words.originals.meansToModerators}</p>
      <ul className="claim-files">
        {originals.map((original) => (
          <li key={original.id}>
            {claim && <SignedOriginal claim={claim} original={original} isMine={isMine} onChanged={again} />}
          </li>
        ))}
      </ul>
      <ProblemNote problem={problem} />
      {isMine && (
        <FileChoice
          accept="image/jpeg,image/png,image/heic,image/heif,image/avif,audio/mpeg"
          label={words.originals.choose}
          hint={words.originals.hint}
          takesPasted={false}
          onFile={(file) => void send(file)}
        >
          <p role="status">{isReading ? words.originals.reading : ''}</p>
        </FileChoice>
      )}
    </section>
  );
}
