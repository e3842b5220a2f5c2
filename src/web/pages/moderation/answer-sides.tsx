import { readFragment, type ResultOf } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { StatementParts } from '../../statements/statement-fragment.js';
import { ClaimSummary } from './claim-summary.js';
import type { DisputedAnswers, QueuedClaimParts } from './operations.js';
import { SideAnswers } from './side-answers.js';

interface AnswerSidesProps {
  answers: DisputedAnswers;
  claims: readonly ResultOf<typeof QueuedClaimParts>[];
}

/** The no and the yes, each with what its claimant said and with the claims under it, which may be about more than that. */
export function AnswerSides({ answers: { statements }, claims }: AnswerSidesProps) {
  const words = useWords();
  const said = statements.map((statement) => readFragment(StatementParts, statement));
  const sides = [
    { title: words.moderation.saysNo, answers: said.filter(({ preference }) => preference !== 'ALLOW') },
    { title: words.moderation.saysYes, answers: said.filter(({ preference }) => preference === 'ALLOW') },
  ];
  return (
    <div className="case__sides">
      {sides.map(({ title, answers }) => (
        <section key={title} className="stack">
          <p className="over-title">{title}</p>
          {claims
            .filter(({ claimant }) => answers.some((answer) => answer.claimant === claimant))
            .map((claim) => (
              <ClaimSummary key={claim.id} claim={claim} />
            ))}
          <SideAnswers answers={answers} />
        </section>
      ))}
    </div>
  );
}
