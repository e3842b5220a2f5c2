import type { OpenStore } from '../../../src/store/open-store.js';
import type { Scene } from './scene.js';

/**
 * What A has, and how long the log is: a refused mutation must leave all of it as it was. Looked at anew only where the
 * database has written anything since, which it does not where a mutation is refused at the door.
 */
export class Holdings {
  readonly #store: OpenStore;
  #known: { readonly scene: Scene; readonly writtenUpTo: string; readonly held: unknown } | undefined;

  constructor(store: OpenStore) {
    this.#store = store;
  }

  async of(scene: Scene): Promise<unknown> {
    const writtenUpTo = await this.#writtenUpTo();
    if (this.#known?.scene !== scene || this.#known.writtenUpTo !== writtenUpTo) {
      this.#known = { scene, writtenUpTo, held: await holdings(this.#store, scene) };
    }
    return this.#known.held;
  }

  async #writtenUpTo(): Promise<string> {
    const [row] = await this.#store.dataSource.query<{ lsn: string }[]>(
      'SELECT pg_current_wal_insert_lsn()::text AS lsn',
    );
    if (row === undefined) throw new Error('The database does not say up to where it has written.');
    return row.lsn;
  }
}

async function holdings(store: OpenStore, scene: Scene): Promise<unknown> {
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
    collections: (await store.collections.ofAccount(id, everything)).rows.map(({ row }) => row),
    sorted: await store.collections.works([scene.workOfA.id]),
    match: await store.works.matchesByIds([scene.matchOfA.id]),
    log: await store.log.size(),
  };
}
