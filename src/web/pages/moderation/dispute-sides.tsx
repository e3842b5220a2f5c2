import { readFragment } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { ExhibitList } from '../dispute/exhibit-list.js';
import { AnswerSides } from './answer-sides.js';
import { BesideItem } from './beside/beside-item.js';
import { ClaimSides } from './claim-sides.js';
import { type Dispute, type DisputedAnswers, QueuedClaimParts } from './operations.js';

/** What each side of an open dispute says and shows, side by side, and until when that may go on. */
export function DisputeSides({ dispute }: { dispute: Dispute }) {
  const { words, formats } = useLanguage();
  const { answers } = dispute;
  const claims = dispute.claims.map((claim) => readFragment(QueuedClaimParts, claim));
  return (
    <>
      <div className="note">
        <p>{words.moderation.openedOn(formats.day(dispute.openedAt))}</p>
        {answers !== null && <p>{deadlineOf(answers)}</p>}
      </div>
      {answers === null ? (
        <ClaimSides dispute={dispute} claims={claims} />
      ) : (
        <AnswerSides answers={answers} claims={claims} />
      )}
      <BesideItem item={`dispute:${dispute.id}`} />
      {dispute.exhibits.length > 0 && <ExhibitList dispute={{ ...dispute, ownClaimant: null }} />}
    </>
  );

  function deadlineOf({ awaitsModerator, lapsesAt }: DisputedAnswers): string {
    return awaitsModerator === true || lapsesAt === null
      ? words.moderation.waitsForYou
      : words.moderation.lapsesOn(formats.day(lapsesAt));
  }
}
