import type {
  Collection,
  CollectionAnswer,
  CollectionCounts,
  CollectionStanding,
  CollectionStore,
  CollectionWork,
  StandingInCollection,
} from '../../app/ports/collections.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import { CollectionWorkRow } from '../entities/collection-work.entity.js';
import { CollectionRow } from '../entities/collection.entity.js';
import { type Keyset, readPage } from '../keyset-page.js';
import { STANDING } from '../nearest/nearest-works.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

const OF_ACCOUNT: Keyset<Collection> = {
  list: 'collections of account',
  key: [
    { sql: 'created_at', type: 'timestamptz' },
    { sql: 'id', type: 'uuid' },
  ],
  direction: 'DESC',
  keyOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
};

const WORKS: Keyset<StandingInCollection> = {
  list: 'works of collection',
  key: [
    { sql: 'added_at', type: 'timestamptz' },
    { sql: 'work_id', type: 'uuid' },
  ],
  direction: 'DESC',
  keyOf: ({ addedAt, workId }) => [addedAt.toISOString(), workId],
};

/** A statement about the work that is neither withdrawn nor replaced. */
const LATEST = `kind = 'content' AND subject_digest = uuid_send(works.id) AND statements.account_id = works.account_id
  AND withdrawn_index IS NULL AND superseded_by IS NULL`;

/** What was said by the work's claimant since is seen by comparing ids: nobody has to tell the collection of it. */
const WITH_STANDING = `
  SELECT collection_id, work_id, added_at, claim_id, works.account_id,
         CASE WHEN collection_works.revision < collections.revision THEN 'waiting'
              WHEN said IS NULL OR said <> ARRAY(SELECT statements.id FROM statements WHERE ${LATEST} ORDER BY 1)
              THEN 'excepted' ELSE 'follows' END AS standing
    FROM collection_works
    JOIN collections ON collections.id = collection_id
    JOIN works ON works.id = work_id
   WHERE collection_id = ANY ($1::uuid[]) AND ${STANDING}`;

const COUNTS = `
  SELECT collection_id, standing, count(*)::integer AS count
    FROM (${WITH_STANDING}) AS standings GROUP BY collection_id, standing`;

const PUT = `
  INSERT INTO collection_works (work_id, collection_id, said, revision, added_at)
  SELECT work_id, $1, '{}', 0, $3 FROM unnest($2::uuid[]) AS given (work_id)
  ON CONFLICT (work_id) DO UPDATE
     SET collection_id = excluded.collection_id, said = coalesce(collection_works.said, '{}'), revision = 0,
         added_at = excluded.added_at
   WHERE collection_works.collection_id <> excluded.collection_id`;

const BEHIND = `
  SELECT * FROM collections
   WHERE EXISTS (SELECT FROM collection_works
                  WHERE collection_id = collections.id AND collection_works.revision < collections.revision)
   ORDER BY id LIMIT $1`;

const COUNT_WITHOUT_NO = `
  SELECT count(*)::integer AS count
    FROM collection_works JOIN works ON works.id = work_id JOIN claims ON claims.id = claim_id
   WHERE collection_id = $1 AND claims.state IN ('open', 'active', 'disputed') AND claims.assurance = 'asserted'
     AND NOT EXISTS (SELECT FROM statements WHERE ${LATEST} AND preference <> 'allow')`;

export class CollectionRepository implements CollectionStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(collection: Collection): Promise<void> {
    await this.#session.attempt((session) => session.insert(CollectionRow, collection));
  }

  async byIds(ids: readonly string[]): Promise<Collection[]> {
    return this.#collections('SELECT * FROM collections WHERE id = ANY ($1::uuid[])', [ids.filter(isUuid)]);
  }

  async named(accountId: string, name: string): Promise<Collection | undefined> {
    const [collection] = await this.#session.find(CollectionRow, { accountId, name });
    return collection;
  }

  async ofAccount(accountId: string, page: PageRequest): Promise<Page<Collection>> {
    return readPage(OF_ACCOUNT, page, [accountId], ({ after, tail, parameters }) =>
      this.#collections(`SELECT * FROM collections WHERE account_id = $1 AND ${after} ${tail}`, parameters),
    );
  }

  async ofWorks(
    workIds: readonly string[],
  ): Promise<{ readonly workId: string; readonly collection: Collection }[]> {
    const works = await this.works(workIds);
    const found = await this.byIds([...new Set(works.map(({ collectionId }) => collectionId))]);
    const collections = new Map(found.map((collection) => [collection.id, collection]));
    return works.flatMap(({ workId, collectionId }) => {
      const collection = collections.get(collectionId);
      return collection === undefined ? [] : [{ workId, collection }];
    });
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#session.attempt((session) => session.update(CollectionRow, { id }, { name }));
  }

  async setAnswer(id: string, answer: CollectionAnswer | undefined, revision: number): Promise<void> {
    await this.#session.update(CollectionRow, { id }, { answer, revision });
  }

  async remove(id: string): Promise<void> {
    await this.#session.execute('DELETE FROM collections WHERE id = $1', [id]);
  }

  async put(collectionId: string, workIds: readonly string[], at: Date): Promise<void> {
    await this.#session.execute(PUT, [collectionId, workIds, at]);
  }

  async take(workIds: readonly string[]): Promise<void> {
    await this.#session.execute('DELETE FROM collection_works WHERE work_id = ANY ($1::uuid[])', [
      workIds.filter(isUuid),
    ]);
  }

  async works(workIds: readonly string[]): Promise<CollectionWork[]> {
    return this.#session.rows(
      CollectionWorkRow,
      'SELECT * FROM collection_works WHERE work_id = ANY ($1::uuid[])',
      [workIds.filter(isUuid)],
    );
  }

  async waiting(collectionId: string, limit: number): Promise<CollectionWork[]> {
    return this.#session.rows(
      CollectionWorkRow,
      `SELECT collection_works.* FROM collection_works JOIN collections ON collections.id = collection_id
        WHERE collection_id = $1 AND collection_works.revision < collections.revision ORDER BY work_id LIMIT $2`,
      [collectionId, limit],
    );
  }

  async saveWorks(works: readonly CollectionWork[]): Promise<void> {
    for (const { workId, said, revision } of works) {
      await this.#session.update(CollectionWorkRow, { workId }, { said, revision });
    }
  }

  async behind(limit: number): Promise<Collection[]> {
    return this.#collections(BEHIND, [limit]);
  }

  async standings(
    collectionId: string,
    standings: readonly CollectionStanding[],
    page: PageRequest,
  ): Promise<Page<StandingInCollection>> {
    return readPage(WORKS, page, [[collectionId], standings], async ({ after, tail, parameters }) => {
      const rows = await this.#session.query<{
        work_id: string;
        standing: CollectionStanding;
        added_at: Date;
      }>(
        `SELECT * FROM (${WITH_STANDING}) AS standings WHERE standing = ANY ($2::text[]) AND ${after} ${tail}`,
        parameters,
      );
      return rows.map(({ work_id, standing, added_at }) => ({
        workId: work_id,
        standing,
        addedAt: added_at,
      }));
    });
  }

  async counts(collectionIds: readonly string[]): Promise<CollectionCounts[]> {
    const rows = await this.#session.query<{
      collection_id: string;
      standing: CollectionStanding;
      count: number;
    }>(COUNTS, [collectionIds]);
    return collectionIds.map((id) => {
      const of = (standing: CollectionStanding) =>
        rows.find((row) => row.collection_id === id && row.standing === standing)?.count ?? 0;
      return { follows: of('follows'), excepted: of('excepted'), waiting: of('waiting') };
    });
  }

  async countWithoutNo(collectionId: string): Promise<number> {
    const [row] = await this.#session.query<{ count: number }>(COUNT_WITHOUT_NO, [collectionId]);
    return row?.count ?? 0;
  }

  async #collections(sql: string, parameters: readonly unknown[]): Promise<Collection[]> {
    return this.#session.rows(CollectionRow, sql, parameters);
  }
}
