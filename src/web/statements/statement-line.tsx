import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type FragmentOf, readFragment } from '../../client/graphql.js';
import { useLanguage } from '../language/language-context.js';
import { AddressText, ForeignText } from '../parts/foreign-text.js';
import { assuranceWords } from './assurance-words.js';
import { WorkText } from '../works/work-text.js';
import { OrganisationLink } from './organisation-link.js';
import { StatementParts } from './statement-fragment.js';
import './statement-line.css';
import { StatementSentence } from './statement-sentence.js';

interface StatementLineProps {
  statement: FragmentOf<typeof StatementParts>;
  /** Why it decides, or why it does not count. */
  reason?: ReactNode;
  /** What can be done with it. */
  children?: ReactNode;
}

/** One answer of the record in a list: what, about what, by whom, when, and where to see all of it. */
export function StatementLine({ statement: masked, reason, children }: StatementLineProps) {
  const { words, formats } = useLanguage();
  const statement = readFragment(StatementParts, masked);
  return (
    <article className="statement-line">
      <p className="statement-line__head">
        <StatementSentence statement={statement} />
        <Link to={`/statements/${statement.id}`} className="note">
          {words.statement.seeRecord}
          <span className="hidden-label">
            : {words.statement.logIndex} {formats.count(statement.logIndex)}
          </span>
        </Link>
      </p>
      <p>
        {statement.subjectKind === 'CONTENT' ? (
          <WorkText work={statement.work} />
        ) : statement.subjectKind === 'ACCOUNT' ? (
          words.kinds.ACCOUNT
        ) : statement.address === null ? (
          <span className="soft">{words.statement.erased}</span>
        ) : (
          <AddressText text={statement.address} longest={160} />
        )}
      </p>
      <p className="note">
        {statement.isMine ? (
          words.statement.byYou
        ) : statement.organisation !== null ? (
          <>
            {words.statement.by} <OrganisationLink organisation={statement.organisation} />
          </>
        ) : (
          <>
            {words.statement.by} <ForeignText text={statement.claimant} longest={24} />
          </>
        )}
        , {words.capacityPhrases[statement.capacity]} · {formats.day(statement.statedAt)} ·{' '}
        {assuranceWords(statement, words)}
      </p>
      <StatementEnd statement={statement} />
      {reason}
      {children}
    </article>
  );
}

function StatementEnd({
  statement,
}: {
  statement: { withdrawnAt: string | null; supersededBy: string | null; expiresAt: string | null };
}) {
  const { words, formats } = useLanguage();
  if (statement.withdrawnAt !== null) {
    return <p className="note">{words.statement.withdrawnOn(formats.day(statement.withdrawnAt))}</p>;
  }
  if (statement.supersededBy !== null) {
    return (
      <p className="note">
        <Link to={`/statements/${statement.supersededBy}`}>{words.statement.replaced}</Link>
      </p>
    );
  }
  return statement.expiresAt === null ? null : (
    <p className="note">{words.statement.endsOn(formats.day(statement.expiresAt))}</p>
  );
}
