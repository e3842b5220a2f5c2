import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { Disclosure } from '../../parts/disclosure.js';
import { SecretOnce } from '../../parts/secret-once.js';
import { TextField } from '../../parts/text-field.js';
import { useAction } from '../../server/use-action.js';
import { type BuilderWebhook, CreateWebhook } from './operations.js';
import { WebhookLine } from './webhook-line.js';

interface WebhooksProps {
  webhooks: readonly BuilderWebhook[];
  onChanged: () => void;
}

/** Addresses that are told when the log has grown. The secret of one is shown when it is made and never again. */
export function Webhooks({ webhooks, onChanged }: WebhooksProps) {
  const words = useWords();
  const [secret, setSecret] = useState<string>();
  return (
    <div className="stack">
      <h3>{words.build.webhooks}</h3>
      <p className="soft reading">{words.build.webhooksWhy}</p>
      {webhooks.length > 0 && (
        <ul className="build__webhooks">
          {webhooks.map((webhook) => (
            <WebhookLine key={webhook.id} webhook={webhook} onChanged={onChanged} />
          ))}
        </ul>
      )}
      {secret === undefined ? (
        <WebhookForm
          onMade={(made) => {
            setSecret(made);
            onChanged();
          }}
        />
      ) : (
        <SecretOnce
          title={words.build.webhookMade}
          label={words.build.webhookSecret}
          secret={secret}
          onKept={() => {
            setSecret(undefined);
          }}
        />
      )}
    </div>
  );
}

function WebhookForm({ onMade }: { onMade: (secret: string) => void }) {
  const words = useWords();
  const [url, setUrl] = useState('');
  const create = useAction(CreateWebhook, (data) => data.createWebhook);
  return (
    <Disclosure title={words.build.addWebhook}>
      <ActionForm
        action={create}
        label={words.build.addWebhookNow}
        onSubmit={async () => {
          const done = await create.run({ input: { url: url.trim() } });
          if (done !== undefined) onMade(done.secret);
        }}
      >
        <TextField
          label={words.build.webhookAddress}
          hint={words.build.webhookAddressHint}
          type="url"
          inputMode="url"
          autoComplete="off"
          required
          maxLength={2_048}
          value={url}
          onValue={setUrl}
        />
      </ActionForm>
    </Disclosure>
  );
}
