import { useState } from 'react';
import { useParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';

type Outcome = 'asked' | 'left' | 'nobodys' | 'failed';

/**
 * Where the link in a mail about new matches leads. One press ends such mails, without an account; nothing ends by opening the page, since
 * programs open what stands in mails.
 */
export function UnsubscribePage() {
  const { unsubscribe: words } = useWords();
  const { token = '' } = useParams();
  const [outcome, setOutcome] = useState<Outcome>('asked');
  const leave = async (): Promise<void> => {
    const answer = await fetch(`/unsubscribe/${encodeURIComponent(token)}`, { method: 'POST' }).catch(
      () => undefined,
    );
    setOutcome(answer?.ok === true ? 'left' : answer?.status === 404 ? 'nobodys' : 'failed');
  };
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={words.title}>{words.title}</PageTitle>
      <div role="status">
        {outcome !== 'asked' && (
          <Notice tone={outcome === 'left' ? 'good' : 'care'}>
            <p>{words[outcome]}</p>
          </Notice>
        )}
      </div>
      {outcome !== 'left' && (
        <>
          <p className="lead">{words.means}</p>
          <div className="row">
            <Button look="filled" onClick={() => void leave()}>
              {words.button}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
