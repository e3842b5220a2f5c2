import type { SignedInActor } from '../actor.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { type ErasedNoes, forgetAccount, type ForgottenAccount } from './forget-account.js';
import { proveOwner } from './prove-owner.js';

export interface EraseAccountInput {
  /** What becomes of the account's noes: they stand on without a name, or end like everything else. */
  readonly noes: ErasedNoes;
  /** Only an account without one leaves it out. */
  readonly currentPassword?: string | undefined;
}

/** Erases the actor's own account, for good. */
export async function eraseAccount(
  registry: Registry,
  actor: SignedInActor,
  { noes, currentPassword }: EraseAccountInput,
): Promise<ForgottenAccount | Refusal<'WRONG_CREDENTIALS'> | Refusal<'ROLE_HELD'> | Refusal<'NOT_FOUND'>> {
  const refusal = await proveOwner(registry, actor, currentPassword);
  if (refusal !== undefined) return refusal;
  return forgetAccount(registry, actor.account.id, noes);
}
