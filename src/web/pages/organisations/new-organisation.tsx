import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { EnumValue } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { Answered } from '../../parts/answered.js';
import { ButtonLink } from '../../parts/button-link.js';
import { SelectField } from '../../parts/select-field.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { TextField } from '../../parts/text-field.js';
import { useAction } from '../../server/use-action.js';
import { useQuestion } from '../../server/use-question.js';
import { CreateOrganisation, OwnDomains } from './operations.js';

const KINDS = ['COLLECTIVE', 'PLATFORM'] as const satisfies readonly EnumValue<'OrganisationKind'>[];

/** Opens an organisation on a domain that its first owner has proven. */
export function NewOrganisation() {
  const words = useWords();
  const [state, again] = useQuestion({ query: OwnDomains, requestPolicy: 'cache-and-network' });
  return (
    <Answered
      state={state}
      waiting={<SkeletonLines lines={3} />}
      onRetry={() => {
        again({ requestPolicy: 'network-only' });
      }}
    >
      {({ viewer }) => {
        const proven = (viewer?.claims.edges ?? []).flatMap(({ node: { id, kind, address, assurance } }) =>
          kind === 'DOMAIN' && address !== null && assurance !== 'ASSERTED' ? [{ id, address }] : [],
        );
        return proven.length === 0 ? (
          <>
            <p>{words.organisations.proveFirst}</p>
            <div className="row">
              <ButtonLink to="/say-no">{words.organisations.prove}</ButtonLink>
            </div>
          </>
        ) : (
          <CreateForm proven={proven} />
        );
      }}
    </Answered>
  );
}

function CreateForm({ proven }: { proven: readonly { readonly id: string; readonly address: string }[] }) {
  const words = useWords();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('COLLECTIVE');
  const [claim, setClaim] = useState(proven[0]?.id ?? '');
  const create = useAction(CreateOrganisation, (data) => data.createOrganisation);
  const submit = async (): Promise<void> => {
    const done = await create.run({ input: { name, kind, claim } });
    if (done !== undefined) await navigate(`/organisations/${done.organisation.id}`);
  };
  return (
    <ActionForm action={create} label={words.organisations.create} look="filled" onSubmit={submit}>
      <TextField label={words.organisations.name} required value={name} onValue={setName} />
      <SelectField
        label={words.organisations.kind}
        value={kind}
        options={KINDS.map((value) => ({ value, label: words.organisations.kindMeanings[value] }))}
        onValue={setKind}
      />
      <SelectField
        label={words.organisations.domain}
        value={claim}
        options={proven.map(({ id, address }) => ({ value: id, label: address }))}
        onValue={setClaim}
      />
    </ActionForm>
  );
}
