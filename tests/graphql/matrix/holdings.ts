import type { Registry } from '../../../src/app/registry.js';
import type { Scene } from './scene.js';

/** What A has, and how long the log is: a refused mutation must leave all of it as it was. */
export async function holdings({ store }: Registry, scene: Scene): Promise<unknown> {
  const { id } = scene.people.artistA.account;
  const everything = { first: 100 };
  const claims = await store.claims.ofAccount(id, everything);
  const ids = claims.rows.map(({ row }) => row.id);
  const statements = (await store.statements.ofAccount(id, everything)).rows.map(({ row }) => row);
  return {
    account: await store.accounts.byId(id),
    claims: claims.rows.map(({ row }) => row),
    challenges: await store.challenges.latestOf(ids),
    evidence: await store.evidence.ofClaims(ids),
    statements,
    openings: (await store.statements.openings(statements.map((statement) => statement.id))).length,
    dispute: await store.disputes.byId(scene.dispute.id),
    keys: (await store.apiKeys.ofAccount(id)).map(({ id: key, revokedAt }) => ({ key, revokedAt })),
    webhooks: await store.webhooks.ofAccount(id),
    sessions: await store.sessions.ofAccount(id),
    recoveryCodes: await store.recoveryCodes.countUnused(id),
    works: (await store.works.ofAccount(id, everything)).rows.map(({ row }) => row),
    match: await store.works.matchesByIds([scene.matchOfA.id]),
    log: await store.log.size(),
  };
}
