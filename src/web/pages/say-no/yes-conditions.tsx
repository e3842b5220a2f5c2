import { useWords } from '../../language/language-context.js';
import { AddressField } from '../../parts/address-field.js';
import { CheckField } from '../../parts/check-field.js';
import { Notice } from '../../parts/notice.js';
import { SelectField } from '../../parts/select-field.js';
import { TextField } from '../../parts/text-field.js';
import { BASES, FREE_BASES } from './bases.js';
import { type AnswerDraft, isAllYes, namesTerms } from './draft.js';

interface YesConditionsProps {
  draft: AnswerDraft;
  /** Says for what the yes does not count yet. */
  needsProof: string;
  onChange: (change: Partial<AnswerDraft>) => void;
}

/** What to know before a yes, and what has to be said with it. */
export function YesConditions({ draft, needsProof, onChange }: YesConditionsProps) {
  const words = useWords();
  return (
    <>
      <Notice tone="care">
        <p>{words.conditions.warning}</p>
        <p>{needsProof}</p>
      </Notice>
      {draft.capacity === 'HOST' && <CannotAllow text={words.reasons['host-cannot-allow']} />}
      {draft.capacity === 'PERSON_DEPICTED' && (
        <CannotAllow text={words.reasons['person-depicted-cannot-allow']} />
      )}
      {namesTerms(draft) && <TermsFields draft={draft} onChange={onChange} />}
      <CheckField
        label={words.conditions.ownWorks}
        hint={words.conditions.ownWorksHint}
        isChecked={draft.ownWorks}
        onChecked={(ownWorks) => {
          onChange({ ownWorks });
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
          onChange({ basis });
        }}
      />
      <TextField
        label={words.conditions.lastDay}
        hint={words.conditions.lastDayHint}
        type="date"
        value={draft.lastDay}
        onValue={(lastDay) => {
          onChange({ lastDay });
        }}
      />
    </>
  );
}

function CannotAllow({ text }: { text: string }) {
  return (
    <Notice tone="bad">
      <p>{text}</p>
    </Notice>
  );
}

function TermsFields({ draft, onChange }: Omit<YesConditionsProps, 'needsProof'>) {
  const words = useWords();
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
          onChange({ credit });
        }}
      />
      <AddressField
        label={words.terms.licenceUrl}
        value={draft.licenceUrl}
        onValue={(licenceUrl) => {
          onChange({ licenceUrl });
        }}
      />
      <AddressField
        label={words.terms.feeUrl}
        value={draft.feeUrl}
        onValue={(feeUrl) => {
          onChange({ feeUrl });
        }}
      />
      <TextField
        label={words.terms.contact}
        value={draft.contact}
        onValue={(contact) => {
          onChange({ contact });
        }}
      />
    </fieldset>
  );
}
