import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { PageTitle } from '../../parts/page-title.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { useAction } from '../../server/use-action.js';
import { ProposalForm } from '../suspensions/proposal-form.js';
import { HideBuilderName } from '../transparency/operations.js';
import { HideForm } from './hide-form.js';
import { ShowAgain } from './operations.js';

/** Where a moderator hides at once what may be shown to nobody, proposes to show it again, or shows a builder’s name again. */
export function HiddenPage() {
  const words = useWords();
  return (
    <div className="page page--narrow">
      <PageTitle tab={words.hidden.title} over={<Link to="/moderation">{words.moderation.title}</Link>}>
        {words.hidden.title}
      </PageTitle>
      <SignedInOnly why={words.moderation.needed}>{() => <Forms />}</SignedInOnly>
    </div>
  );
}

function Forms() {
  const words = useWords();
  const [params] = useSearchParams();
  const [said, setSaid] = useState('');
  const showAgain = useAction(ShowAgain, (data) => data.showAgain);
  const showName = useAction(HideBuilderName, (data) => data.hideBuilderName);
  const hidden = params.get('hidden') ?? '';
  const run = params.get('run') ?? '';
  return (
    <>
      <p className="lead">{words.hidden.lead}</p>
      <p role="status" className="soft">
        {said}
      </p>
      <HideForm
        address={params.get('address') ?? ''}
        workId={params.get('work') ?? undefined}
        onDone={() => {
          setSaid(words.hidden.hide.done);
        }}
      />
      <ProposalForm
        key={`show-again ${hidden}`}
        deciding="show-again"
        title={words.hidden.showAgain.name}
        meaning={words.hidden.showAgain.meaning}
        label={words.hidden.showAgain.of}
        hint={<Link to="/moderation/audit?action=picture.hidden">{words.suspensions.letSpeak.hint}</Link>}
        named={hidden}
        submit={words.hidden.showAgain.submit}
        action={showAgain}
        propose={async (hiddenId, reasoning) => {
          const done = await showAgain.run({ input: { hiddenId, ...reasoning } });
          setSaid(done === undefined ? '' : words.moderation.proposed);
          return done !== undefined;
        }}
      />
      <ProposalForm
        key={`show-name ${run}`}
        deciding="show-name"
        title={words.hidden.showName.name}
        meaning={words.hidden.showName.meaning}
        label={words.hidden.showName.of}
        hint={<Link to="/moderation/audit?action=run-name.hidden">{words.suspensions.letSpeak.hint}</Link>}
        named={run}
        submit={words.hidden.showName.submit}
        action={showName}
        propose={async (index, reasoning) => {
          const done = await showName.run({ input: { run: index, isHidden: false, ...reasoning } });
          setSaid(done === undefined ? '' : words.hidden.showName.done);
          return done !== undefined;
        }}
      />
    </>
  );
}
