import type { ClaimCode, ClaimCodeStore } from '../../app/ports/proofs.js';
import { ClaimCodeRow } from '../entities/claim-code.entity.js';
import type { StoreSession } from '../store-session.js';

// Holds the claim, so that an erasure of its account that comes at the same moment takes the code too.
const PUT = `
  INSERT INTO claim_codes (claim_id, email, code_hash, guesses, expires_at)
  SELECT id, $2, $3, $4, $5 FROM claims WHERE id = $1 AND account_id IS NOT NULL FOR SHARE
  ON CONFLICT (claim_id) DO UPDATE SET
    (email, code_hash, guesses, expires_at) =
    (EXCLUDED.email, EXCLUDED.code_hash, EXCLUDED.guesses, EXCLUDED.expires_at)`;

const COUNT_GUESS = `UPDATE claim_codes SET guesses = guesses + 1 WHERE claim_id = $1`;

export class ClaimCodeRepository implements ClaimCodeStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async put({ claimId, email, codeHash, guesses, expiresAt }: ClaimCode): Promise<void> {
    await this.#session.execute(PUT, [claimId, email, Buffer.from(codeHash), guesses, expiresAt]);
  }

  async ofClaim(claimId: string): Promise<ClaimCode | undefined> {
    const [code] = await this.#session.find(ClaimCodeRow, { claimId });
    return code;
  }

  async countGuess(claimId: string): Promise<ClaimCode | undefined> {
    return this.#session.transaction(async (session) => {
      await session.execute(COUNT_GUESS, [claimId]);
      const [code] = await session.find(ClaimCodeRow, { claimId });
      return code;
    });
  }

  async remove(claimId: string): Promise<void> {
    await this.#session.execute('DELETE FROM claim_codes WHERE claim_id = $1', [claimId]);
  }
}
