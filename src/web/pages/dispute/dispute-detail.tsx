import { Link } from 'react-router';
import { GroundsText } from '../../claims/grounds-text.js';
import { PlaceText } from '../../claims/place-text.js';
import { useLanguage } from '../../language/language-context.js';
import { PageTitle } from '../../parts/page-title.js';
import { Notice } from '../../parts/notice.js';
import { AppealForm } from './appeal-form.js';
import { AppealList } from './appeal-list.js';
import { ExhibitForm } from './exhibit-form.js';
import { ExhibitList } from './exhibit-list.js';
import type { DisputeFile } from './operations.js';
import { OpposedAnswers } from './opposed-answers.js';

interface DisputeDetailProps {
  dispute: DisputeFile;
  onChanged: () => void;
}

/** What is contested, what each side shows, what was decided, and the one thing that can be done next. */
export function DisputeDetail({ dispute, onChanged }: DisputeDetailProps) {
  const { words } = useLanguage();
  const { id, cause, address, answers, appeals, takesExhibits, canAppeal, ownClaimant } = dispute;
  const isSide = ownClaimant !== null;
  return (
    <>
      <PageTitle
        tab={words.exchange.title}
        over={
          isSide ? (
            <Link to="/desk">{words.desk.title}</Link>
          ) : (
            <Link to="/moderation">{words.moderation.title}</Link>
          )
        }
      >
        {words.exchange.title}
      </PageTitle>
      <p className="lead">
        {words.moderation.causes[cause]}: <PlaceText address={address} longest={160} />
      </p>
      <Standing dispute={dispute} />
      {answers !== null && <OpposedAnswers dispute={dispute} />}
      <ExhibitList dispute={dispute} />
      {appeals.length > 0 && <AppealList appeals={appeals} isSide={isSide} />}
      {isSide && takesExhibits && <ExhibitForm disputeId={id} onSent={onChanged} />}
      {canAppeal && <AppealForm dispute={dispute} onSent={onChanged} />}
    </>
  );
}

function Standing({ dispute }: { dispute: DisputeFile }) {
  const { words, formats } = useLanguage();
  const { openedAt, closedAt, outcome, closingReason, reason, answers, appealedFrom } = dispute;
  const isModerators = dispute.ownClaimant === null;
  if (closedAt === null) {
    return (
      <div className="section">
        <Notice tone="care">
          <p className="notice__title">{words.exchange.open}</p>
          {answers?.awaitsModerator === true ? (
            <p>{words.exchange.waitsForPerson}</p>
          ) : (
            answers !== null &&
            answers.lapsesAt !== null && <p>{words.exchange.lapsesOn(formats.day(answers.lapsesAt))}</p>
          )}
          {isModerators && <p>{words.exchange.whereDecided}</p>}
        </Notice>
        <p className="note">{words.moderation.openedOn(formats.day(openedAt))}.</p>
      </div>
    );
  }
  return (
    <section className="section stack">
      <h2>{words.exchange.decided}</h2>
      <p>
        {words.moderation.closedOn(formats.day(closedAt))}{' '}
        {outcome !== null && words.moderation.outcomes[outcome]}{' '}
        {reason === null ? (
          closingReason !== null && words.moderation.endings[closingReason]
        ) : (
          <GroundsText grounds={reason} />
        )}
      </p>
      {appealedFrom !== null && (
        <p>
          <Link to={`/disputes/${appealedFrom}`}>{words.exchange.before}</Link>
        </p>
      )}
    </section>
  );
}
