import { type SyntheticEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { SelectField } from '../../parts/select-field.js';
import { TextField } from '../../parts/text-field.js';
import { USES } from '../../statements/uses.js';

interface AllowedFormProps {
  typed: string;
  use: string;
  terms: string;
}

/** What is looked for stands in the address, so that a list can be passed on. */
export function AllowedForm(initial: AllowedFormProps) {
  const words = useWords();
  const navigate = useNavigate();
  const [chosen, choose] = useState(initial);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const { typed, use, terms } = chosen;
    const params = new URLSearchParams(
      Object.entries({ q: typed.trim(), use, terms }).filter(([, value]) => value !== ''),
    );
    void navigate(`/allowed?${params.toString()}`);
  };
  return (
    <search>
      <form className="stack" onSubmit={submit}>
        <TextField
          label={words.allowed.words}
          hint={words.allowed.wordsHint}
          type="search"
          name="q"
          autoComplete="off"
          value={chosen.typed}
          onValue={(typed) => {
            choose({ ...chosen, typed });
          }}
        />
        <SelectField
          label={words.allowed.use}
          value={chosen.use}
          options={[
            { value: '', label: words.allowed.anyUse },
            ...USES.map((use) => ({ value: use, label: words.uses[use].name })),
          ]}
          onValue={(use) => {
            choose({ ...chosen, use });
          }}
        />
        <SelectField
          label={words.allowed.terms}
          value={chosen.terms}
          options={[
            { value: '', label: words.allowed.either },
            { value: 'none', label: words.allowed.withoutTerms },
            { value: 'only', label: words.allowed.onTerms },
          ]}
          onValue={(terms) => {
            choose({ ...chosen, terms });
          }}
        />
        <div className="row">
          <Button type="submit" look="filled">
            {words.allowed.submit}
          </Button>
        </div>
      </form>
    </search>
  );
}
