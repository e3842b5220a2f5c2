import { Link, useParams } from 'react-router';
import { readFragment, type ResultOf } from '../../../client/graphql.js';
import { AcceptedTerms } from '../../acceptances/accepted-terms.js';
import { ClaimFiles } from '../../claims/claim-files.js';
import { SignedOriginals } from '../../claims/signed-originals.js';
import { useLanguage, useWords } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Facts } from '../../parts/facts.js';
import { AddressText, ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { WebLink } from '../../parts/web-link.js';
import { StatementParts } from '../../statements/statement-fragment.js';
import { StatementLine } from '../../statements/statement-line.js';
import { WorkTitle } from '../../works/work-text.js';
import { EvidenceForm } from '../claim/evidence-form.js';
import { EvidenceList } from '../claim/evidence-list.js';
import { GiveUpWork } from './give-up-work.js';
import { NothingHere } from '../not-found/nothing-here.js';
import { WorkQuery } from './operations.js';
import { workGrade } from '../../works/work-grade.js';
import { useQuestion } from '../../server/use-question.js';
import { WorkMatches } from './work-matches.js';
import './works.css';

type WorkData = NonNullable<ResultOf<typeof WorkQuery>['work']>;

/** One work: what its maker says about it, where it was found, and how it is shown to be theirs. */
export function WorkPage() {
  const words = useWords();
  const { id = '' } = useParams();
  return (
    <div className="page">
      <SignedInOnly title={words.works.title}>
        {(viewer) => <OfWork key={id} id={id} pseudonym={viewer.pseudonym} />}
      </SignedInOnly>
    </div>
  );
}

function OfWork({ id, pseudonym }: { id: string; pseudonym: string }) {
  const [state, ask] = useQuestion({
    query: WorkQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => {
    ask({ requestPolicy: 'network-only' });
  };
  return (
    <Answered state={state} waiting={<SkeletonLines lines={6} />} onRetry={again}>
      {({ work }) =>
        work === null ? (
          <NothingHere />
        ) : (
          <WorkDetail work={work} isMine={work.claim.claimant === pseudonym} onChanged={again} />
        )
      }
    </Answered>
  );
}

interface WorkDetailProps {
  work: WorkData;
  isMine: boolean;
  onChanged: () => void;
}

function WorkDetail({ work, isMine, onChanged }: WorkDetailProps) {
  const { words } = useLanguage();
  const hasEnded = words.claimEnds[work.claim.state] !== undefined;
  return (
    <div className="stack stack--loose">
      <PageTitle tab={work.title ?? words.works.untitled} over={words.works.media[work.medium]}>
        <WorkTitle title={work.title} />
      </PageTitle>
      <WorkAnswers work={work} isMine={isMine && !hasEnded} />
      {isMine && !hasEnded && offersTerms(work) && <AcceptedTerms work={work.id} />}
      <WorkMatches work={work} isMine={isMine && !hasEnded} onChanged={onChanged} />
      <section className="section stack">
        <h2>{words.works.known}</h2>
        <WorkFacts work={work} />
        {isMine && !hasEnded && <ClaimFiles claimId={work.claim.id} takes="ORIGINAL" />}
      </section>
      {isMine && !hasEnded && work.claim.assurance !== 'REVIEWED' && (
        <EvidenceForm claimId={work.claim.id} onSent={onChanged} />
      )}
      <EvidenceList evidence={work.claim.evidence} />
      <SignedOriginals claimId={work.claim.id} isMine={isMine && !hasEnded} />
      {isMine && !hasEnded && <GiveUpWork work={work} />}
    </div>
  );
}

function offersTerms({ statements }: WorkData): boolean {
  return statements.edges.some(({ node }) => readFragment(StatementParts, node).preference === 'CONDITIONAL');
}

function WorkAnswers({ work, isMine }: { work: WorkData; isMine: boolean }) {
  const words = useWords();
  const answers = work.statements.edges;
  const query = new URLSearchParams({
    work: work.id,
    title: work.title ?? words.works.untitled,
  });
  return (
    <section className="section stack">
      <h2>{words.works.answers}</h2>
      {answers.length === 0 ? (
        <Notice tone="care">
          <p className="notice__title">{words.works.unanswered}</p>
          <p>{words.notPermission}</p>
        </Notice>
      ) : (
        <div className="reading">
          {answers.map(({ node }) => (
            <StatementLine key={node.id} statement={node} />
          ))}
        </div>
      )}
      {work.collection !== null && (
        <p>
          {words.collections.ofWork}{' '}
          <Link to={`/desk/collections/${work.collection.id}`}>
            <ForeignText text={work.collection.name} longest={120} />
          </Link>
          . {words.collections.ofWorkMeans}
        </p>
      )}
      {isMine && (
        <div className="row">
          <ButtonLink look={answers.length === 0 ? 'filled' : 'outline'} to={`/say-no?${query.toString()}`}>
            {answers.length === 0 ? words.works.answer : words.works.answerAnew}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

function WorkFacts({ work }: { work: WorkData }) {
  const { words, formats } = useLanguage();
  return (
    <>
      <Facts
        facts={[
          [words.statement.assurance, workGrade(work.claim, words)],
          [words.claim.capacity, words.capacities[work.claim.capacity]],
          [words.claim.since, formats.day(work.createdAt)],
          [
            words.entry.size,
            work.width === null || work.height === null ? null : `${work.width} × ${work.height}`,
          ],
          ['SHA-256', work.sha256 === null ? null : <AddressText key="sha256" text={work.sha256} />],
          ...work.locations.map(
            ({ url }) => [words.entry.address, <WebLink key={url} address={url} />] as const,
          ),
          ...work.identifiers.map(({ kind, value }) => [kind, value] as const),
          [words.works.others, work.otherHolders === 0 ? null : formats.count(String(work.otherHolders))],
        ]}
      />
      {work.isPlain && (
        <Notice tone="care">
          <p>{words.works.isPlain}</p>
        </Notice>
      )}
    </>
  );
}
