import type { SignedInActor } from '../../actor.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import type { Origin } from '../origin.js';
import { proveByCode } from './prove-by-code.js';
import { tellOfSecondFactor } from './tell-of-second-factor.js';

/** Asks for no second factor any more. Needs the password or a code: an unattended browser is not enough. */
export async function turnOffSecondFactor(
  registry: Registry,
  actor: SignedInActor,
  origin: Origin,
  input: { readonly currentPassword?: string | undefined; readonly code?: string | undefined },
): Promise<{ readonly ok: true } | Refusal<'WRONG_CREDENTIALS'>> {
  const refusal = await proveByCode(registry, actor, input);
  if (refusal !== undefined) return refusal;
  const wasOn = await registry.store.secondFactors.remove(actor.account.id);
  if (wasOn) await tellOfSecondFactor(registry, actor.account, origin, 'off');
  return { ok: true };
}
