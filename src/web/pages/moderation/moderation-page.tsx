import { useCallback, useState } from 'react';
import { readFragment } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ButtonLink } from '../../parts/button-link.js';
import { KeyHelp } from '../../parts/key-help.js';
import { PageTitle } from '../../parts/page-title.js';
import { PagedList } from '../../parts/paged-list.js';
import { SecondStepUrge } from '../../parts/sign-in/second-step-urge.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { useQuestion } from '../../server/use-question.js';
import { CasePicturesProvider } from './beside/case-pictures.js';
import { CaseCard } from './case-card.js';
import { DisputeDecision } from './dispute-decision.js';
import { goOnFrom } from './go-on-from.js';
import './moderation.css';
import { LoadCharts } from './load-charts.js';
import { DisputeParts, Disputes, ModerationQueue, QueueLoad } from './operations.js';
import { LoadLine } from './queue-load.js';
import { CASE_KEYS, useCaseKeys } from './use-case-keys.js';

/** What waits for a person, the most harmful first. */
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
          <div className="stack">
            <SecondStepUrge />
            <Queue onDone={setDone} />
          </div>
        )}
      </SignedInOnly>
    </div>
  );
}

function Queue({ onDone }: { onDone: (text: string) => void }) {
  const words = useWords();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [{ data }] = useQuestion({ query: QueueLoad, requestPolicy: 'cache-and-network' });
  useCaseKeys(
    useCallback(() => {
      setHelpOpen(true);
    }, []),
  );
  return (
    <>
      {data !== undefined && <LoadLine load={data.queueLoad} />}
      {data !== undefined && <LoadCharts load={data.queueLoad} />}
      <div className="row">
        <Button
          onClick={() => {
            setHelpOpen(true);
          }}
        >
          {words.moderation.keys}
        </Button>
        <ButtonLink to="/moderation/audit">{words.audit.title}</ButtonLink>
        <ButtonLink to="/moderation/suspensions">{words.suspensions.setAside.name}</ButtonLink>
        <ButtonLink to="/moderation/hidden">{words.hidden.hide.name}</ButtonLink>
      </div>
      <KeyHelp
        title={words.moderation.keys}
        keys={Object.entries(CASE_KEYS).map(([key, action]) => [key, words.moderation.keyActions[action]])}
        isOpen={isHelpOpen}
        onClose={() => {
          setHelpOpen(false);
        }}
      />
      <section className="section">
        <h2>{words.moderation.cases}</h2>
        <PagedList
          query={ModerationQueue}
          pick={(found) => found.moderationQueue}
          empty={<p className="soft">{words.moderation.noCases}</p>}
        >
          {(queued) => (
            <CaseCard key={queued.id} queued={queued} viewerId={data?.viewer?.id} onDone={onDone} />
          )}
        </PagedList>
      </section>
      <section className="section">
        <h2>{words.moderation.disputes}</h2>
        <p className="note">{words.moderation.disputesMean}</p>
        <PagedList
          query={Disputes}
          pick={(found) => found.disputes}
          empty={<p className="soft">{words.moderation.noDisputes}</p>}
        >
          {(masked) => {
            const dispute = readFragment(DisputeParts, masked);
            const waitsAbove =
              dispute.closedAt === null &&
              (dispute.answers === null || dispute.answers.awaitsModerator === true);
            return waitsAbove ? null : (
              <CasePicturesProvider key={dispute.id}>
                <DisputeDecision
                  dispute={dispute}
                  onDone={(text) => {
                    onDone(text);
                    goOnFrom();
                  }}
                />
              </CasePicturesProvider>
            );
          }}
        </PagedList>
      </section>
    </>
  );
}
