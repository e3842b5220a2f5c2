import { ProviderRefused, type ProvidedIdentity, type SignInProvider } from '../ports/identities.js';
import { type Stores, UniqueViolation } from '../ports/registry-store.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { accountByMail } from './account-by-mail.js';
import { readEmailAddress } from './email-address.js';
import { enterAccount } from './enter-account.js';
import { newAccount } from './new-account.js';
import type { Origin } from './origin.js';
import { suspended } from './refusals.js';
import { hashToken } from './secrets.js';
import type { SecondFactorNeeded } from './second-factor/ask-second-factor.js';
import type { SignedIn } from './start-session.js';

export interface FinishProviderSignInInput {
  readonly provider: string;
  /** What the browser kept since the beginning; undefined where it kept nothing. */
  readonly handle: string | undefined;
  /** What the provider sent the browser back with. */
  readonly query: string;
  /** The account that is signed in in this browser. */
  readonly accountId: string | undefined;
}

export type FinishProviderSignInResult =
  SignedIn | SecondFactorNeeded | { readonly ok: true; readonly linked: true } | Refusal<'WRONG_CREDENTIALS'>;

/**
 * Ends a sign-in at a provider, in the browser that began it. A person is known by issuer and subject alone. An e-mail
 * address leads to an account only where the provider calls it verified and the operator lets it vouch for that; every other
 * one opens an account of its own, without the address: what anybody may type at a provider must open nothing.
 */
export async function finishProviderSignIn(
  registry: Registry,
  origin: Origin,
  { provider: id, handle, query, accountId }: FinishProviderSignInInput,
): Promise<FinishProviderSignInResult> {
  const { store, clock, sha256, providers } = registry;
  const provider = providers.list.find((each) => each.id === id);
  const flow = handle === undefined ? undefined : await store.signInFlows.take(hashToken(sha256, handle));
  if (provider === undefined || flow?.provider !== id || flow.expiresAt <= clock()) return notBegun();
  if (flow.accountId !== undefined && flow.accountId !== accountId) return notBegun();
  try {
    const identity = await providers.finish(id, flow, query);
    return await (flow.accountId === undefined
      ? enter(registry, origin, provider, identity)
      : link(registry, flow.accountId, identity));
  } catch (error) {
    if (error instanceof UniqueViolation) return taken();
    if (!(error instanceof ProviderRefused)) throw error;
    return refuse('WRONG_CREDENTIALS', error.message, 'Begin again, or sign in in another way.');
  }
}

async function enter(
  registry: Registry,
  origin: Origin,
  provider: SignInProvider,
  identity: ProvidedIdentity,
): Promise<SignedIn | SecondFactorNeeded | Refusal<'WRONG_CREDENTIALS'>> {
  return registry.store.transact(async (stores) => {
    const known = await stores.identities.find(identity.issuer, identity.subject);
    const account =
      known === undefined
        ? await accountOfNewcomer(registry, stores, provider, identity)
        : await stores.accounts.byId(known.accountId);
    if (account === undefined) return notBegun();
    if (account.suspendedAt !== undefined) return suspended();
    await remember(registry, stores, account.id, identity, known !== undefined);
    return enterAccount(registry, stores, account, origin);
  });
}

async function accountOfNewcomer(
  registry: Registry,
  stores: Stores,
  { vouchesForMail }: SignInProvider,
  { email: given, isEmailVerified }: ProvidedIdentity,
) {
  const email = given === undefined ? undefined : readEmailAddress(given);
  if (vouchesForMail && isEmailVerified && email !== undefined) return accountByMail(registry, stores, email);
  const account = newAccount(registry, { email: undefined, role: 'artist' });
  await stores.accounts.add(account);
  return account;
}

async function link(
  registry: Registry,
  accountId: string,
  identity: ProvidedIdentity,
): Promise<{ readonly ok: true; readonly linked: true } | Refusal<'WRONG_CREDENTIALS'>> {
  return registry.store.transact(async (stores) => {
    const known = await stores.identities.find(identity.issuer, identity.subject);
    if (known !== undefined && known.accountId !== accountId) return taken();
    await remember(registry, stores, accountId, identity, known !== undefined);
    return { ok: true, linked: true };
  });
}

async function remember(
  { clock }: Registry,
  stores: Stores,
  accountId: string,
  { issuer, subject, profile }: ProvidedIdentity,
  isKnown: boolean,
): Promise<void> {
  const now = clock();
  if (isKnown) await stores.identities.see({ issuer, subject, profile, seenAt: now });
  else await stores.identities.add({ issuer, subject, accountId, profile, linkedAt: now, seenAt: now });
}

function notBegun(): Refusal<'WRONG_CREDENTIALS'> {
  return refuse(
    'WRONG_CREDENTIALS',
    'This sign-in was not begun in this browser, is used up, or took longer than ten minutes.',
    'Begin again on this device.',
  );
}

function taken(): Refusal<'WRONG_CREDENTIALS'> {
  return refuse(
    'WRONG_CREDENTIALS',
    'Another account here is signed in to in this way already.',
    'Sign in with it, or use another account at the provider.',
  );
}
