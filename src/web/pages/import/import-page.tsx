import { useMemo, useState } from 'react';
import type { EnumValue } from '../../../client/graphql.js';
import { readAddressList } from '../../../core/tables/address-list.js';
import { useLanguage, useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { AreaField } from '../../parts/area-field.js';
import { ButtonLink } from '../../parts/button-link.js';
import { FileChoice } from '../../parts/file-choice.js';
import { PageTitle } from '../../parts/page-title.js';
import { SelectField } from '../../parts/select-field.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { CAPACITIES } from '../say-no/capacities.js';
import { dropList, keptList } from './kept-list.js';
import { ImportResults } from './import-results.js';
import { useImport } from './use-import.js';

/** A list of addresses that was kept elsewhere is said no to in one step. */
export function ImportPage() {
  const words = useWords();
  return (
    <div className="page page--narrow">
      <PageTitle tab={words.bringList.title}>{words.bringList.title}</PageTitle>
      <SignedInOnly>{() => <BringList />}</SignedInOnly>
    </div>
  );
}

function BringList() {
  const { words, formats } = useLanguage();
  const [text, setText] = useState(keptList);
  const [capacity, setCapacity] = useState<EnumValue<'Capacity'>>('AUTHOR');
  const addresses = useMemo(() => readAddressList(text), [text]);
  const bring = useImport();
  return (
    <div className="stack stack--loose">
      <p className="lead">{words.bringList.means}</p>
      <FileChoice
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        label={words.bringList.choose}
        hint={words.bringList.hint}
        onFile={(file) => {
          void file.text().then(setText);
        }}
      />
      <ActionForm
        action={bring}
        label={words.bringList.sayNo(formats.amount(addresses.length))}
        look="no"
        onSubmit={() => {
          dropList();
          return bring.run(addresses, capacity);
        }}
      >
        <AreaField
          label={words.bringList.addresses}
          value={text}
          required
          spellCheck={false}
          onValue={setText}
        />
        <SelectField
          label={words.sayNo.capacity}
          value={capacity}
          options={CAPACITIES.map((value) => ({ value, label: words.capacities[value] }))}
          onValue={setCapacity}
        />
      </ActionForm>
      <ImportResults rows={bring.rows} isBusy={bring.isBusy} all={addresses.length} />
      <div className="row">
        <ButtonLink look="plain" to="/desk">
          {words.desk.title}
        </ButtonLink>
      </div>
    </div>
  );
}
