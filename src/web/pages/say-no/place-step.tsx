import { type SyntheticEvent, useRef, useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { AddressField } from '../../parts/address-field.js';
import { Button } from '../../parts/button.js';
import { AddressText } from '../../parts/foreign-text.js';
import { PageTitle } from '../../parts/page-title.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { RadioGroup } from '../../parts/radio-group.js';
import type { Flow } from './flow.js';
import { placesOf } from './places.js';

/** Which picture, folder or site the answer is about. */
export function PlaceStep({ flow }: { flow: Flow }) {
  const words = useWords();
  const { draft } = flow;
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const found = placesOf(draft.typed);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (found.ok) {
      flow.go('answer');
    } else {
      field.current?.focus();
    }
  };
  return (
    <form className="stack stack--loose" onSubmit={submit} noValidate>
      <PageTitle tab={words.sayNo.tab} over={words.sayNo.stepOf(1)}>
        {words.sayNo.placeTitle}
      </PageTitle>
      <AddressField
        label={words.sayNo.address}
        hint={words.sayNo.addressHint}
        ref={field}
        name="address"
        autoComplete="off"
        required
        value={draft.typed}
        error={isTried && !found.ok ? words.addressRefusals[found.reason] : undefined}
        onValue={(typed) => {
          flow.change({ typed, kind: undefined });
        }}
      />
      {found.ok && (
        <RadioGroup
          legend={words.sayNo.scope}
          value={draft.kind ?? found.likely}
          onValue={(kind) => {
            flow.change({ kind });
          }}
          options={found.places.map(({ kind, expression }) => ({
            value: kind,
            label: words.sayNo.scopes[kind].label,
            hint: (
              <>
                <AddressText text={expression} longest={120} />
                <br />
                {words.sayNo.scopes[kind].counts}
              </>
            ),
          }))}
        />
      )}
      <ProblemNote problem={flow.problem} />
      <div className="row">
        <Button type="submit" look="filled">
          {words.next}
        </Button>
      </div>
    </form>
  );
}
