import type { SignedInActor } from '../../../src/app/actor.js';
import { createApiKey } from '../../../src/app/accounts/create-api-key.js';
import { setArtistNames } from '../../../src/app/accounts/set-artist-names.js';
import { revokeApiKey } from '../../../src/app/accounts/revoke-api-key.js';
import { startSession } from '../../../src/app/accounts/start-session.js';
import type { Account, ApiScope, Role } from '../../../src/app/ports/accounts.js';
import type { Registry } from '../../../src/app/registry.js';
import type { Credentials } from '../ask-api.js';

/** Who tries each field, in the order of the columns of the tables. */
export const PARTS = [
  'anonymous',
  'artistA',
  'artistB',
  'builder',
  'moderator',
  'admin',
  'revokedKeyOfA',
  'readKeyOfA',
] as const;
export type Part = (typeof PARTS)[number];

export type Person = 'artistA' | 'artistB' | 'builder' | 'moderator' | 'admin';

const ROLES: Readonly<Record<Person, Role>> = {
  artistA: 'artist',
  artistB: 'artist',
  builder: 'builder',
  moderator: 'moderator',
  admin: 'admin',
};

export const KEY_EXPIRY = new Date('2031-01-01T00:00:00.000Z');

/** People of their own, each with an account, a session, and what a request of theirs shows. */
export interface Cast {
  /** Tells the casts of one store apart, in every name and address. */
  readonly number: number;
  readonly people: Readonly<Record<Person, SignedInActor>>;
  readonly credentials: Readonly<Record<Part, Credentials>>;
  /** Keys of artist A, as their ids. */
  readonly keys: { readonly read: string; readonly revoked: string };
  /** Of A, given up. */
  readonly webhook: string;
}

/** Whose account a part acts for. */
export function personOf(part: Part): Person | undefined {
  if (part === 'anonymous') return undefined;
  return part === 'revokedKeyOfA' || part === 'readKeyOfA' ? 'artistA' : part;
}

export function emailOf(person: Person, cast: Pick<Cast, 'number'>): string {
  return `${person.toLowerCase()}-${cast.number}@example.org`;
}

export async function makeCast(registry: Registry, number: number, passwordHash: string): Promise<Cast> {
  const people = {} as Record<Person, SignedInActor>;
  const credentials = { anonymous: {} } as Record<Part, Credentials>;
  for (const person of Object.keys(ROLES) as Person[]) {
    const { actor, token } = await signIn(registry, person, number, passwordHash);
    people[person] = actor;
    credentials[person] = { session: token };
  }
  const read = await makeKey(registry, people.artistA, ['read']);
  const later = new Date(registry.clock().getTime() + 1_000);
  const revoked = await makeKey({ ...registry, clock: () => later }, people.artistA, ['read', 'check']);
  await revokeApiKey(registry, people.artistA, { id: revoked.id });
  credentials.readKeyOfA = { apiKey: read.secret };
  credentials.revokedKeyOfA = { apiKey: revoked.secret };
  await setArtistNames(registry, people.artistA, [`Printmaker of ${number}`]);
  await registry.store.identities.add({
    ...{ issuer: 'https://studio.example', subject: `a-${number}`, accountId: people.artistA.account.id },
    ...{ profile: 'https://studio.example/a', linkedAt: registry.clock(), seenAt: registry.clock() },
  });
  const webhook = registry.random.uuid();
  await registry.store.webhooks.add({
    id: webhook,
    accountId: people.artistA.account.id,
    url: 'https://builder.test/hook',
    secret: registry.random.bytes(32),
    createdAt: registry.clock(),
    toldSize: 1,
    failingSince: registry.clock(),
    failures: 1,
    nextAttemptAt: KEY_EXPIRY,
    disabledAt: registry.clock(),
    attempts: [
      {
        since: 0,
        size: 1,
        attemptedAt: registry.clock(),
        status: 500,
        problem: 'It answered with status 500.',
      },
    ],
  });
  return { number, people, credentials, keys: { read: read.id, revoked: revoked.id }, webhook };
}

async function signIn(
  registry: Registry,
  person: Person,
  number: number,
  passwordHash: string,
): Promise<{ actor: SignedInActor; token: string }> {
  const account: Account = {
    id: registry.random.uuid(),
    pseudonym: Buffer.from(registry.random.bytes(16)).toString('hex'),
    email: emailOf(person, { number }),
    emailConfirmedAt: undefined,
    passwordHash,
    role: ROLES[person],
    createdAt: registry.clock(),
    suspendedAt: undefined,
  };
  const { token } = await registry.store.transact(async (stores) => {
    await stores.accounts.add(account);
    const userAgent = `browser of ${person} ${number}`;
    return startSession(registry, stores, account.id, { userAgent, sessionToken: undefined });
  });
  const [session] = await registry.store.sessions.ofAccount(account.id);
  const actor: SignedInActor = {
    kind: 'account',
    account,
    via: 'session',
    sessionId: session?.id,
    scopes: ['read', 'check', 'declare'],
    address: '192.0.2.1',
  };
  return { actor, token };
}

async function makeKey(
  registry: Registry,
  actor: SignedInActor,
  scopes: readonly ApiScope[],
): Promise<{ id: string; secret: string }> {
  const name = `key of ${actor.account.id}`;
  const made = await createApiKey(registry, actor, { name, scopes, expiresAt: KEY_EXPIRY });
  if (!made.ok) throw new Error(made.message);
  return { id: made.apiKey.id, secret: made.secret };
}
