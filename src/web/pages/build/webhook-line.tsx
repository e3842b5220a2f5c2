import { useState } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { Button } from '../../parts/button.js';
import { Disclosure } from '../../parts/disclosure.js';
import { AddressText, ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { TextField } from '../../parts/text-field.js';
import { useAction } from '../../server/use-action.js';
import { type BuilderWebhook, RemoveWebhook, ReplayWebhook } from './operations.js';

interface WebhookLineProps {
  webhook: BuilderWebhook;
  onChanged: () => void;
}

/** One address that is told, how far it was told, what became of the last attempts, and what can be done about it. */
export function WebhookLine({ webhook, onChanged }: WebhookLineProps) {
  const { words, formats } = useLanguage();
  const remove = useAction(RemoveWebhook, (data) => data.removeWebhook);

  const end = async (): Promise<void> => {
    if ((await remove.run({ input: { id: webhook.id } })) !== undefined) onChanged();
  };
  return (
    <li className="stack stack--tight">
      <p>
        <AddressText text={webhook.url} longest={200} />
      </p>
      <p className="note">{words.build.toldUpTo(formats.count(webhook.toldSize))}</p>
      <Standing webhook={webhook} />
      <Disclosure title={words.build.webhookMore}>
        <Attempts attempts={webhook.attempts} />
        <Replay webhook={webhook} onChanged={onChanged} />
      </Disclosure>
      <div className="row">
        <Button
          look="plain"
          isBusy={remove.isBusy}
          aria-label={`${words.build.removeWebhook}: ${webhook.url}`}
          onClick={() => void end()}
        >
          {words.build.removeWebhook}
        </Button>
      </div>
      <ProblemNote problem={remove.problem} />
    </li>
  );
}

function Standing({ webhook: { disabledAt, failingSince, nextAttemptAt } }: { webhook: BuilderWebhook }) {
  const { words, formats } = useLanguage();
  if (disabledAt !== null) {
    return (
      <Notice tone="bad">
        <p>{words.build.givenUp(formats.moment(disabledAt))}</p>
      </Notice>
    );
  }
  if (failingSince === null) return null;
  return (
    <Notice tone="care">
      <p>{words.build.failing(formats.moment(failingSince))}</p>
      {nextAttemptAt !== null && <p>{words.build.triedAgain(formats.moment(nextAttemptAt))}</p>}
    </Notice>
  );
}

function Attempts({ attempts }: Pick<BuilderWebhook, 'attempts'>) {
  const { words, formats } = useLanguage();
  if (attempts.length === 0) return <p className="soft">{words.build.noAttempts}</p>;
  return (
    <ul className="note">
      {attempts.map(({ attemptedAt, since, size, status, problem }) => (
        <li key={attemptedAt}>
          {formats.moment(attemptedAt)} · {words.build.told(formats.count(since), formats.count(size))}
          {status !== null && ` · ${status}`}
          {problem !== null && (
            <span lang="en">
              {' '}
              · <ForeignText text={problem} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Replay({ webhook, onChanged }: WebhookLineProps) {
  const words = useLanguage().words;
  const [since, setSince] = useState('0');
  const [isAsked, setAsked] = useState(false);
  const replay = useAction(ReplayWebhook, (data) => data.replayWebhook);
  return (
    <ActionForm
      action={replay}
      label={words.build.replay}
      onSubmit={async () => {
        setAsked(false);
        const done = await replay.run({ input: { id: webhook.id, since } });
        if (done === undefined) return;
        setAsked(true);
        onChanged();
      }}
    >
      <TextField
        label={words.build.replaySince}
        hint={words.build.replayHint}
        inputMode="numeric"
        pattern="[0-9]{1,15}"
        autoComplete="off"
        required
        value={since}
        onValue={setSince}
      />
      {isAsked && (
        <Notice tone="good" role="status">
          <p>{words.build.replayed}</p>
        </Notice>
      )}
    </ActionForm>
  );
}
