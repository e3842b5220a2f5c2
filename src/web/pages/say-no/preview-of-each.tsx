import type { EnumValue } from '../../../client/graphql.js';
import { ConsentPreview, type PreviewInput } from '../../answers/consent-preview.js';
import { useWords } from '../../language/language-context.js';
import { type AnswerDraft, changed } from './draft.js';
import { previewInput } from './preview-input.js';

const CHOICES: readonly EnumValue<'Preference'>[] = ['DENY', 'ALLOW', 'CONDITIONAL'];

interface PreviewOfEachProps {
  draft: AnswerDraft;
  /** What is asked of a draft; about a place or a work unless told otherwise. */
  inputFor?: (draft: AnswerDraft) => PreviewInput;
}

/** What each of the answers would decide, for whoever wants to know before they press one. */
export function PreviewOfEach({ draft, inputFor = previewInput }: PreviewOfEachProps) {
  const words = useWords();
  return (
    <div className="stack">
      {CHOICES.map((preference) => (
        <section key={preference} className="stack stack--tight">
          <h3>{words.preferences[preference]}</h3>
          <ConsentPreview input={inputFor(changed(draft, { answers: { TRAIN_AI: preference } }))} />
        </section>
      ))}
      <p className="note">{words.preview.limits}</p>
    </div>
  );
}
