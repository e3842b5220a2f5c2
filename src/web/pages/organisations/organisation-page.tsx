import { useParams } from 'react-router';
import { useLanguage } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { Button } from '../../parts/button.js';
import { Facts } from '../../parts/facts.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { useAction } from '../../server/use-action.js';
import { useQuestion } from '../../server/use-question.js';
import { StatementSentence } from '../../statements/statement-sentence.js';
import { useSession } from '../../session/use-session.js';
import { NothingHere } from '../not-found/nothing-here.js';
import {
  AnswerInvitation,
  type OrganisationData,
  OrganisationQuery,
  OwnOrganisations,
} from './operations.js';
import { SuspendForm } from './suspend-form.js';
import { StaffDesk } from './staff-desk.js';

/** What everybody may know of an organisation; and for who works there, its desk. */
export function OrganisationPage() {
  const { id = '' } = useParams();
  const [state, ask] = useQuestion({
    query: OrganisationQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => {
    ask({ requestPolicy: 'network-only' });
  };
  return (
    <div className="page page--narrow stack stack--loose">
      <Answered state={state} waiting={<SkeletonLines lines={8} />} onRetry={again}>
        {({ organisation }) =>
          organisation === null ? (
            <NothingHere />
          ) : (
            <>
              <PublicFacts organisation={organisation} />
              <OwnPart organisation={organisation} onChanged={again} />
            </>
          )
        }
      </Answered>
    </div>
  );
}

function PublicFacts({ organisation }: { organisation: OrganisationData }) {
  const { words, formats } = useLanguage();
  const { state, verifiedAt, verifiedBy } = organisation;
  const standing = organisation.answers.filter(({ standsNow }) => standsNow);
  return (
    <>
      <PageTitle tab={organisation.name} over={words.organisations.kinds[organisation.kind]}>
        <ForeignText text={organisation.name} longest={120} />
      </PageTitle>
      {state !== 'VERIFIED' && (
        <Notice tone="care">
          <p>{words.organisations.stateMeanings[state]}</p>
        </Notice>
      )}
      <Facts
        facts={[
          [words.organisations.standing, words.organisations.states[state]],
          [words.organisations.domain, organisation.domain],
          [words.organisations.verifiedBy, verifiedBy === null ? null : words.organisations.ways[verifiedBy]],
          [words.organisations.since, verifiedAt === null ? null : formats.day(verifiedAt)],
          [words.organisations.members, formats.count(organisation.members)],
        ]}
      />
      <section className="section">
        <h2>{words.organisations.says}</h2>
        {standing.length === 0 && <p className="soft">{words.organisations.saysNothing}</p>}
        <ul className="stack stack--tight">
          {standing.map(({ id, use, preference, statedAt }) => (
            <li key={id}>
              <StatementSentence statement={{ use, preference }} />
              <br />
              <span className="note">
                {words.organisations.since} {formats.day(statedAt)}
              </span>
            </li>
          ))}
        </ul>
        <p className="note">{words.organisations.whatCounts}</p>
      </section>
    </>
  );
}

function OwnPart({ organisation, onChanged }: { organisation: OrganisationData; onChanged: () => void }) {
  const { viewer } = useSession();
  const [{ data }, ask] = useQuestion({
    query: OwnOrganisations,
    pause: viewer === null,
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => {
    ask({ requestPolicy: 'network-only' });
    onChanged();
  };
  if (viewer === null || data?.viewer === undefined || data.viewer === null) return null;
  const desk = data.viewer.organisations.find((one) => one.organisation.id === organisation.id);
  const isInvited = data.viewer.invitations.some((one) => one.organisation.id === organisation.id);
  if (desk !== undefined) {
    return <StaffDesk organisation={organisation} desk={desk} self={data.viewer.id} onChanged={again} />;
  }
  return (
    <>
      {isInvited && <Invitation id={organisation.id} onAnswered={again} />}
      {(viewer.role === 'MODERATOR' || viewer.role === 'ADMIN') && (
        <SuspendForm organisation={organisation} onChanged={again} />
      )}
    </>
  );
}

function Invitation({ id, onAnswered }: { id: string; onAnswered: () => void }) {
  const { words } = useLanguage();
  const answer = useAction(AnswerInvitation, (data) => data.answerInvitation);
  const say = async (accept: boolean): Promise<void> => {
    if ((await answer.run({ input: { organisation: id, accept } })) !== undefined) onAnswered();
  };
  return (
    <Notice tone="care">
      <p className="notice__title">{words.organisations.invited}</p>
      <ProblemNote problem={answer.problem} />
      <div className="row">
        <Button look="filled" isBusy={answer.isBusy} onClick={() => void say(true)}>
          {words.organisations.accept}
        </Button>
        <Button isBusy={answer.isBusy} onClick={() => void say(false)}>
          {words.organisations.decline}
        </Button>
      </div>
    </Notice>
  );
}
