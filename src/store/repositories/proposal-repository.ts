import type { Proposal, ProposalStore } from '../../app/ports/moderation.js';
import { ProposalRow } from '../entities/proposal.entity.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

export class ProposalRepository implements ProposalStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async put(proposal: Proposal): Promise<void> {
    await this.#session.upsert(ProposalRow, proposal, ['target']);
  }

  async byIds(ids: readonly string[]): Promise<Proposal[]> {
    return this.#session.rows(ProposalRow, 'SELECT * FROM proposals WHERE id = ANY ($1::uuid[])', [
      ids.filter(isUuid),
    ]);
  }

  async remove(id: string): Promise<boolean> {
    return (await this.#session.execute('DELETE FROM proposals WHERE id = $1', [id])) > 0;
  }
}
