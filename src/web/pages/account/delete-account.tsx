import { useState } from 'react';
import type { EnumValue, ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { Notice } from '../../parts/notice.js';
import { RadioGroup } from '../../parts/radio-group.js';
import { PasswordField } from '../../parts/sign-in/password-field.js';
import { useAction } from '../../server/use-action.js';
import { dropList } from '../import/kept-list.js';
import { dropDraft } from '../say-no/draft.js';
import { EraseAccount } from './operations.js';

type ErasedNoes = EnumValue<'ErasedNoes'>;
type Erased = Extract<ResultOf<typeof EraseAccount>['eraseAccount'], { __typename: 'EraseAccountPayload' }>;

/** The way out: asks what becomes of the noes, and says what can and cannot be undone. */
export function DeleteAccount({ hasPassword }: { hasPassword: boolean }) {
  const { words } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const [erased, setErased] = useState<Erased>();
  return (
    <section className="section">
      <h2>{words.deleteAccount.title}</h2>
      {erased === undefined ? (
        <>
          <p className="note">{words.deleteAccount.means}</p>
          <div>
            <Button
              look="plain"
              onClick={() => {
                setAsking(true);
              }}
            >
              {words.deleteAccount.open}
            </Button>
          </div>
        </>
      ) : (
        <Gone erased={erased} />
      )}
      <Dialog
        isOpen={isAsking}
        title={words.deleteAccount.title}
        onClose={() => {
          setAsking(false);
        }}
      >
        <AskFirst
          hasPassword={hasPassword}
          onKeep={() => {
            setAsking(false);
          }}
          onErased={(done) => {
            setErased(done);
            setAsking(false);
          }}
        />
      </Dialog>
    </section>
  );
}

function AskFirst({
  hasPassword,
  onKeep,
  onErased,
}: {
  hasPassword: boolean;
  onKeep: () => void;
  onErased: (erased: Erased) => void;
}) {
  const { words } = useLanguage();
  const [noes, setNoes] = useState<ErasedNoes>('KEEP');
  const [password, setPassword] = useState('');
  const erase = useAction(EraseAccount, (data) => data.eraseAccount);
  const submit = async (): Promise<void> => {
    const proof = hasPassword ? { currentPassword: password } : {};
    const done = await erase.run({ input: { noes, ...proof } });
    if (done === undefined) return;
    dropDraft();
    dropList();
    onErased(done);
  };
  return (
    <ActionForm
      action={erase}
      label={words.deleteAccount.confirm}
      look="no"
      onSubmit={submit}
      beside={<Button onClick={onKeep}>{words.deleteAccount.keep}</Button>}
    >
      <RadioGroup
        legend={words.deleteAccount.noes}
        options={[
          { value: 'KEEP', label: words.deleteAccount.keepNoes, hint: words.deleteAccount.keepNoesMeans },
          {
            value: 'WITHDRAW',
            label: words.deleteAccount.withdrawNoes,
            hint: words.deleteAccount.withdrawNoesMeans,
          },
        ]}
        value={noes}
        onValue={setNoes}
      />
      {hasPassword && (
        <PasswordField
          label={words.deleteAccount.password}
          autoComplete="current-password"
          value={password}
          onValue={setPassword}
        />
      )}
      <p className="note">{words.deleteAccount.cannotBeUndone}</p>
    </ActionForm>
  );
}

function Gone({ erased }: { erased: Erased }) {
  const { words } = useLanguage();
  return (
    <Notice tone="good" role="status">
      <p>{words.deleteAccount.gone(erased.standing, erased.ended)}</p>
      <div>
        <Button
          onClick={() => {
            // A fresh page, so that nothing of the account stays in memory.
            window.location.assign('/');
          }}
        >
          {words.deleteAccount.leave}
        </Button>
      </div>
    </Notice>
  );
}
