import { useState } from 'react';
import type { EnumValue } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { CheckField } from '../../parts/check-field.js';
import { Disclosure } from '../../parts/disclosure.js';
import { TextField } from '../../parts/text-field.js';
import { useAction } from '../../server/use-action.js';
import { CreateApiKey } from './operations.js';

type Scope = EnumValue<'ApiScope'>;

const SCOPES = ['CHECK', 'READ', 'DECLARE', 'PASS_ON'] as const satisfies readonly Scope[];

export function ApiKeyForm({ onMade }: { onMade: (secret: string) => void }) {
  const words = useWords();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['CHECK']);
  const [isStrict, setIsStrict] = useState(false);
  const create = useAction(CreateApiKey, (data) => data.createApiKey);

  const submit = async (): Promise<void> => {
    const done = await create.run({ input: { name: name.trim(), scopes: [...scopes], isStrict } });
    if (done !== undefined) {
      onMade(done.secret);
    }
  };
  return (
    <Disclosure title={words.apiKeys.make}>
      <ActionForm action={create} label={words.apiKeys.makeNow} onSubmit={submit}>
        <TextField
          label={words.apiKeys.name}
          hint={words.apiKeys.nameHint}
          required
          value={name}
          onValue={setName}
        />
        <fieldset className="stack stack--tight">
          <legend className="field__label">{words.apiKeys.may}</legend>
          {SCOPES.map((scope) => (
            <CheckField
              key={scope}
              label={words.apiKeys.scopes[scope].name}
              hint={words.apiKeys.scopes[scope].meaning}
              isChecked={scopes.includes(scope)}
              onChecked={(isChecked) => {
                setScopes(isChecked ? [...scopes, scope] : scopes.filter((other) => other !== scope));
              }}
            />
          ))}
        </fieldset>
        <CheckField
          label={words.apiKeys.strict.name}
          hint={words.apiKeys.strict.meaning}
          isChecked={isStrict}
          onChecked={setIsStrict}
        />
      </ActionForm>
    </Disclosure>
  );
}
