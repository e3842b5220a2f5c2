import { useWords } from '../../language/language-context.js';
import { AddressText } from '../../parts/foreign-text.js';
import type { AnswerDraft } from './draft.js';
import { placeOf } from './draft-place.js';

/** What an answer is about: a place by its address, a work or a file by its title, or all that is theirs. */
export function DraftSubject({
  draft,
  form = 'address',
}: {
  draft: AnswerDraft;
  form?: 'address' | 'expression';
}) {
  const words = useWords();
  const place = placeOf(draft);
  if (place.kind === 'ACCOUNT') {
    return words.sayNo.allYours;
  }
  const text = place.kind === 'CONTENT' ? place.address.trim() : place[form];
  return text === '' ? words.works.untitled : <AddressText text={text} longest={160} />;
}
