import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { inGroups } from './crockford-base32.js';
import { hashRecoveryCode, newRecoveryCode } from './secrets.js';

const CODES = 10;

/** Gives the account ten new recovery codes in place of all it had. This is the only time they can be read. */
export async function issueRecoveryCodes(
  { random, sha256 }: Registry,
  stores: Stores,
  accountId: string,
): Promise<readonly string[]> {
  const codes = Array.from({ length: CODES }, () => newRecoveryCode(random));
  await stores.recoveryCodes.replace(
    accountId,
    codes.map((code) => hashRecoveryCode(sha256, accountId, code)),
  );
  return codes.map(inGroups);
}
