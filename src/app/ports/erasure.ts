import type { Account } from './accounts.js';

/** What only an erasure does. Everything else in the stores adds, or ends what stays on record. */
export interface ErasureStore {
  /**
   * Deletes an account with all that names its holder or leads to them: docs/privacy.md lists it. Its claims and
   * statements stay, as the pseudonym's alone and without anything readable.
   */
  account(account: Pick<Account, 'id' | 'email'>): Promise<void>;
  /** Deletes what the commitment of a statement opens to, with the salt. */
  opening(statementId: Uint8Array): Promise<void>;
  /** Deletes the name that the leaf of a run, by its hash, commits to, with the salt. */
  runName(leafHash: Uint8Array): Promise<void>;
}
