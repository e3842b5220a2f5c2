import type { SyntheticEvent } from 'react';
import { ConsentPreview } from '../../answers/consent-preview.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { PageTitle } from '../../parts/page-title.js';
import type { AnswerDraft } from './draft.js';
import { placeOf } from './draft-place.js';
import type { Flow } from './flow.js';
import { FlowProblem } from './flow-problem.js';
import { previewInput } from './preview-input.js';
import { YesConditions } from './yes-conditions.js';

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
      <YesConditions
        draft={draft}
        needsProof={words.conditions[needsProofIn(draft)]}
        onChange={flow.change}
      />
      {draft.file !== undefined && <p className="note">{words.preview.ofFile}</p>}
      {draft.file === undefined && flow.viewer !== null && (
        <section className="stack stack--tight">
          <h2>{words.preview.title}</h2>
          <ConsentPreview input={previewInput(draft)} told={flow.problem} />
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

/** A place is proven by a machine, a work shown to a person. */
function needsProofIn(draft: AnswerDraft): 'needsProof' | 'needsProofEach' | 'needsProofOfWork' {
  switch (placeOf(draft).kind) {
    case 'ACCOUNT':
      return 'needsProofEach';
    case 'CONTENT':
      return 'needsProofOfWork';
    default:
      return 'needsProof';
  }
}
