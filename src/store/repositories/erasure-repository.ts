import { randomUUID } from 'node:crypto';
import type { Account } from '../../app/ports/accounts.js';
import type { ErasureStore } from '../../app/ports/erasure.js';
import type { StoreSession } from '../store-session.js';

// First of all, so that evidence and challenges that are being added wait, and then find that the claim is nobody's.
const CLAIMS = `
  UPDATE claims SET account_id = NULL, expression = NULL WHERE account_id = $1 RETURNING id`;

/** A reason is a code, a colon and a note. The code stays. */
const CODE_ALONE = (column: string) => `${column} = split_part(${column}, ': ', 1)`;

/** What hangs on the account's claims; $1 are their ids. */
const OF_CLAIMS = [
  `UPDATE claims SET ${CODE_ALONE('decision_reason')} WHERE id = ANY ($1::uuid[])`,
  // A note about several claims is kept with each of them.
  `UPDATE claims SET ${CODE_ALONE('decision_reason')} FROM decision_notes
   WHERE decision_notes.claim_ids && $1::uuid[] AND claims.id = ANY (decision_notes.claim_ids)
     AND right(claims.decision_reason, length(decision_notes.note)) = decision_notes.note`,
  `DELETE FROM decision_notes WHERE claim_ids && $1::uuid[]`,
  `UPDATE disputes SET ${CODE_ALONE('reason')}
   WHERE id IN (SELECT dispute_id FROM dispute_claims WHERE claim_id = ANY ($1::uuid[]))`,
  // While somebody else claims the very place in the dispute, it is as much theirs.
  `UPDATE disputes SET expression = NULL
   WHERE id IN (SELECT dispute_id FROM dispute_claims WHERE claim_id = ANY ($1::uuid[]))
     AND NOT EXISTS (SELECT FROM dispute_claims JOIN claims ON claims.id = claim_id
                     WHERE dispute_id = disputes.id AND claims.expression = disputes.expression)`,
  `DELETE FROM proposals WHERE claim_ids && $1::uuid[]`,
  `DELETE FROM case_notes
   WHERE item IN (SELECT 'claim:' || id FROM unnest($1::uuid[]) AS id)
      OR item IN (SELECT 'dispute:' || dispute_id FROM dispute_claims WHERE claim_id = ANY ($1::uuid[]))`,
  `DELETE FROM challenges WHERE claim_id = ANY ($1::uuid[])`,
  `DELETE FROM proofs WHERE claim_id = ANY ($1::uuid[])`,
  `DELETE FROM claim_codes WHERE claim_id = ANY ($1::uuid[])`,
  `DELETE FROM evidence WHERE claim_id = ANY ($1::uuid[])`,
  `DELETE FROM kept_files WHERE claim_id = ANY ($1::uuid[])`,
  `DELETE FROM original_findings WHERE claim_id = ANY ($1::uuid[])`,
];

/**
 * A work of which nothing is said any more goes whole. Of others there stay the hashes that the log holds too, so that a kept no finds
 * further copies, and the addresses at which the log has them, by their digests.
 */
const OF_WORKS = [
  `DELETE FROM collections WHERE account_id = $1`,
  `DELETE FROM works USING claims
   WHERE claims.id = works.claim_id AND works.account_id = $1 AND claims.state NOT IN ('open', 'active', 'disputed')`,
  `DELETE FROM work_locations WHERE work_id IN (SELECT id FROM works WHERE account_id = $1)`,
  `DELETE FROM work_meanings WHERE work_id IN (SELECT id FROM works WHERE account_id = $1)`,
  `DELETE FROM work_matches
   WHERE leaf_match IS NULL AND work_id IN (SELECT id FROM works WHERE account_id = $1)`,
  `UPDATE work_matches SET canonical = NULL WHERE work_id IN (SELECT id FROM works WHERE account_id = $1)`,
  `UPDATE works SET account_id = NULL, title = NULL, identifiers = '{}' WHERE account_id = $1`,
];

/** The rest of what is the account's; $1 is its id. Its sessions, keys, webhooks, recovery codes and second factor go with its own row. */
const OF_ACCOUNT = [
  `DELETE FROM openings WHERE statement_id IN (SELECT id FROM statements WHERE account_id = $1)`,
  `UPDATE statements SET account_id = NULL WHERE account_id = $1`,
  ...OF_WORKS,
  `DELETE FROM case_notes WHERE item IN (SELECT 'report:' || id FROM reports WHERE account_id = $1)`,
  `DELETE FROM reports WHERE account_id = $1`,
  `UPDATE reports SET decided_by = NULL WHERE decided_by = $1`,
  `DELETE FROM proposals WHERE proposed_by = $1`,
  `UPDATE claims SET decided_by = NULL WHERE decided_by = $1`,
  `UPDATE disputes SET closed_by = NULL WHERE closed_by = $1`,
  `UPDATE disputes SET proposed_by = NULL WHERE proposed_by = $1`,
  // What was said in an appeal goes with whoever said it; that there was one stays, so that nobody has two.
  `UPDATE appeals SET text = '', link = NULL, reason = split_part(reason, ': ', 1) WHERE account_id = $1`,
  `DELETE FROM accounts WHERE id = $1`,
];

const MAILED_CODES = 'DELETE FROM one_time_codes WHERE email = $1';

const OPENING = 'DELETE FROM openings WHERE statement_id = $1';
// It holds an unsalted digest of what was declared, by which a guess could be confirmed.
const REQUESTS = 'DELETE FROM idempotency_keys WHERE $1 = ANY (statement_ids)';

const RUN_NAME = `
  DELETE FROM run_names USING log_entries WHERE log_entries.index = run_names.log_index AND log_entries.leaf_hash = $1`;

const UNFINISHED = 'INSERT INTO unfinished_erasures (id, erased_at) VALUES ($1, now())';

export class ErasureRepository implements ErasureStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async account({ id, email }: Pick<Account, 'id' | 'email'>): Promise<void> {
    await this.#session.transaction(async (session) => {
      const claims = await session.query<{ id: string }>(CLAIMS, [id]);
      const claimIds = claims.map((claim) => claim.id);
      for (const sql of OF_CLAIMS) await session.execute(sql, [claimIds]);
      for (const sql of OF_ACCOUNT) await session.execute(sql, [id]);
      if (email !== undefined) await session.execute(MAILED_CODES, [email]);
      await session.execute(UNFINISHED, [randomUUID()]);
    });
  }

  async opening(statementId: Uint8Array): Promise<void> {
    await this.#session.transaction(async (session) => {
      const id = Buffer.from(statementId);
      await session.execute(OPENING, [id]);
      await session.execute(REQUESTS, [id]);
      await session.execute(UNFINISHED, [randomUUID()]);
    });
  }

  async runName(leafHash: Uint8Array): Promise<void> {
    await this.#session.transaction(async (session) => {
      await session.execute(RUN_NAME, [Buffer.from(leafHash)]);
      await session.execute(UNFINISHED, [randomUUID()]);
    });
  }
}
