import { base32 } from '../../../core/second-factor/base32.js';
import { keyUri, SECRET_BYTES } from '../../../core/second-factor/totp.js';
import type { SignedInActor } from '../../actor.js';
import type { Refusal } from '../../refusal.js';
import { refuse } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { proveOwner } from '../prove-owner.js';

/** Whoever has no password has only their session to show; it must be one of somebody who is here now. */
const FRESH_MINUTES = 15;

type BeginSecondFactorResult =
  | {
      readonly ok: true;
      /** In base 32, to be typed. Shown this once. */
      readonly secret: string;
      /** The same for cameras. */
      readonly uri: string;
    }
  | Refusal<'WRONG_CREDENTIALS'>;

/** Makes a secret for an authenticator app. Nothing is asked for before a code of it was shown. */
export async function beginSecondFactor(
  registry: Registry,
  actor: SignedInActor,
  input: { readonly currentPassword?: string | undefined },
): Promise<BeginSecondFactorResult> {
  const refusal =
    (await proveOwner(registry, actor, input.currentPassword)) ?? (await isFresh(registry, actor));
  if (refusal !== undefined) return refusal;
  const { account } = actor;
  const secret = registry.random.bytes(SECRET_BYTES);
  return registry.store.transact(async ({ secondFactors }) => {
    const known = await secondFactors.ofAccount(account.id);
    if (known?.turnedOnAt !== undefined) {
      return refuse(
        'WRONG_CREDENTIALS',
        'The second step is on already.',
        'To use another app, turn it off first.',
      );
    }
    await secondFactors.put({
      accountId: account.id,
      secret,
      createdAt: registry.clock(),
      turnedOnAt: undefined,
      lastStep: 0,
    });
    const holder = account.email ?? account.pseudonym.slice(0, 8);
    return {
      ok: true,
      secret: base32(secret),
      uri: keyUri(secret, { issuer: registry.settings.name, holder }),
    };
  });
}

async function isFresh(
  { store, clock }: Registry,
  { account, sessionId }: SignedInActor,
): Promise<Refusal<'WRONG_CREDENTIALS'> | undefined> {
  if (account.passwordHash !== undefined) return undefined;
  const session = (await store.sessions.ofAccount(account.id)).find(({ id }) => id === sessionId);
  const since = clock().getTime() - FRESH_MINUTES * 60_000;
  return session !== undefined && session.createdAt.getTime() >= since
    ? undefined
    : refuse(
        'WRONG_CREDENTIALS',
        'For this, a sign-in of the last 15 minutes is needed.',
        'Sign out, sign in again, and come back to this page; or set a password first.',
      );
}
