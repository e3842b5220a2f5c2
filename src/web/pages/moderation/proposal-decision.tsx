import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import { DECISION_TOUCHES } from './decision-touches.js';
import { AnswerProposal, type QueuedProposal } from './operations.js';
import { ProposalSummary } from './proposal-summary.js';

interface ProposalDecisionProps {
  proposal: QueuedProposal;
  /** Whoever proposed it can drop it, and never confirm it. */
  isOwn: boolean;
  onDone: (text: string) => void;
}

/** What one moderator decided and another has to look at: nothing has happened yet. */
export function ProposalDecision({ proposal, isOwn, onDone }: ProposalDecisionProps) {
  const words = useWords();
  const answer = useAction(AnswerProposal, (data) => data.answerProposal, DECISION_TOUCHES);

  const send = async (confirm: boolean): Promise<void> => {
    const done = await answer.run({ input: { proposalId: proposal.id, confirm } });
    if (done !== undefined) onDone(confirm ? words.moderation.confirmed : words.moderation.dropped);
  };
  return (
    <section className="stack">
      <ProposalSummary proposal={proposal} />
      {isOwn && <p className="soft">{words.moderation.ownProposal}</p>}
      <ProblemNote problem={answer.problem} />
      <div className="row">
        {!isOwn && (
          <Button look="filled" isBusy={answer.isBusy} onClick={() => void send(true)}>
            {words.moderation.confirm}
          </Button>
        )}
        <Button isBusy={answer.isBusy} onClick={() => void send(false)}>
          {words.moderation.drop}
        </Button>
      </div>
    </section>
  );
}
