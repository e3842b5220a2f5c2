import type { SignedInActor } from '../actor.js';
import type { ApiKey, ApiScope } from '../ports/accounts.js';
import { API_SCOPES } from '../ports/accounts.js';
import type { Registry } from '../registry.js';
import { API_KEY_PREFIX } from './recognise-api-key.js';
import { invalidInput } from './refusals.js';
import type { InvalidInput } from './refusals.js';
import { hashToken, newToken } from './secrets.js';

const MAX_NAME = 80;
const MAX_LIVE_KEYS = 50;
/** Of the secret, that is shown ever after: enough to tell keys apart, 36 of 256 bits. */
const SHOWN_CHARACTERS = 6;

export interface ApiKeyInput {
  /** What the key is for, in its owner's words. */
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly expiresAt?: Date | undefined;
  /** Whether what nobody has answered is opted out to clients of Spawning's API. Default false. */
  readonly isStrict?: boolean | undefined;
}

export type CreateApiKeyResult =
  | {
      readonly ok: true;
      readonly apiKey: ApiKey;
      /** Shown once. */
      readonly secret: string;
    }
  | InvalidInput;

/** Makes a key by which a program acts for the account, within the key's scopes. */
export async function createApiKey(
  registry: Registry,
  actor: SignedInActor,
  input: ApiKeyInput,
): Promise<CreateApiKeyResult> {
  const { clock, random, sha256, store } = registry;
  const now = clock();
  const problem = inputProblem(input, now);
  if (problem !== undefined) return problem;
  const own = await store.apiKeys.ofAccount(actor.account.id);
  if (own.filter((key) => key.revokedAt === undefined).length >= MAX_LIVE_KEYS) {
    return invalidInput(
      'name',
      `An account has at most ${MAX_LIVE_KEYS} keys.`,
      'Revoke one that is no longer used.',
    );
  }
  const secret = API_KEY_PREFIX + newToken(random);
  const apiKey: ApiKey = {
    id: random.uuid(),
    accountId: actor.account.id,
    name: input.name.trim(),
    prefix: secret.slice(0, API_KEY_PREFIX.length + SHOWN_CHARACTERS),
    secretHash: hashToken(sha256, secret),
    scopes: API_SCOPES.filter((scope) => input.scopes.includes(scope)),
    isStrict: input.isStrict ?? false,
    checksPerMinute: undefined,
    createdAt: now,
    lastUsedAt: undefined,
    expiresAt: input.expiresAt,
    revokedAt: undefined,
  };
  await store.apiKeys.add(apiKey);
  return { ok: true, apiKey, secret };
}

function inputProblem({ name, scopes, expiresAt }: ApiKeyInput, now: Date): InvalidInput | undefined {
  const length = name.trim().length;
  if (length === 0 || length > MAX_NAME) {
    return invalidInput('name', `A name has 1 to ${MAX_NAME} characters.`, 'Say what the key is for.');
  }
  if (scopes.length === 0) {
    return invalidInput('scopes', 'A key without a scope can do nothing.', 'Choose at least one scope.');
  }
  if (expiresAt !== undefined && !(expiresAt > now)) {
    return invalidInput(
      'expiresAt',
      'The key would have expired already.',
      'Choose a time to come, or none.',
    );
  }
  return undefined;
}
