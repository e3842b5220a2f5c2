import type { SecondFactor, SecondFactorStore } from '../../app/ports/second-factors.js';
import { SecondFactorRow } from '../entities/second-factor.entity.js';
import type { StoreSession } from '../store-session.js';

export class SecondFactorRepository implements SecondFactorStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async ofAccount(accountId: string): Promise<SecondFactor | undefined> {
    const [factor] = await this.#session.find(SecondFactorRow, { accountId });
    return factor;
  }

  async put(factor: SecondFactor): Promise<void> {
    await this.#session.upsert(SecondFactorRow, factor, ['accountId']);
  }

  async takeStep(accountId: string, step: number): Promise<boolean> {
    const taken = await this.#session.execute(
      'UPDATE second_factors SET last_step = $2 WHERE account_id = $1 AND last_step < $2',
      [accountId, step],
    );
    return taken > 0;
  }

  async turnOn(accountId: string, at: Date): Promise<void> {
    await this.#session.update(SecondFactorRow, { accountId }, { turnedOnAt: at });
  }

  async remove(accountId: string): Promise<boolean> {
    return (await this.#session.execute('DELETE FROM second_factors WHERE account_id = $1', [accountId])) > 0;
  }
}
