import { useLocation, useParams } from 'react-router';
import { readCarriedDraft } from '../say-no/carried-draft.js';
import { AnswerLink } from './answer-link.js';
import { PlainLink } from './plain-link.js';

/** Where the mailed link leads, on whatever device; behind its `#` may stand the answer that was being given. */
export function LinkPage() {
  const { token = '' } = useParams();
  const { hash } = useLocation();
  const draft = readCarriedDraft(hash.slice(1));
  return (
    <div className="page page--narrow stack stack--loose">
      {draft === undefined ? (
        <PlainLink key={token} token={token} hasLostDraft={hash.length > 1} />
      ) : (
        <AnswerLink key={token + hash} token={token} carried={draft} />
      )}
    </div>
  );
}
