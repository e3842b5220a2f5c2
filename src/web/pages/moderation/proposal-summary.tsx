import { Link } from 'react-router';
import { GroundsText } from '../../claims/grounds-text.js';
import { useLanguage } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { nameOf } from '../../server/enum-words.js';
import type { QueuedProposal } from './operations.js';

/** What one moderator decided, about what, and why. */
export function ProposalSummary({ proposal }: { proposal: QueuedProposal }) {
  const { words, formats } = useLanguage();
  const { action, target, input, proposedAt } = proposal;
  const { reasonCode, note, approve, outcome } = readInput(input);
  const [kind = '', targetId = ''] = target.split(':');
  const isShutOut = action === 'SET_ASIDE' && kind === 'claimant';
  const outcomes: Readonly<Record<string, string>> = {
    ...words.moderation.outcomes,
    UPHELD: words.moderation.overturned,
  };
  const told = (word: string): string => outcomes[nameOf(word)] ?? word;
  return (
    <>
      <h3>{words.moderation.proposals[action]}</h3>
      <p className="note">
        {words.moderation.proposedOn(formats.moment(proposedAt))}{' '}
        {isShutOut ? words.moderation.shutOut : words.moderation.nothingYet}
      </p>
      <p>
        {kind === 'claim' ? (
          <Link to={`/claims/${targetId}`}>{words.moderation.seeClaim}</Link>
        ) : kind === 'dispute' ? (
          <Link to={`/disputes/${targetId}`}>{words.moderation.seeDispute}</Link>
        ) : (
          <ForeignText text={target} longest={120} />
        )}
        {approve === false && `: ${words.moderation.reject}`}
        {outcome !== undefined && ` ${told(outcome)}`}
      </p>
      <p>
        <GroundsText grounds={`${reasonCode}: ${note}`} />
      </p>
    </>
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
