import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { PageTitle } from '../../parts/page-title.js';
import { PagedList } from '../../parts/paged-list.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { ClaimDecision } from './claim-decision.js';
import { DisputeDecision } from './dispute-decision.js';
import './moderation.css';
import { Disputes, ModerationQueue } from './operations.js';

/** What waits for a person: claims with evidence, and places that two say are theirs. */
export function ModerationPage() {
  const words = useWords();
  const [done, setDone] = useState('');
  return (
    <div className="page">
      <PageTitle tab={words.moderation.title}>{words.moderation.title}</PageTitle>
      <p role="status" className="soft">
        {done}
      </p>
      <SignedInOnly why={words.moderation.needed}>
        {() => (
          <>
            <section className="section">
              <h2>{words.moderation.disputes}</h2>
              <PagedList
                query={Disputes}
                pick={(data) => data.disputes}
                empty={<p className="soft">{words.moderation.noDisputes}</p>}
              >
                {(dispute) => <DisputeDecision key={dispute.id} dispute={dispute} onDone={setDone} />}
              </PagedList>
            </section>
            <section className="section">
              <h2>{words.moderation.claims}</h2>
              <PagedList
                query={ModerationQueue}
                pick={(data) => data.moderationQueue}
                empty={<p className="soft">{words.moderation.noClaims}</p>}
              >
                {(claim) => <ClaimDecision key={claim.id} claim={claim} onDone={setDone} />}
              </PagedList>
            </section>
          </>
        )}
      </SignedInOnly>
    </div>
  );
}
