import type { SignedInActor } from '../actor.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { issueRecoveryCodes } from './issue-recovery-codes.js';
import { proveByCode } from './second-factor/prove-by-code.js';

/** Gives ten new recovery codes; the old ones end. */
export async function renewRecoveryCodes(
  registry: Registry,
  actor: SignedInActor,
  input: { readonly currentPassword?: string | undefined; readonly code?: string | undefined },
): Promise<{ readonly ok: true; readonly recoveryCodes: readonly string[] } | Refusal<'WRONG_CREDENTIALS'>> {
  const refusal = await proveByCode(registry, actor, input);
  if (refusal !== undefined) return refusal;
  const recoveryCodes = await registry.store.transact((stores) =>
    issueRecoveryCodes(registry, stores, actor.account.id),
  );
  return { ok: true, recoveryCodes };
}
