import type { OneTimeCode, OneTimeCodePurpose } from '../ports/accounts.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { hashMailedCode, hashToken, isSameHash, readMailedCode } from './secrets.js';

const MAX_GUESSES = 5;

type Tools = Pick<Registry, 'clock' | 'sha256'>;

/**
 * Spends the newest link mailed for `purpose` (to `onlyTo`, where given) and answers the address it was mailed to;
 * undefined when it is no good, which spends nothing.
 */
export async function redeemLink(
  { clock, sha256 }: Tools,
  stores: Stores,
  purpose: OneTimeCodePurpose,
  { token, onlyTo }: { token: string; onlyTo?: string },
): Promise<string | undefined> {
  const now = clock();
  const found = await stores.oneTimeCodes.byTokenHash(hashToken(sha256, token));
  if (found === undefined || found.purpose !== purpose || !isLive(found, now)) return undefined;
  if (onlyTo !== undefined && found.email !== onlyTo) return undefined;
  const newest = await stores.oneTimeCodes.latest(found.email, purpose);
  if (newest?.id !== found.id) return undefined;
  return (await spendAll(stores, found, now)) ? found.email : undefined;
}

/**
 * Spends the newest code mailed to `email` for `purpose`, if `typed` is that code; answers whether it was. The guess is
 * counted before it is looked at: the count locks the row, so guesses made at once are judged one after the other
 * and the sixth fails whatever it says. The link of the same mail cannot be guessed and stays good.
 */
export async function redeemCode(
  { clock, sha256 }: Tools,
  stores: Stores,
  purpose: OneTimeCodePurpose,
  { email, typed }: { email: string; typed: string },
): Promise<boolean> {
  const now = clock();
  const code = readMailedCode(typed);
  const newest = await stores.oneTimeCodes.latest(email, purpose);
  if (code === undefined || newest === undefined || !isLive(newest, now)) return false;
  await stores.oneTimeCodes.addAttempt(newest.id);
  const counted = await stores.oneTimeCodes.latest(email, purpose);
  if (counted?.id !== newest.id || counted.attempts > MAX_GUESSES) return false;
  const isRight = isSameHash(counted.codeHash, hashMailedCode(sha256, email, purpose, code));
  return isRight && (await spendAll(stores, counted, now));
}

function isLive(code: OneTimeCode, now: Date): boolean {
  return code.usedAt === undefined && code.expiresAt > now;
}

/** Two mails asked for at the same moment may both be unspent; whoever used the newer has no need of the older. */
async function spendAll(
  { oneTimeCodes }: Stores,
  { id, email, purpose }: OneTimeCode,
  now: Date,
): Promise<boolean> {
  const isFirst = await oneTimeCodes.spend(id, now);
  let left = await oneTimeCodes.latest(email, purpose);
  while (left !== undefined) {
    await oneTimeCodes.spend(left.id, now);
    left = await oneTimeCodes.latest(email, purpose);
  }
  return isFirst;
}
