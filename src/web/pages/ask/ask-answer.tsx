import type { ResultOf } from '../../../client/graphql.js';
import { parseSubject } from '../../../core/url/parse-subject.js';
import { useLanguage } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { AnswerLine } from '../../parts/answer-line.js';
import { ButtonLink } from '../../parts/button-link.js';
import { AddressText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import '../../parts/use-list.css';
import { USES } from '../../statements/uses.js';
import { useQuestion } from '../../server/use-question.js';
import { AskQuery } from './operations.js';
import { ObjectionForm } from './objection-form.js';
import { WhyList } from './why-list.js';

type ConsentAnswer = ResultOf<typeof AskQuery>['checkConsent']['answers'][number];

export function AskAnswer({ url }: { url: string }) {
  const { words, formats } = useLanguage();
  const [state, again] = useQuestion({
    query: AskQuery,
    variables: { url: addressOf(url), uses: [...USES] },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Answered
      state={state}
      waiting={<SkeletonLines lines={6} />}
      onRetry={() => {
        again({ requestPolicy: 'network-only' });
      }}
    >
      {({ checkConsent: report }) => (
        <div className="stack stack--loose" aria-live="polite">
          {report.answers.map((answer) => (
            <OneAnswer key={answer.url} answer={answer} />
          ))}
          <p className="note">
            {words.ask.madeAt(
              formats.moment(report.answeredAt),
              formats.amount(report.logSize),
              formats.count(report.rulesVersion),
            )}
          </p>
          <div className="row">
            <ButtonLink to={`/say-no?url=${encodeURIComponent(url)}`}>{words.ask.mine}</ButtonLink>
          </div>
          {report.answers.every(({ notAnswered }) => notAnswered === null) && (
            <ObjectionForm address={addressOf(url)} />
          )}
        </div>
      )}
    </Answered>
  );
}

/** People name a site by its host alone, which the registry, reading tables of captions, takes for words. */
function addressOf(typed: string): string {
  const read = parseSubject('url', typed);
  return read.ok ? `https://${read.expression}` : typed;
}

function OneAnswer({ answer }: { answer: ConsentAnswer }) {
  const { words } = useLanguage();
  if (answer.notAnswered !== null) {
    return (
      <Notice tone="care">
        <p className="notice__title">{words.ask.notAnswered}</p>
        <NotAnsweredReason reason={answer.notAnswered} />
        <p>{words.notPermission}</p>
      </Notice>
    );
  }
  return (
    <>
      <section className="stack">
        <h2>{words.ask.answers}</h2>
        {answer.canonicalUrl !== null && (
          <p className="note">
            {words.ask.readAs} <AddressText text={answer.canonicalUrl} />
          </p>
        )}
        <ul className="use-list">
          {answer.decisions.map((decision) => (
            <li key={decision.use}>
              <h3>{words.uses[decision.use].name}</h3>
              <AnswerLine answer={decision} />
            </li>
          ))}
        </ul>
        <p className="note">{words.notPermission}</p>
      </section>
      <WhyList decisions={answer.decisions} />
    </>
  );
}

/** The server names the reason by a code of the address rules; a reason that is no such code is shown as it came. */
function NotAnsweredReason({ reason }: { reason: string }) {
  const { words } = useLanguage();
  const known: Readonly<Record<string, string>> = words.addressRefusals;
  const text = known[reason];
  return text === undefined ? <p lang="en">{reason}</p> : <p>{text}</p>;
}
