import { useCallback, useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Dialog } from '../../parts/dialog.js';
import { PageTitle } from '../../parts/page-title.js';
import { PagedList } from '../../parts/paged-list.js';
import { SecondStepUrge } from '../../parts/sign-in/second-step-urge.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { CasePicturesProvider } from './beside/case-pictures.js';
import { CaseCard } from './case-card.js';
import { DisputeDecision } from './dispute-decision.js';
import './moderation.css';
import { LoadCharts } from './load-charts.js';
import { DisputeParts, Disputes, ModerationQueue, QueueLoad } from './operations.js';
import { LoadLine } from './queue-load.js';
import { CASE_KEYS, useCaseKeys } from './use-case-keys.js';

/** What waits for a person, the most harmful first. */
export function ModerationPage() {
  const words = useWords();
  const [done, setDone] = useState({ text: '', count: 0 });
  const onDone = (text: string): void => {
    setDone(({ count }) => ({ text, count: count + 1 }));
  };
  return (
    <div className="page">
      <PageTitle tab={words.moderation.title}>{words.moderation.title}</PageTitle>
      <p role="status" className="soft">
        {done.text}
      </p>
      <SignedInOnly why={words.moderation.needed}>
        {() => (
          <div className="stack">
            <SecondStepUrge />
            <Queue done={done.count} onDone={onDone} />
          </div>
        )}
      </SignedInOnly>
    </div>
  );
}

function Queue({ done, onDone }: { done: number; onDone: (text: string) => void }) {
  const words = useWords();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [{ data }, readAgain] = useQuery({ query: QueueLoad, requestPolicy: 'cache-and-network' });
  useEffect(() => {
    if (done > 0) readAgain({ requestPolicy: 'network-only' });
  }, [done, readAgain]);
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
      <KeysHelp
        isOpen={isHelpOpen}
        onClose={() => {
          setHelpOpen(false);
        }}
      />
      <section className="section">
        <h2>{words.moderation.cases}</h2>
        <PagedList
          key={done}
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
                <DisputeDecision dispute={dispute} onDone={onDone} />
              </CasePicturesProvider>
            );
          }}
        </PagedList>
      </section>
    </>
  );
}

function KeysHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog isOpen={isOpen} title={words.moderation.keys} onClose={onClose}>
      <dl className="keys">
        {Object.entries(CASE_KEYS).map(([key, action]) => (
          <div key={key} className="keys__line">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words.moderation.keyActions[action]}</dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <Button onClick={onClose}>{words.moderation.closeKeys}</Button>
      </div>
    </Dialog>
  );
}
