import { Fragment, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { type FragmentOf, readFragment } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import { WorkTitle } from '../../works/work-text.js';
import { AnswerDisputesDecision } from './answer-disputes-decision.js';
import { AppealDecision } from './appeal-decision.js';
import { BesideItem } from './beside/beside-item.js';
import { CasePicturesProvider } from './beside/case-pictures.js';
import { PictureButtons } from './beside/picture-buttons.js';
import { CaseNotes } from './case-notes.js';
import { ClaimsDecision } from './claims-decision.js';
import { DisputeDecision } from './dispute-decision.js';
import { goOnFrom } from './go-on-from.js';
import { CaseParts, DisputeParts, HoldCase } from './operations.js';
import { ProposalDecision } from './proposal-decision.js';
import { ProposalsDecision } from './proposals-decision.js';
import { ReportDecision } from './report-decision.js';

interface CaseCardProps {
  queued: FragmentOf<typeof CaseParts>;
  /** Id of the moderator's account. */
  viewerId: string | undefined;
  onDone: (text: string) => void;
}

/** What is best decided together, with why it is one case and who has taken it. */
export function CaseCard({ queued: masked, viewerId, onDone: onTold }: CaseCardProps) {
  const { words, formats } = useLanguage();
  const queued = readFragment(CaseParts, masked);
  const { id, harm, waitsSince, ties, heldBy, heldUntil } = queued;
  const hold = useAction(HoldCase, (data) => data.holdCase);
  const disputes = queued.disputes.map((dispute) => readFragment(DisputeParts, dispute));
  const areTogether = queued.disputeIds.length > 1 && disputes.every(({ answers }) => answers !== null);
  const isMine = heldBy !== null && heldBy === viewerId;
  const onDone = (text: string): void => {
    onTold(text);
    goOnFrom(id);
  };
  return (
    <CasePicturesProvider>
      <article className="case case--wide" tabIndex={-1} data-case={id}>
        <header className="case__head">
          <div>
            <h3>{words.moderation.harms[harm]}</h3>
            <p className="note">
              {words.moderation.waitsSince(formats.moment(waitsSince))}
              {ties.map((tie) => ` ${words.moderation.ties[tie]}`)}
            </p>
          </div>
          <Button
            isBusy={hold.isBusy}
            data-take=""
            onClick={() => void hold.run({ input: { caseId: id, hold: !isMine } })}
          >
            {isMine ? words.moderation.giveBack : words.moderation.take}
          </Button>
        </header>
        <p className="note case__held">
          {heldUntil === null
            ? words.moderation.notTaken
            : isMine
              ? words.moderation.yoursUntil(formats.moment(heldUntil))
              : words.moderation.takenUntil(formats.moment(heldUntil))}
        </p>
        <ProblemNote problem={hold.problem} />
        <PictureButtons />
        {queued.proposalIds.length > 1 ? (
          <Decided onDone={onDone}>
            {(told) => (
              <ProposalsDecision
                proposals={queued.proposals}
                ids={queued.proposalIds}
                isOwn={queued.proposals.some(({ proposedBy }) => proposedBy === viewerId)}
                onDone={told}
              />
            )}
          </Decided>
        ) : (
          queued.proposals.map((proposal) => (
            <ProposalDecision
              key={proposal.id}
              proposal={proposal}
              isOwn={proposal.proposedBy === viewerId}
              onDone={onDone}
            />
          ))
        )}
        {areTogether ? (
          <Decided onDone={onDone}>
            {(told) => <AnswerDisputesDecision disputes={disputes} ids={queued.disputeIds} onDone={told} />}
          </Decided>
        ) : (
          disputes.map((dispute) => <DisputeDecision key={dispute.id} dispute={dispute} onDone={onDone} />)
        )}
        {queued.appeals.map((appealed) => (
          <AppealDecision key={appealed.appeal.id} appealed={appealed} onDone={onDone} />
        ))}
        {queued.claims.length > 0 && (
          <Decided onDone={onDone}>
            {(told) => <ClaimsDecision claims={queued.claims} ids={queued.claimIds} onDone={told} />}
          </Decided>
        )}
        {queued.reports.map((report) => (
          <ReportDecision key={report.id} report={report} onDone={onDone} />
        ))}
        {queued.works.map((work) => (
          <section key={work.id} className="stack">
            <p>
              <Link to={`/desk/works/${work.id}`}>
                <WorkTitle title={work.title} />
              </Link>
            </p>
            <BesideItem item={`work:${work.id}`} />
          </section>
        ))}
        <CaseNotes queued={queued} />
      </article>
    </CasePicturesProvider>
  );
}

interface DecidedProps {
  onDone: (text: string) => void;
  children: (onDone: (text: string) => void) => ReactNode;
}

/** What a decision leaves of several things is chosen anew; what was chosen for the rest of the case stays. */
function Decided({ onDone, children }: DecidedProps) {
  const [decisions, setDecisions] = useState(0);
  return (
    <Fragment key={decisions}>
      {children((text) => {
        setDecisions((before) => before + 1);
        onDone(text);
      })}
    </Fragment>
  );
}
