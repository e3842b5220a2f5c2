import { useNavigate } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useLink } from './use-link.js';

interface PlainLinkProps {
  token: string;
  /** Something came with the link that cannot be read: mail programs break long links. */
  hasLostDraft: boolean;
}

/** Needs a press, because mail scanners open links and would use it up. */
export function PlainLink({ token, hasLostDraft }: PlainLinkProps) {
  const words = useWords();
  const { enter, isBusy, problem } = useLink(token);
  const navigate = useNavigate();

  const confirm = async (): Promise<void> => {
    if (await enter()) {
      await navigate('/desk', { replace: true });
    }
  };
  return (
    <>
      <PageTitle tab={words.signIn.title}>{words.signIn.linkTitle}</PageTitle>
      {hasLostDraft ? (
        <Notice tone="care">
          <p className="notice__title">{words.carried.lost}</p>
          <p>{words.carried.lostMeans}</p>
        </Notice>
      ) : (
        <p className="lead">{words.signIn.linkWhy}</p>
      )}
      <ProblemNote problem={problem} />
      <div className="row">
        <Button look="filled" isBusy={isBusy} onClick={() => void confirm()}>
          {words.signIn.linkConfirm}
        </Button>
      </div>
      {!hasLostDraft && <p className="note">{words.signIn.linkElsewhere}</p>}
    </>
  );
}
