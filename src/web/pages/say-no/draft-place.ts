import type { AnswerDraft } from './draft.js';
import { type Place, placesOf } from './places.js';

/** The place that a draft is about. */
export interface DraftPlace extends Place {
  /** What the registry is sent: one address as typed, because it keeps what was typed; a folder or site as it was shown. */
  readonly address: string;
}

export function placeOf(draft: AnswerDraft): DraftPlace {
  const typed = draft.typed.trim();
  const found = placesOf(typed);
  const kind = draft.kind ?? (found.ok ? found.likely : 'URL');
  const place = found.ok ? found.places.find((candidate) => candidate.kind === kind) : undefined;
  const expression = place?.expression ?? typed;
  return { kind, expression, address: kind === 'URL' ? typed : expression };
}
