import type { Account } from './accounts.js';

/** What is held about the holder of one account. */
export interface PersonalDataStore {
  /**
   * Every row, as lines of JSON (`{"table": …, "row": {…}}`, with a line break), some hundred at once: by table, without secrets and their hashes.
   * Each piece is read by itself, so that whoever takes long to take it keeps nobody waiting; what changes meanwhile may or may not be in it.
   */
  lines(account: Pick<Account, 'id' | 'email'>): AsyncIterable<string>;
}
