import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { EnumValue, ResultOf } from '../../../client/graphql.js';
import { readFragment } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { Button } from '../../parts/button.js';
import { AddressText, ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { StatementSentence } from '../../statements/statement-sentence.js';
import { useAction } from '../../server/use-action.js';
import { useQuestion } from '../../server/use-question.js';
import { AnswerMembership, MembershipParts, MembershipQuery } from './operations.js';

/** Where the link leads that a member was sent: what is said for them, and how they end or answer it. No account is needed. */
export function MembershipPage() {
  const { words } = useLanguage();
  const { token = '' } = useParams();
  const [state, ask] = useQuestion({
    query: MembershipQuery,
    variables: { token },
    requestPolicy: 'network-only',
  });
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={words.membership.title}>{words.membership.title}</PageTitle>
      <Answered
        state={state}
        waiting={<SkeletonLines lines={6} />}
        onRetry={() => {
          ask({ requestPolicy: 'network-only' });
        }}
      >
        {(data) => {
          const membership = readFragment(MembershipParts, data.membership);
          return membership === null ? (
            <p className="lead">{words.membership.nothing}</p>
          ) : (
            <OfMember token={token} found={membership} />
          );
        }}
      </Answered>
    </div>
  );
}

type Membership = ResultOf<typeof MembershipParts>;

function OfMember({ token, found }: { token: string; found: Membership }) {
  const { words, formats } = useLanguage();
  const [changed, setChanged] = useState<Membership>();
  const membership = changed ?? found;
  const action = useAction(AnswerMembership, (data) => data.answerMembership);
  const say = async (answer: EnumValue<'MembershipAnswer'>): Promise<void> => {
    const done = await action.run({ input: { token, answer } });
    if (done !== undefined) setChanged(readFragment(MembershipParts, done.membership));
  };
  const hasLeft = membership.leftAt !== null;
  const standing = membership.organisation.answers.filter(({ standsNow }) => standsNow);
  const isConfirmed = membership.mandates.some((one) => one.grade === 'CONFIRMED' && one.revokedAt === null);
  return (
    <>
      <p className="lead">
        <Link to={`/organisations/${membership.organisation.id}`}>
          <ForeignText text={membership.organisation.name} longest={120} />
        </Link>{' '}
        {hasLeft ? words.membership.spoke : words.membership.speaks}
      </p>
      <div role="status" className="stack stack--tight">
        {hasLeft && (
          <Notice tone="good">{words.membership.hasLeft(formats.day(membership.leftAt ?? ''))}</Notice>
        )}
        {membership.saysNo && <Notice tone="good">{words.membership.saysNo}</Notice>}
        {isConfirmed && <Notice tone="good">{words.membership.isConfirmed}</Notice>}
        {membership.refusesMail && <Notice tone="good">{words.membership.noMoreMail}</Notice>}
      </div>
      <ProblemNote problem={action.problem} />
      <section className="section stack">
        {standing.length > 0 && !hasLeft && (
          <>
            <h2>{words.membership.said}</h2>
            <ul className="stack stack--tight">
              {standing.map(({ id, use, preference }) => (
                <li key={id}>
                  <StatementSentence statement={{ use, preference }} />
                </li>
              ))}
            </ul>
          </>
        )}
        <h3>{words.membership.named}</h3>
        <ul className="stack stack--tight">
          {membership.addresses.map((address) => (
            <li key={address}>
              <AddressText text={address} longest={120} />
            </li>
          ))}
        </ul>
      </section>
      {!membership.saysNo && (
        <section className="section stack">
          <h2>{words.membership.sayNo.name}</h2>
          <p>{words.membership.sayNo.meaning}</p>
          <div className="row">
            <Button look="no" isBusy={action.isBusy} onClick={() => void say('SAY_NO')}>
              {words.membership.sayNo.action}
            </Button>
          </div>
        </section>
      )}
      {!hasLeft && !isConfirmed && (
        <section className="section stack">
          <h2>{words.membership.confirm.name}</h2>
          <p>{words.membership.confirm.meaning}</p>
          <div className="row">
            <Button isBusy={action.isBusy} onClick={() => void say('CONFIRM')}>
              {words.membership.confirm.action}
            </Button>
          </div>
        </section>
      )}
      {!hasLeft && (
        <section className="section stack">
          <h2>{words.membership.leave.name}</h2>
          <p>{words.membership.leave.meaning}</p>
          <div className="row">
            <Button isBusy={action.isBusy} onClick={() => void say('LEAVE')}>
              {words.membership.leave.action}
            </Button>
          </div>
        </section>
      )}
      <section className="section stack">
        <h2>{words.membership.history}</h2>
        <ul>
          {membership.mandates.map((one) => (
            <li key={one.id}>
              {words.membership.grades[one.grade]} · {formats.day(one.grantedAt)}
              {one.expiresAt !== null && ` · ${words.membership.until(formats.day(one.expiresAt))}`}
              {one.revokedAt !== null && ` · ${words.membership.ended(formats.day(one.revokedAt))}`}
            </li>
          ))}
        </ul>
      </section>
      {!membership.refusesMail && (
        <div className="row">
          <Button look="plain" isBusy={action.isBusy} onClick={() => void say('NO_MORE_MAIL')}>
            {words.membership.refuseMail}
          </Button>
        </div>
      )}
    </>
  );
}
