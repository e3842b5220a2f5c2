import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ProblemNote } from '../../parts/problem-note.js';
import type { Problem } from '../../server/problem.js';
import { emptyDraft, keepDraft } from '../say-no/draft.js';
import { mediumOf, sendFile, titleOf } from '../works/send-file.js';
import './claim-file.css';

/** From a file to the answer about it. Fingerprints are made of it now; nothing is registered before the answer is. */
export function ClaimFile({ file }: { file: File }) {
  const words = useWords();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const claim = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const sent = await sendFile(file, mediumOf(file));
    setBusy(false);
    if ('prints' in sent) {
      keepDraft({ ...emptyDraft(), file: { title: titleOf(file), prints: sent.prints } });
      await navigate('/say-no?step=answer');
    } else {
      setProblem(sent);
    }
  };
  return (
    <section className="claim-file" aria-labelledby="claim-file">
      <h2 id="claim-file">{words.pictureSearch.mineTitle}</h2>
      <p>{words.pictureSearch.mineMeans}</p>
      <Button look="filled" isBusy={isBusy} onClick={() => void claim()}>
        {words.entry.mine}
      </Button>
      <ProblemNote problem={problem} />
    </section>
  );
}
