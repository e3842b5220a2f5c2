import { newToken } from '../../accounts/secrets.js';
import type { Challenge } from '../../ports/claims.js';
import type { Registry } from '../../registry.js';

const LIFETIME_MS = 7 * 24 * 60 * 60 * 1_000;

/** A challenge for one claim, and through it for one account: its token proves nothing for any other. */
export function newChallenge(registry: Registry, claimId: string): Challenge {
  const createdAt = registry.clock();
  return {
    id: registry.random.uuid(),
    claimId,
    token: newToken(registry.random),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + LIFETIME_MS),
    lastCheckedAt: undefined,
    lastReason: undefined,
    lastProblem: undefined,
    metAt: undefined,
  };
}
