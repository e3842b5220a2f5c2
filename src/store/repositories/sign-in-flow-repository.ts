import type { SignInFlow, SignInFlowStore } from '../../app/ports/identities.js';
import { SignInFlowRow } from '../entities/sign-in-flow.entity.js';
import type { StoreSession } from '../store-session.js';

export class SignInFlowRepository implements SignInFlowStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(flow: SignInFlow): Promise<void> {
    await this.#session.insert(SignInFlowRow, flow);
  }

  async take(handleHash: Uint8Array): Promise<SignInFlow | undefined> {
    const [flow] = await this.#session.rows(
      SignInFlowRow,
      'WITH taken AS (DELETE FROM sign_in_flows WHERE handle_hash = $1 RETURNING *) SELECT * FROM taken',
      [Buffer.from(handleHash)],
    );
    return flow;
  }

  async removeExpired(now: Date): Promise<number> {
    return this.#session.execute('DELETE FROM sign_in_flows WHERE expires_at <= $1', [now]);
  }
}
