import type { EnumValue } from '../../../client/graphql.js';
import type { AnswerDraft } from './draft.js';
import { placesOf } from './places.js';

/** The place, or the work, that a draft is about. */
export interface DraftPlace {
  readonly kind: EnumValue<'PlaceKind'> | 'CONTENT' | 'ACCOUNT';
  /** In the form in which the registry will keep it; of a work, its id; of a file, its SHA-256. */
  readonly expression: string;
  /**
   * What the registry is sent: one address as typed, because it keeps what was typed; a folder or site as it was shown. Of a
   * work or a file, what it is called; nothing of all that is theirs.
   */
  readonly address: string;
}

export function placeOf(draft: AnswerDraft): DraftPlace {
  if (draft.work !== undefined) {
    return { kind: 'CONTENT', expression: draft.work.id, address: draft.work.title };
  }
  if (draft.file !== undefined) {
    return { kind: 'CONTENT', expression: draft.file.prints.sha256, address: draft.file.title };
  }
  if (draft.isForAll) {
    return { kind: 'ACCOUNT', expression: '', address: '' };
  }
  const typed = draft.typed.trim();
  const found = placesOf(typed);
  const kind = draft.kind ?? (found.ok ? found.likely : 'URL');
  const place = found.ok ? found.places.find((candidate) => candidate.kind === kind) : undefined;
  const expression = place?.expression ?? typed;
  return { kind, expression, address: kind === 'URL' ? typed : expression };
}
