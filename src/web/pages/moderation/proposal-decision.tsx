import { Link } from 'react-router';
import { GroundsText } from '../../claims/grounds-text.js';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import { AnswerProposal, type QueuedProposal } from './operations.js';

interface ProposalDecisionProps {
  proposal: QueuedProposal;
  /** Whoever proposed it can drop it, and never confirm it. */
  isOwn: boolean;
  onDone: (text: string) => void;
}

/** What one moderator decided and another has to look at: nothing has happened yet. */
export function ProposalDecision({ proposal, isOwn, onDone }: ProposalDecisionProps) {
  const { words, formats } = useLanguage();
  const answer = useAction(AnswerProposal, (data) => data.answerProposal);
  const { id, action, target, input, proposedAt } = proposal;
  const { reasonCode, note, approve, outcome } = readInput(input);
  const [kind = '', targetId = ''] = target.split(':');
  const isShutOut = action === 'SET_ASIDE' && kind === 'claimant';

  const send = async (confirm: boolean): Promise<void> => {
    const done = await answer.run({ input: { proposalId: id, confirm } });
    if (done !== undefined) onDone(confirm ? words.moderation.confirmed : words.moderation.dropped);
  };
  return (
    <section className="stack">
      <h3>{words.moderation.proposals[action]}</h3>
      <p className="note">
        {words.moderation.proposedOn(formats.moment(proposedAt))}{' '}
        {isShutOut ? words.moderation.shutOut : words.moderation.nothingYet}
      </p>
      <p>
        {kind === 'claim' ? (
          <Link to={`/claims/${targetId}`}>{words.moderation.seeClaim}</Link>
        ) : (
          <ForeignText text={target} longest={120} />
        )}
        {approve === false && `: ${words.moderation.reject}`}
        {outcome !== undefined && <ForeignText text={`: ${outcome}`} />}
      </p>
      <p>
        <GroundsText grounds={`${reasonCode}: ${note}`} />
      </p>
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

interface ProposedInput {
  readonly reasonCode: string;
  readonly note: string;
  readonly approve?: boolean;
  readonly outcome?: string;
}

function readInput(text: string): ProposedInput {
  return JSON.parse(text) as ProposedInput;
}
