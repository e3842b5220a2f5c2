import type { SyntheticEvent } from 'react';
import { ConsentPreview } from '../../answers/consent-preview.js';
import { useWords } from '../../language/language-context.js';
import { AddressField } from '../../parts/address-field.js';
import { Button } from '../../parts/button.js';
import { CheckField } from '../../parts/check-field.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { SelectField } from '../../parts/select-field.js';
import { TextField } from '../../parts/text-field.js';
import { BASES, FREE_BASES } from './bases.js';
import { isAllYes, namesTerms } from './draft.js';
import type { Flow } from './flow.js';
import { FlowProblem } from './flow-problem.js';
import { previewInput } from './preview-input.js';

/** What to know and to say before a yes. */
export function ConditionsStep({ flow }: { flow: Flow }) {
  const words = useWords();
  const { draft } = flow;

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    flow.finish();
  };
  return (
    <form className="stack stack--loose" onSubmit={submit}>
      <PageTitle tab={words.sayNo.tab} over={words.sayNo.stepOf(2)}>
        {words.conditions.title}
      </PageTitle>
      <Notice tone="care">
        <p>{words.conditions.warning}</p>
        <p>{draft.isForAll ? words.conditions.needsProofEach : words.conditions.needsProof}</p>
      </Notice>
      {draft.capacity === 'HOST' && <CannotAllow text={words.reasons['host-cannot-allow']} />}
      {draft.capacity === 'PERSON_DEPICTED' && (
        <CannotAllow text={words.reasons['person-depicted-cannot-allow']} />
      )}
      {namesTerms(draft) && <TermsFields flow={flow} />}
      <CheckField
        label={words.conditions.ownWorks}
        hint={words.conditions.ownWorksHint}
        isChecked={draft.ownWorks}
        onChecked={(ownWorks) => {
          flow.change({ ownWorks });
        }}
      />
      <SelectField
        label={words.conditions.basis}
        {...(isAllYes(draft) ? { hint: words.conditions.basisHint } : {})}
        value={draft.basis}
        options={(isAllYes(draft) ? FREE_BASES : BASES).map((value) => ({
          value,
          label: words.bases[value],
        }))}
        onValue={(basis) => {
          flow.change({ basis });
        }}
      />
      <TextField
        label={words.conditions.lastDay}
        hint={words.conditions.lastDayHint}
        type="date"
        value={draft.lastDay}
        onValue={(lastDay) => {
          flow.change({ lastDay });
        }}
      />
      {flow.viewer !== null && (
        <section className="stack stack--tight">
          <h2>{words.preview.title}</h2>
          <ConsentPreview input={previewInput(draft)} />
          <p className="note">{words.preview.limits}</p>
        </section>
      )}
      <FlowProblem flow={flow} />
      <div className="row">
        <Button type="submit" look="filled" isBusy={flow.isBusy}>
          {words.next}
        </Button>
      </div>
    </form>
  );
}

function CannotAllow({ text }: { text: string }) {
  return (
    <Notice tone="bad">
      <p>{text}</p>
    </Notice>
  );
}

function TermsFields({ flow }: { flow: Flow }) {
  const words = useWords();
  const { draft } = flow;
  return (
    <fieldset className="stack">
      <legend>
        <h2>{words.conditions.terms}</h2>
      </legend>
      <p className="note">{words.conditions.termsHint}</p>
      <TextField
        label={words.terms.credit}
        value={draft.credit}
        onValue={(credit) => {
          flow.change({ credit });
        }}
      />
      <AddressField
        label={words.terms.licenceUrl}
        value={draft.licenceUrl}
        onValue={(licenceUrl) => {
          flow.change({ licenceUrl });
        }}
      />
      <AddressField
        label={words.terms.feeUrl}
        value={draft.feeUrl}
        onValue={(feeUrl) => {
          flow.change({ feeUrl });
        }}
      />
      <TextField
        label={words.terms.contact}
        value={draft.contact}
        onValue={(contact) => {
          flow.change({ contact });
        }}
      />
    </fieldset>
  );
}
