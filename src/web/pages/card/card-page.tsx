import { Link } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { PageTitle } from '../../parts/page-title.js';
import type { PublicStatement } from '../../verification/operations.js';
import { StatementById } from '../statement/statement-by-id.js';
import { CardMaker } from './card-maker.js';
import './card.css';

/** A picture of an answer, to show to others. Made in the browser, so that nobody learns that it was, nor of whose picture. */
export function CardPage() {
  const words = useWords();
  return (
    <div className="page page--narrow stack stack--loose">
      <StatementById>
        {(id, statement) => (
          <>
            <PageTitle
              tab={words.card.title}
              over={<Link to={`/statements/${id}`}>{words.certificate.back}</Link>}
            >
              {words.card.title}
            </PageTitle>
            {stands(statement) ? (
              <CardMaker statement={statement} />
            ) : (
              <p className="lead">{words.card.ended}</p>
            )}
          </>
        )}
      </StatementById>
    </div>
  );
}

/** What was withdrawn or replaced is nobody's answer any more. */
function stands({ withdrawnAt, supersededBy, expiresAt }: PublicStatement): boolean {
  return (
    withdrawnAt === null &&
    supersededBy === null &&
    (expiresAt === null || new Date(expiresAt).getTime() > Date.now())
  );
}
