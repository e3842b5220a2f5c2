import { Link } from 'react-router';
import { useLanguage } from '../../language/language-context.js';
import { CopyText } from '../../parts/copy-text.js';
import { Facts } from '../../parts/facts.js';
import { AddressText, ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { assuranceWords } from '../../statements/assurance-words.js';
import { DisputeNote } from '../../statements/dispute-note.js';
import { OrganisationLink } from '../../statements/organisation-link.js';
import { RunsWithAnswer } from '../../statements/runs-with-answer.js';
import { standingWords } from '../../statements/standing-words.js';
import { TermsFacts } from '../../statements/terms-facts.js';
import { StatementSentence } from '../../statements/statement-sentence.js';
import type { PublicStatement } from '../../verification/operations.js';
import { useVerification } from '../../verification/use-verification.js';
import { VerificationNotice } from '../../verification/verification-notice.js';
import { VerificationSection } from '../../verification/verification-section.js';
import { WorkText } from '../../works/work-text.js';

interface StatementDetailProps {
  /** The one in the page's address: the server's own word for it is not taken. */
  id: string;
  statement: PublicStatement;
}

export function StatementDetail({ id, statement }: StatementDetailProps) {
  const { words, formats } = useLanguage();
  const verifier = useVerification(id, statement);
  return (
    <div className="stack stack--loose">
      <PageTitle
        tab={words.statement.title(formats.count(statement.logIndex))}
        over={words.statement.title(formats.count(statement.logIndex))}
      >
        <StatementSentence statement={statement} />
      </PageTitle>
      <p className="lead">
        {words.kinds[statement.subjectKind]}
        {statement.subjectKind !== 'ACCOUNT' && ': '}
        {statement.subjectKind === 'CONTENT' && <WorkText work={statement.work} />}
        {statement.subjectKind !== 'CONTENT' &&
          statement.subjectKind !== 'ACCOUNT' &&
          (statement.address === null ? words.statement.erased : <AddressText text={statement.address} />)}
      </p>
      {/* What failed its proof is not said to stand. */}
      {verifier.state.kind === 'failed' ? (
        <VerificationNotice verifier={verifier} />
      ) : (
        <>
          <Standing statement={statement} />
          <DisputeNote statement={statement} />
        </>
      )}
      {statement.reservesRights && <p>{words.statement.reservation}</p>}
      <StatementFacts statement={statement} />
      <Terms terms={statement.terms} />
      <AskedSince statement={statement} />
      {statement.address !== null && (
        <p>
          <Link to={`/ask?url=${encodeURIComponent(statement.address)}`}>{words.ask.title}</Link>
        </p>
      )}
      <VerificationSection id={id} verifier={verifier} />
    </div>
  );
}

/** Whether it still stands; the page of a statement outlives it. */
function Standing({ statement }: { statement: PublicStatement }) {
  const { words, formats } = useLanguage();
  const { isGood, title, why, until } = standingWords(statement, new Date(), words, formats);
  const isReplaced = statement.withdrawnAt === null && statement.supersededBy !== null;
  return (
    <Notice tone={isGood ? 'good' : 'care'}>
      <p className="notice__title">{title}</p>
      {why !== undefined && <p>{why}</p>}
      {until !== undefined && <p>{until}</p>}
      {isReplaced && <Link to={`/statements/${statement.supersededBy}`}>{words.statement.toLater}</Link>}
    </Notice>
  );
}

function StatementFacts({ statement }: { statement: PublicStatement }) {
  const { words, formats } = useLanguage();
  return (
    <Facts
      facts={[
        [words.statement.use, words.uses[statement.use].meaning],
        [
          words.statement.saidBy,
          <span key="who">
            {statement.isMine ? words.statement.you : <ForeignText text={statement.claimant} />},{' '}
            {words.capacityPhrases[statement.capacity]}
          </span>,
        ],
        [
          words.statement.organisation,
          statement.organisation === null ? null : (
            <OrganisationLink key="organisation" organisation={statement.organisation} />
          ),
        ],
        [words.statement.assurance, assuranceWords(statement, words)],
        [words.statement.basis, words.basisNames[statement.basis]],
        [words.statement.saidAt, formats.moment(statement.statedAt)],
        [words.statement.logIndex, formats.count(statement.logIndex)],
        [words.statement.id, <CopyText key="id" label={words.statement.id} text={statement.id} />],
        [
          words.statement.digest,
          statement.subjectDigest === null ? null : (
            <AddressText key="digest" text={statement.subjectDigest} />
          ),
        ],
      ]}
    />
  );
}

/** Who used a snapshot with this answer in it; of a no, and where anybody did. */
function AskedSince({ statement: { preference, runs } }: { statement: PublicStatement }) {
  const { words, formats } = useLanguage();
  if (preference === 'ALLOW' || runs.runs === '0') return null;
  return (
    <section className="stack stack--tight">
      <h2>{words.statement.asked}</h2>
      <RunsWithAnswer runs={runs}>{words.statement.runsWith(formats.amount(runs.runs))}</RunsWithAnswer>
    </section>
  );
}

function Terms({ terms }: { terms: PublicStatement['terms'] }) {
  const { words } = useLanguage();
  if (terms === null) {
    return null;
  }
  return (
    <section className="stack">
      <h2>{words.conditions.terms}</h2>
      <TermsFacts terms={terms} />
    </section>
  );
}
