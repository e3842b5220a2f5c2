import { useState } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SecretOnce } from '../../parts/secret-once.js';
import { useAction } from '../../server/use-action.js';
import { ApiKeyForm } from './api-key-form.js';
import '../../parts/ruled-list.css';
import { type AccountData, RevokeApiKey } from './operations.js';

type ApiKey = AccountData['apiKeys'][number];

interface ApiKeysProps {
  apiKeys: readonly ApiKey[];
  onChanged: () => void;
}

/** Keys for programs: a secret is shown when it is made and never again. */
export function ApiKeys({ apiKeys, onChanged }: ApiKeysProps) {
  const { words } = useLanguage();
  const [secret, setSecret] = useState<string>();
  return (
    <section className="section">
      <h2>{words.apiKeys.title}</h2>
      <p className="soft">{words.apiKeys.why}</p>
      {apiKeys.length > 0 && (
        <ul className="ruled-list">
          {apiKeys.map((apiKey) => (
            <ApiKeyLine key={apiKey.id} apiKey={apiKey} onChanged={onChanged} />
          ))}
        </ul>
      )}
      {secret === undefined ? (
        <ApiKeyForm
          onMade={(made) => {
            setSecret(made);
            onChanged();
          }}
        />
      ) : (
        <SecretOnce
          title={words.apiKeys.made}
          label={words.apiKeys.secret}
          secret={secret}
          onKept={() => {
            setSecret(undefined);
          }}
        />
      )}
    </section>
  );
}

function ApiKeyLine({ apiKey, onChanged }: { apiKey: ApiKey; onChanged: () => void }) {
  const { words, formats } = useLanguage();
  const revoke = useAction(RevokeApiKey, (data) => data.revokeApiKey);

  const confirm = async (): Promise<void> => {
    if ((await revoke.run({ input: { id: apiKey.id } })) !== undefined) {
      onChanged();
    }
  };
  return (
    <li>
      <p>
        <strong>
          <ForeignText text={apiKey.name} longest={80} />
        </strong>{' '}
        <code>{apiKey.prefix}…</code>
      </p>
      <p className="note">
        {apiKey.scopes.map((scope) => words.apiKeys.scopes[scope].name).join(', ')}
        {apiKey.isStrict && `, ${words.apiKeys.strict.note}`} ·{' '}
        {apiKey.lastUsedAt === null
          ? words.apiKeys.unused
          : words.apiKeys.lastUsed(formats.moment(apiKey.lastUsedAt))}
        {apiKey.expiresAt !== null && ` · ${words.statement.endsOn(formats.day(apiKey.expiresAt))}`}
      </p>
      {apiKey.revokedAt === null ? (
        <Button
          look="plain"
          isBusy={revoke.isBusy}
          aria-label={`${words.apiKeys.revoke}: ${apiKey.name}`}
          onClick={() => void confirm()}
        >
          {words.apiKeys.revoke}
        </Button>
      ) : (
        <p className="note">{words.apiKeys.revoked(formats.day(apiKey.revokedAt))}</p>
      )}
      <ProblemNote problem={revoke.problem} />
    </li>
  );
}
