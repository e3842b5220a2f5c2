import { Link } from 'react-router';
import { type FragmentOf, readFragment, type ResultOf } from '../../client/graphql.js';
import { useProvePlace } from '../claims/use-prove-place.js';
import { useLanguage } from '../language/language-context.js';
import { Button } from '../parts/button.js';
import { ProblemNote } from '../parts/problem-note.js';
import { DisputedParts } from './dispute-fragment.js';
import './dispute-note.css';
import { type DisputeStanding, disputeStanding } from './dispute-standing.js';
import { disputeText } from './dispute-text.js';

type Disputed = ResultOf<typeof DisputedParts>;

/** What stands against an answer, or was decided against it, and the one thing to do next. Nothing where there is neither. */
export function DisputeNote({ statement: masked }: { statement: FragmentOf<typeof DisputedParts> }) {
  const language = useLanguage();
  const { words, formats } = language;
  const statement = readFragment(DisputedParts, masked);
  const standing = disputeStanding(statement);
  if (standing === undefined) {
    return null;
  }
  const { what, nextStep, other } = standing;
  const [open] = statement.disputes;
  return (
    <div className="dispute-note">
      <p>
        <strong>{words.dispute.titles[what]}</strong> {disputeText(standing, language)}
      </p>
      {nextStep !== undefined && <NextStep statement={statement} nextStep={nextStep} />}
      {statement.isMine && open !== undefined && (
        <p>
          <Link to={`/disputes/${open.id}`}>{words.exchange.look}</Link>
        </p>
      )}
      {other !== undefined && (
        <p>
          <Link to={`/statements/${other.id}`}>
            {words.dispute.seeOther}
            <span className="hidden-label">
              : {words.statement.logIndex} {formats.count(other.logIndex)}
            </span>
          </Link>
        </p>
      )}
    </div>
  );
}

interface NextStepProps {
  statement: Disputed;
  nextStep: NonNullable<DisputeStanding['nextStep']>;
}

function NextStep({ statement, nextStep }: NextStepProps) {
  const { words } = useLanguage();
  const { prove, isBusy, problem } = useProvePlace();
  const { subjectKind: kind, address, capacity } = statement;
  if (address === null || kind === 'CONTENT' || kind === 'ACCOUNT') {
    return null;
  }
  if (nextStep === 'answer-again') {
    return (
      <p>
        <Link to={`/say-no?address=${encodeURIComponent(address)}&kind=${kind}`}>{words.dispute.again}</Link>
      </p>
    );
  }
  return (
    <>
      <Button
        aria-label={`${words.dispute.show}: ${address}`}
        isBusy={isBusy}
        onClick={() => void prove({ kind, address, capacity })}
      >
        {words.dispute.show}
      </Button>
      <ProblemNote problem={problem} />
    </>
  );
}
