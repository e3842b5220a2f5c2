import { AcceptedTerms } from '../../acceptances/accepted-terms.js';
import { useWords } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { PageTitle } from '../../parts/page-title.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import './desk.css';
import { MyDisputes } from './my-disputes.js';
import { MyAnswers } from './my-answers.js';
import { MyPlaces } from './my-places.js';
import { MyWorks } from './my-works.js';

/** What an artist has said, what is theirs, and what to do next. */
export function DeskPage() {
  const words = useWords();
  return (
    <div className="page">
      <PageTitle tab={words.desk.title}>{words.desk.title}</PageTitle>
      <SignedInOnly>
        {() => (
          <>
            <div className="row">
              <ButtonLink look="no" to="/say-no">
                {words.home.sayNo}
              </ButtonLink>
              <ButtonLink to="/search">{words.home.find}</ButtonLink>
              <ButtonLink look="plain" to="/account">
                {words.account.title}
              </ButtonLink>
              <ButtonLink look="plain" to="/build">
                {words.build.title}
              </ButtonLink>
            </div>
            <div className="desk">
              <MyWorks />
              <MyAnswers />
              <MyPlaces />
              <MyDisputes />
              <AcceptedTerms />
            </div>
          </>
        )}
      </SignedInOnly>
    </div>
  );
}
