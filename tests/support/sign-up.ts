import { randomBytes } from 'node:crypto';
import type { SignedInActor } from '../../src/app/actor.js';
import type { Role } from '../../src/app/ports/accounts.js';
import type { Registry } from '../../src/app/registry.js';

/** Stores a new account and answers it as signed in from a browser. */
export async function signUp(registry: Registry, role: Role = 'artist'): Promise<SignedInActor> {
  const account = {
    id: registry.random.uuid(),
    pseudonym: randomBytes(16).toString('hex'),
    email: undefined,
    emailConfirmedAt: undefined,
    passwordHash: undefined,
    role,
    createdAt: registry.clock(),
    suspendedAt: undefined,
  };
  await registry.store.accounts.add(account);
  return {
    kind: 'account',
    account,
    via: 'session',
    sessionId: undefined,
    scopes: ['read', 'check', 'declare'],
    address: '192.0.2.1',
  };
}
