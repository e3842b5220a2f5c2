import { createHash } from 'node:crypto';
import type { Origin } from '../../../src/app/accounts/origin.js';
import { recogniseSession } from '../../../src/app/accounts/recognise-session.js';
import { register } from '../../../src/app/accounts/register.js';
import type { Registered } from '../../../src/app/accounts/register.js';
import type { StartedSession } from '../../../src/app/accounts/start-session.js';
import type { SignedInActor } from '../../../src/app/actor.js';
import { API_SCOPES } from '../../../src/app/ports/accounts.js';
import type { Randomness } from '../../../src/app/ports/surroundings.js';
import type { Registry } from '../../../src/app/registry.js';
import { createArgon2Passwords } from '../../../src/identity/argon2-passwords.js';
import { createSmtpMailer } from '../../../src/identity/smtp-mailer.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import type { SmtpInbox } from '../../identity/smtp-inbox.js';
import { openSmtpInbox } from '../../identity/smtp-inbox.js';
import type { TestClock } from '../../support/test-clock.js';
import { testClock } from '../../support/test-clock.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';

export const PASSWORD = 'seven grey herons';

/** A registry over a real store, real SMTP and real argon2; only clock and randomness are the test's. */
export interface AccountsScenario {
  readonly registry: Registry;
  readonly store: OpenStore;
  readonly clock: TestClock;
  readonly inbox: SmtpInbox;
  readonly close: () => Promise<void>;
}

export async function openAccountsScenario(
  seed: string,
  overrides: Partial<Registry> = {},
): Promise<AccountsScenario> {
  const [store, inbox] = await Promise.all([openTestStore(), openSmtpInbox()]);
  const clock = testClock();
  const registry = makeTestRegistry(store, {
    clock: clock.now,
    random: seededRandomness(seed),
    mailer: createSmtpMailer({ url: inbox.url, from: 'Assent <no-reply@assent.example>' }),
    passwords: createArgon2Passwords(),
    ...overrides,
  });
  return {
    registry,
    store,
    clock,
    inbox,
    close: async () => {
      await Promise.all([store.close(), inbox.close()]);
    },
  };
}

/** The same bytes in the same order for the same seed: SHA-256 in counter mode. */
export function seededRandomness(seed: string): Randomness {
  let block = 0;
  const bytes = (length: number): Uint8Array => {
    const blocks: Buffer[] = [];
    while (blocks.length * 32 < length) {
      blocks.push(createHash('sha256').update(`${seed} ${block}`).digest());
      block += 1;
    }
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
  };
  return {
    bytes,
    uuid: () => {
      const [a, b, c, d, e] = [4, 2, 2, 2, 6].map((length) => Buffer.from(bytes(length)).toString('hex'));
      return `${String(a)}-${String(b)}-4${String(c).slice(1)}-8${String(d).slice(1)}-${String(e)}`;
    },
  };
}

export function from(change: Partial<Origin> = {}): Origin {
  return {
    address: '192.0.2.7',
    userAgent: 'A browser',
    language: 'en',
    sessionToken: undefined,
    ...change,
  };
}

/** The result of a use case that must have gone well. */
export function settled<Result extends { readonly ok: boolean }>(
  result: Result,
): Extract<Result, { readonly ok: true }> {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result)}`);
  return result as Extract<Result, { readonly ok: true }>;
}

export async function registered(registry: Registry, email: string): Promise<Registered> {
  return settled(await register(registry, from(), { email, password: PASSWORD }));
}

/** Who the bearer of a session token is; throws when it opens nothing. */
export async function actorBy(registry: Registry, session: StartedSession): Promise<SignedInActor> {
  const found = await recogniseSession(registry, session.token);
  if (found === undefined) throw new Error('The session opens nothing.');
  return { kind: 'account', via: 'session', scopes: API_SCOPES, address: from().address, ...found };
}

/** The code and the link's token in the newest mail to an address. */
export function mailedTo(inbox: SmtpInbox, address: string): { code: string; token: string } {
  return secretsIn(inbox.newestTo(address).text);
}

export function secretsIn(text: string): { code: string; token: string } {
  const code = /^ {4}(\S{4}-\S{4})$/m.exec(text)?.[1];
  const token = /^http\S+\/([\w-]{43})(?:#\S+)?$/m.exec(text)?.[1];
  if (code === undefined || token === undefined) throw new Error(`No code or link in: ${text}`);
  return { code, token };
}
