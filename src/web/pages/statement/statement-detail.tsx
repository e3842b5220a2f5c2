import { Link } from 'react-router';
import type { ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { CopyText } from '../../parts/copy-text.js';
import { Facts } from '../../parts/facts.js';
import { AddressText, ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { WebLink } from '../../parts/web-link.js';
import { assuranceWords } from '../../statements/assurance-words.js';
import { StatementSentence } from '../../statements/statement-sentence.js';
import { weighStatement } from '../../statements/weigh-statement.js';
import type { StatementQuery } from './operations.js';

type Statement = NonNullable<ResultOf<typeof StatementQuery>['statement']>;

export function StatementDetail({ statement }: { statement: Statement }) {
  const { words, formats } = useLanguage();
  return (
    <div className="stack stack--loose">
      <PageTitle
        tab={words.statement.title(formats.count(statement.logIndex))}
        over={words.statement.title(formats.count(statement.logIndex))}
      >
        <StatementSentence statement={statement} />
      </PageTitle>
      <p className="lead">
        {words.kinds[statement.subjectKind]}:{' '}
        {statement.address === null ? words.statement.erased : <AddressText text={statement.address} />}
      </p>
      <Standing statement={statement} />
      {statement.reservesRights && <p>{words.statement.reservation}</p>}
      <StatementFacts statement={statement} />
      <Terms terms={statement.terms} />
      {statement.address !== null && (
        <p>
          <Link to={`/ask?url=${encodeURIComponent(statement.address)}`}>{words.ask.title}</Link>
        </p>
      )}
    </div>
  );
}

/** Whether it still stands; the page of a statement outlives it. */
function Standing({ statement }: { statement: Statement }) {
  const { words, formats } = useLanguage();
  if (statement.withdrawnAt !== null) {
    return (
      <Notice tone="care">
        <p className="notice__title">{words.statement.withdrawnOn(formats.day(statement.withdrawnAt))}</p>
        <p>{words.statement.withdrawnMeans}</p>
      </Notice>
    );
  }
  if (statement.supersededBy !== null) {
    return (
      <Notice tone="care">
        <p className="notice__title">{words.statement.replaced}</p>
        <Link to={`/statements/${statement.supersededBy}`}>{words.statement.toLater}</Link>
      </Notice>
    );
  }
  const { counts, obstacle } = weighStatement(statement, new Date());
  return (
    <Notice tone={counts === 'all' ? 'good' : 'care'}>
      <p className="notice__title">{words.statement.counts[counts]}</p>
      {obstacle !== undefined && <p>{words.reasons[obstacle]}</p>}
      {statement.expiresAt !== null && <p>{words.statement.endsOn(formats.day(statement.expiresAt))}</p>}
    </Notice>
  );
}

function StatementFacts({ statement }: { statement: Statement }) {
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

function Terms({ terms }: { terms: Statement['terms'] }) {
  const { words } = useLanguage();
  if (terms === null) {
    return null;
  }
  return (
    <section className="stack">
      <h2>{words.conditions.terms}</h2>
      <Facts
        facts={[
          [words.terms.credit, terms.credit === null ? null : <ForeignText text={terms.credit} />],
          [words.terms.licenceUrl, terms.licenceUrl === null ? null : <WebLink address={terms.licenceUrl} />],
          [words.terms.feeUrl, terms.feeUrl === null ? null : <WebLink address={terms.feeUrl} />],
          [words.terms.contact, terms.contact === null ? null : <ForeignText text={terms.contact} />],
        ]}
      />
    </section>
  );
}
