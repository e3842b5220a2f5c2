import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { PageTitle } from '../../parts/page-title.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { useAction } from '../../server/use-action.js';
import { LetSpeak, SetAside } from './operations.js';
import { ProposalForm } from './proposal-form.js';

/** Where a moderator proposes that an account is heard by nobody, or that it is heard again. */
export function SuspensionsPage() {
  const words = useWords();
  return (
    <div className="page page--narrow">
      <PageTitle tab={words.suspensions.title} over={<Link to="/moderation">{words.moderation.title}</Link>}>
        {words.suspensions.title}
      </PageTitle>
      <SignedInOnly why={words.moderation.needed}>{() => <Forms />}</SignedInOnly>
    </div>
  );
}

function Forms() {
  const words = useWords();
  const [params] = useSearchParams();
  const [said, setSaid] = useState('');
  const setAside = useAction(SetAside, (data) => data.setAside);
  const letSpeak = useAction(LetSpeak, (data) => data.letSpeak);
  const claimant = params.get('claimant') ?? '';
  const suspension = params.get('suspension') ?? '';
  return (
    <>
      <p className="lead">{words.suspensions.lead}</p>
      <p role="status" className="soft">
        {said}
      </p>
      <ProposalForm
        key={`set-aside ${claimant}`}
        deciding="set-aside"
        title={words.suspensions.setAside.name}
        meaning={words.suspensions.setAside.meaning}
        label={words.suspensions.setAside.of}
        hint={words.suspensions.setAside.hint}
        named={claimant}
        submit={words.suspensions.setAside.submit}
        action={setAside}
        propose={async (id, reasoning) => {
          const done = await setAside.run({ input: { claimant: id, ...reasoning } });
          setSaid(done === undefined ? '' : words.suspensions.setAside.done);
          return done !== undefined;
        }}
      />
      <ProposalForm
        key={`let-speak ${suspension}`}
        deciding="let-speak"
        title={words.suspensions.letSpeak.name}
        meaning={words.suspensions.letSpeak.meaning}
        label={words.suspensions.letSpeak.of}
        hint={<Link to="/moderation/audit?action=set-aside">{words.suspensions.letSpeak.hint}</Link>}
        named={suspension}
        submit={words.suspensions.letSpeak.submit}
        action={letSpeak}
        propose={async (id, reasoning) => {
          const done = await letSpeak.run({ input: { suspensionId: id, ...reasoning } });
          setSaid(done === undefined ? '' : words.moderation.proposed);
          return done !== undefined;
        }}
      />
    </>
  );
}
