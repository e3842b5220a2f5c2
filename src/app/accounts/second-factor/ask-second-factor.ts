import type { Stores } from '../../ports/registry-store.js';
import { refuse } from '../../refusal.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { hashToken, newToken } from '../secrets.js';

/** Time enough to look for a phone, or for a sheet of paper. */
const MINUTES = 10;

/** The first half of a sign-in is done, and opens nothing. */
export interface SecondFactorNeeded extends Refusal<'SECOND_FACTOR_NEEDED'> {
  readonly half: {
    /** For a cookie, which the second half is asked with; kept nowhere else. */
    readonly token: string;
    readonly expiresAt: Date;
  };
}

export async function askSecondFactor(
  { clock, random, sha256 }: Registry,
  stores: Stores,
  accountId: string,
  passwordHash: string | undefined,
): Promise<SecondFactorNeeded> {
  const token = newToken(random);
  const expiresAt = new Date(clock().getTime() + MINUTES * 60_000);
  await stores.halfSignIns.add({
    tokenHash: hashToken(sha256, token),
    accountId,
    passwordHash,
    attempts: 0,
    expiresAt,
  });
  const refusal = refuse(
    'SECOND_FACTOR_NEEDED',
    'This account asks for a second step.',
    'Type the code that your authenticator app shows, or one of your recovery codes.',
  );
  return { ...refusal, half: { token, expiresAt } };
}
