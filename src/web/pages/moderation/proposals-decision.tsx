import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { CheckField } from '../../parts/check-field.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import { DECISION_TOUCHES } from './decision-touches.js';
import { AnswerProposals, type QueuedProposal } from './operations.js';
import { ProposalSummary } from './proposal-summary.js';
import { TickAll } from './tick-all.js';
import { toldResults } from './told-results.js';
import { useInParts } from './use-in-parts.js';
import { useTicks } from './use-ticks.js';

interface ProposalsDecisionProps {
  /** Those that are shown; one moderator made all of them by one decision. */
  proposals: readonly QueuedProposal[];
  /** Of all proposals in the case. */
  ids: readonly string[];
  isOwn: boolean;
  onDone: (text: string) => void;
}

/** What one moderator decided alike about several things, for another to confirm: all of it, or what is ticked. */
export function ProposalsDecision({ proposals, ids, isOwn, onDone }: ProposalsDecisionProps) {
  const { words, formats } = useLanguage();
  const ticks = useTicks(
    proposals.map(({ id }) => id),
    ids,
  );
  const answer = useAction(AnswerProposals, (data) => data.answerProposals, DECISION_TOUCHES);
  const parts = useInParts();
  const isBusy = answer.isBusy || parts.progress !== undefined;

  const send = async (confirm: boolean): Promise<void> => {
    const results = await parts.run(ticks.chosen, async (proposalIds) => {
      const done = await answer.run({ input: { proposalIds: [...proposalIds], confirm } });
      return done?.results;
    });
    const done = confirm ? words.moderation.confirmed : words.moderation.dropped;
    if (results.length > 0) onDone(toldResults(done, results));
  };
  return (
    <section className="stack">
      <p>{words.moderation.proposedTogether(formats.count(ids.length))}</p>
      <TickAll ticks={ticks} />
      {proposals.map((proposal, index) => (
        <article key={proposal.id} className="case case--wide">
          <CheckField
            label={words.moderation.includeNumber(formats.count(index + 1))}
            isChecked={ticks.isTicked(proposal.id)}
            onChecked={(isTicked) => {
              ticks.tick(proposal.id, isTicked);
            }}
          />
          <ProposalSummary proposal={proposal} />
        </article>
      ))}
      {isOwn && <p className="soft">{words.moderation.ownProposal}</p>}
      <ProblemNote problem={answer.problem} />
      <div className="row">
        {!isOwn && (
          <Button
            look="filled"
            isBusy={isBusy}
            disabled={ticks.chosen.length === 0}
            onClick={() => void send(true)}
          >
            {words.moderation.confirmMany(formats.count(ticks.chosen.length))}
          </Button>
        )}
        <Button isBusy={isBusy} disabled={ticks.chosen.length === 0} onClick={() => void send(false)}>
          {words.moderation.dropMany(formats.count(ticks.chosen.length))}
        </Button>
        <span role="status" className="note">
          {parts.progress !== undefined &&
            words.moderation.progress(formats.count(parts.progress.done), formats.count(parts.progress.of))}
        </span>
      </div>
    </section>
  );
}
