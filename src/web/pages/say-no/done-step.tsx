import { Link } from 'react-router';
import { readFragment } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import type { Messages } from '../../messages/en.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Facts } from '../../parts/facts.js';
import { AddressText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { RecoveryCodes } from '../../parts/sign-in/recovery-codes.js';
import { DisputedParts } from '../../statements/dispute-fragment.js';
import { disputeStanding, type DisputeStanding } from '../../statements/dispute-standing.js';
import { disputeText } from '../../statements/dispute-text.js';
import { StatementSentence } from '../../statements/statement-sentence.js';
import { type AnswerDraft, namesTerms, saysNo, saysYes } from './draft.js';
import { type DraftPlace, placeOf } from './draft-place.js';
import { DraftSubject } from './draft-subject.js';
import type { Flow } from './flow.js';
import { ProvePlace } from './prove-place.js';
import { SmallerYeses } from './smaller-yeses.js';

/** What is on the record now, whether it counts, and the one thing to do next. */
export function DoneStep({ flow }: { flow: Flow }) {
  const language = useLanguage();
  const { words, formats } = language;
  const { draft } = flow;
  const place = placeOf(draft);
  const countsNow = draft.recorded?.countsNow === true;
  const contested = contestedIn(draft);
  const tooLate = contested?.what.startsWith('too-late') === true ? contested : undefined;
  const restsOnWord = draft.recorded?.statements.some(({ assurance }) => assurance === 'ASSERTED') === true;
  return (
    <div className="stack stack--loose">
      <PageTitle tab={words.done.tab} over={words.done.over}>
        {saysYes(draft) ? words.done.title : words.done.titleNo}
      </PageTitle>
      {flow.recoveryCodes.length > 0 && <RecoveryCodes codes={flow.recoveryCodes} onKept={flow.codesKept} />}
      <Notice tone={countsNow ? 'good' : 'care'}>
        <p className="notice__title">{countsNow ? words.done.countsNow : waitingTitle(draft, words)}</p>
        <p>
          {countsNow && words.done[countsNowFor(place.kind)]}
          {!countsNow && (tooLate === undefined ? whyNotYet(draft, words) : disputeText(tooLate, language))}
        </p>
      </Notice>
      {contested !== undefined && tooLate === undefined && (
        <Notice tone="care">
          <p className="notice__title">{words.dispute.titles[contested.what]}</p>
          <p>{disputeText(contested, language)}</p>
        </Notice>
      )}
      {(!countsNow || restsOnWord) && <Proof draft={draft} isNeeded={!countsNow} />}
      <SmallerYeses draft={draft} />
      <section className="section stack">
        <h2>{words.done.record}</h2>
        <ul className="stack">
          {draft.recorded?.statements.map((statement) => (
            <li key={statement.id} className="stack stack--tight">
              <StatementSentence statement={statement} />
              <Facts
                facts={[
                  [words.kinds[place.kind], <DraftSubject key="address" draft={draft} />],
                  [words.statement.logIndex, formats.count(statement.logIndex)],
                  [
                    words.statement.id,
                    <Link key="id" to={`/statements/${statement.id}`}>
                      <AddressText text={statement.id} />
                    </Link>,
                  ],
                ]}
              />
              <p>
                <Link to={`/statements/${statement.id}/certificate`}>
                  {words.verification.certificate}
                  <span className="hidden-label">
                    : {words.statement.logIndex} {formats.count(statement.logIndex)}
                  </span>
                </Link>
              </p>
              <p>
                <Link to={`/statements/${statement.id}/card`}>
                  {words.card.open}
                  <span className="hidden-label">
                    : {words.statement.logIndex} {formats.count(statement.logIndex)}
                  </span>
                </Link>
              </p>
            </li>
          ))}
        </ul>
        {draft.added.length > 0 && (
          <p className="note">
            {words.done.added(draft.added.map((use) => words.uses[use].name).join(', '))}
          </p>
        )}
        <div className="row">
          {draft.work === undefined ? (
            <ButtonLink to="/say-no">{words.done.another}</ButtonLink>
          ) : (
            <ButtonLink to={`/desk/works/${draft.work.id}`}>{words.works.toWork}</ButtonLink>
          )}
          <Link to="/desk">{words.done.toDesk}</Link>
        </div>
      </section>
    </div>
  );
}

function countsNowFor(kind: DraftPlace['kind']): 'countsNowForAll' | 'countsNowForWork' | 'countsNowMeans' {
  if (kind === 'ACCOUNT') {
    return 'countsNowForAll';
  }
  return kind === 'CONTENT' ? 'countsNowForWork' : 'countsNowMeans';
}

/** A place is proven by a file; a work is shown to be theirs to a person. */
function Proof({ draft, isNeeded }: { draft: AnswerDraft; isNeeded: boolean }) {
  const words = useLanguage().words;
  const { kind, ...place } = placeOf(draft);
  if (kind === 'ACCOUNT') {
    return <p>{isNeeded ? words.done.proveSome : words.done.proveEach}</p>;
  }
  return kind === 'CONTENT' ? (
    <p>{isNeeded ? words.works.showNeeded : words.works.showStronger}</p>
  ) : (
    <ProvePlace place={{ ...place, kind, capacity: draft.capacity }} isNeeded={isNeeded} />
  );
}

/** What already stands against the answer, if anything; what an earlier release kept knows nothing of it. */
function contestedIn({ recorded }: AnswerDraft): DisputeStanding | undefined {
  return recorded?.statements
    .map((statement) => readFragment(DisputedParts, statement))
    .filter(({ disputes }) => (disputes as unknown) !== undefined)
    .map(disputeStanding)
    .find((standing) => standing !== undefined);
}

/** On a single address a no needs no proof, so that it counts even where a yes given with it waits. */
function waitingTitle(draft: AnswerDraft, words: Messages): string {
  const isHeldInPart = saysNo(draft) && saysYes(draft) && isHeldByWord(draft);
  return isHeldInPart ? words.done.countsPartly : words.done.countsLater;
}

/** A no to one address, or to a work, needs no proof. */
function isHeldByWord(draft: AnswerDraft): boolean {
  return ['URL', 'CONTENT', 'ACCOUNT'].includes(placeOf(draft).kind);
}

/** Why the answer waits; each of these can be mended in its own way, or not at all. */
function whyNotYet(draft: AnswerDraft, words: Messages): string {
  if (!saysYes(draft)) {
    return words.done.countsLaterNo;
  }
  if (draft.isForAll) {
    return words.done.countsLaterForAll;
  }
  if (draft.capacity === 'HOST') {
    return words.reasons['host-cannot-allow'];
  }
  if (draft.capacity === 'PERSON_DEPICTED') {
    return words.reasons['person-depicted-cannot-allow'];
  }
  if (draft.basis === 'PUBLIC_DOMAIN' || draft.basis === 'CC0') {
    return words.reasons['yes-needs-review'];
  }
  if (placeOf(draft).kind === 'CONTENT') {
    return namesTerms(draft) ? words.done.countsLaterTermsOfWork : words.done.countsLaterYesOfWork;
  }
  return namesTerms(draft) && isHeldByWord(draft) ? words.done.countsLaterTerms : words.done.countsLaterYes;
}
