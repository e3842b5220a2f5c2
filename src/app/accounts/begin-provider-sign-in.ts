import { ProviderRefused } from '../ports/identities.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { hashToken, newToken } from './secrets.js';
import { attemptsFrom, takeAttempt, type TooManyAttempts } from './take-attempt.js';

export interface BeginProviderSignInInput {
  readonly provider: string;
  /** The account that asks to be linked; undefined for signing in. */
  readonly accountId: string | undefined;
  /** IP address of the connection. */
  readonly address: string;
}

export type BeginProviderSignInResult =
  | {
      readonly ok: true;
      /** Where the browser goes. */
      readonly location: string;
      /** What the browser has to come back with: the flow belongs to it and to no other. */
      readonly handle: string;
      readonly expiresAt: Date;
    }
  | Refusal<'NOT_FOUND'>
  | Refusal<'WRONG_CREDENTIALS'>
  | TooManyAttempts;

const FLOW_MINUTES = 10;

/** Begins a sign-in at a provider, in one browser. */
export async function beginProviderSignIn(
  registry: Registry,
  { provider, accountId, address }: BeginProviderSignInInput,
): Promise<BeginProviderSignInResult> {
  const { store, clock, random, sha256, providers } = registry;
  if (!providers.list.some(({ id }) => id === provider)) {
    return refuse('NOT_FOUND', 'There is no such way to sign in.', 'Choose one of those on the page.');
  }
  const tooMany = await takeAttempt(registry, 'sign-in', [attemptsFrom(address)]);
  if (tooMany !== undefined) return tooMany;
  try {
    const { location, ...request } = await providers.begin(provider);
    const handle = newToken(random);
    const expiresAt = new Date(clock().getTime() + FLOW_MINUTES * 60_000);
    await store.signInFlows.add({
      ...request,
      handleHash: hashToken(sha256, handle),
      provider,
      accountId,
      expiresAt,
    });
    return { ok: true, location, handle, expiresAt };
  } catch (error) {
    if (!(error instanceof ProviderRefused)) throw error;
    return refuse('WRONG_CREDENTIALS', error.message, 'Try again later, or sign in in another way.');
  }
}
