import { type SyntheticEvent, useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Disclosure } from '../../parts/disclosure.js';
import { Notice } from '../../parts/notice.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SelectField } from '../../parts/select-field.js';
import { useAction } from '../../server/use-action.js';
import { ConsentPreview } from '../../answers/consent-preview.js';
import { AnswerChoices } from '../say-no/answer-choices.js';
import { AnswerPerUse } from '../say-no/answer-per-use.js';
import { CAPACITIES } from '../say-no/capacities.js';
import { saidIn } from '../say-no/declare.js';
import { type AnswerDraft, changed, emptyDraft, saysYes } from '../say-no/draft.js';
import { PreviewOfEach } from '../say-no/preview-of-each.js';
import { collectionPreviewInput } from '../say-no/preview-input.js';
import '../say-no/say-no.css';
import { YesConditions } from '../say-no/yes-conditions.js';
import type { CollectionCounts } from './collection-tally.js';
import { AnswerCollection } from './operations.js';
import { WhatItDoes } from './what-it-does.js';

interface CollectionAnswerEditorProps {
  id: string;
  counts: CollectionCounts;
  onSaved: () => void;
  onClose: () => void;
}

/** One answer for all works of a collection, as it is given for a single one: a no by one press, a yes after its conditions. */
export function CollectionAnswerEditor({ id, counts, onSaved, onClose }: CollectionAnswerEditorProps) {
  const words = useWords();
  const [draft, setDraft] = useState(emptyDraft);
  const [isYes, setYes] = useState(false);
  const action = useAction(AnswerCollection, (data) => data.answerCollection);
  const save = async (answered: AnswerDraft): Promise<void> => {
    if ((await action.run({ input: { collection: id, ...saidIn(answered) } })) !== undefined) onSaved();
  };
  const answer = (answers: AnswerDraft['answers']): void => {
    const answered = changed(draft, { answers, basis: 'OWN_RIGHT' });
    setDraft(answered);
    if (saysYes(answered)) {
      action.clear();
      setYes(true);
    } else void save(answered);
  };
  return (
    <div className="stack stack--loose">
      <Notice key={String(isYes)} takesFocus>
        {isYes && <p className="notice__title">{words.conditions.title}</p>}
        <WhatItDoes counts={counts} />
      </Notice>
      {isYes ? (
        <form
          className="stack stack--loose"
          onSubmit={(event: SyntheticEvent) => {
            event.preventDefault();
            void save(draft);
          }}
        >
          <YesConditions
            draft={draft}
            needsProof={words.conditions.needsProofEach}
            onChange={(change) => {
              setDraft(changed(draft, change));
            }}
          />
          <section className="stack stack--tight">
            <h3>{words.preview.title}</h3>
            <ConsentPreview input={collectionPreviewInput(id, draft)} told={action.problem} />
            <p className="note">{words.preview.limits}</p>
          </section>
          <ProblemNote problem={action.problem} />
          <div className="row">
            <Button type="submit" look="filled" isBusy={action.isBusy}>
              {words.collections.save}
            </Button>
            <Button look="plain" onClick={onClose}>
              {words.collections.close}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <SelectField
            label={words.sayNo.capacity}
            value={draft.capacity}
            options={CAPACITIES.map((value) => ({ value, label: words.capacities[value] }))}
            onValue={(capacity) => {
              setDraft(changed(draft, { capacity }));
            }}
          />
          <AnswerChoices isBusy={action.isBusy} onAnswer={answer} />
          <ProblemNote problem={action.problem} />
          <Disclosure title={words.preview.each}>
            <PreviewOfEach draft={draft} inputFor={(meant) => collectionPreviewInput(id, meant)} />
          </Disclosure>
          <Disclosure title={words.sayNo.moreChoices}>
            <AnswerPerUse isBusy={action.isBusy} onAnswer={answer} />
          </Disclosure>
          <div className="row">
            <Button look="plain" onClick={onClose}>
              {words.collections.close}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
