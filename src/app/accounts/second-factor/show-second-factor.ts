import { stepTyped } from '../../../core/second-factor/totp.js';
import type { Stores } from '../../ports/registry-store.js';
import type { Registry } from '../../registry.js';
import { hashRecoveryCode, readRecoveryCode } from '../secrets.js';

/**
 * Whether what was typed is a code of the account's app, or one of its recovery codes; spends it, within the caller's transaction. A code
 * is taken once (RFC 6238 §5.2), also where several are sent at the same moment: whoever is first moves the last step that counts.
 */
export async function showSecondFactor(
  { clock, sha256 }: Registry,
  stores: Stores,
  accountId: string,
  typed: string,
): Promise<'app' | 'recovery-code' | undefined> {
  const factor = await stores.secondFactors.ofAccount(accountId);
  if (factor === undefined) return undefined;
  const step = stepTyped(factor.secret, typed, clock());
  if (step !== undefined) {
    return (await stores.secondFactors.takeStep(accountId, step)) ? 'app' : undefined;
  }
  const code = factor.turnedOnAt === undefined ? undefined : readRecoveryCode(typed);
  if (code === undefined) return undefined;
  const codeHash = hashRecoveryCode(sha256, accountId, code);
  return (await stores.recoveryCodes.spend(accountId, codeHash, clock())) ? 'recovery-code' : undefined;
}
