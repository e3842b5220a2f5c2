import type { DecisionNote, DecisionNoteStore } from '../../app/ports/decision-notes.js';
import { DecisionNoteRow } from '../entities/decision-note.entity.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

const OF_EVENTS = 'SELECT * FROM decision_notes WHERE event_id = ANY ($1::uuid[])';

export class DecisionNoteRepository implements DecisionNoteStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(note: DecisionNote): Promise<void> {
    await this.#session.insert(DecisionNoteRow, note);
  }

  async ofEvents(eventIds: readonly string[]): Promise<DecisionNote[]> {
    return this.#session.rows(DecisionNoteRow, OF_EVENTS, [eventIds.filter(isUuid)]);
  }
}
