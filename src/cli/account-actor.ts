import type { SignedInActor } from '../app/actor.js';
import { API_SCOPES } from '../app/ports/accounts.js';
import type { Registry } from '../app/registry.js';
import { UsageError } from './usage-error.js';

/** One of the accounts of the registry of this machine, in whose name a command acts. */
export async function accountActor({ store }: Registry, email: string): Promise<SignedInActor> {
  const account = await store.accounts.byEmail(email.toLowerCase());
  if (account === undefined) throw new UsageError(`There is no account with the address ${email}.`);
  return {
    kind: 'account',
    account,
    via: 'session',
    sessionId: undefined,
    scopes: API_SCOPES,
    address: 'command line',
  };
}
