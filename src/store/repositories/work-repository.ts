import type { Page, PageRequest } from '../../app/ports/page.js';
import type {
  DigestedWork,
  FamilyLocation,
  NearWorkRegion,
  NearWorkWhole,
  Work,
  WorkLocation,
  WorkMatch,
  WorkMatchCount,
  WorkMatchState,
  WorkMeaning,
  WorkParts,
  WorkStore,
} from '../../app/ports/works.js';
import type { RegionFingerprint } from '../../core/likeness/fingerprint.js';
import type { Orientation } from '../../core/likeness/orientation.js';
import type { PdqHash } from '../../core/likeness/pdq-hash.js';
import { addressFamily } from '../../core/url/address-family.js';
import { readFloats, writeFloats } from '../../core/bytes/float-bytes.js';
import { WorkMatchRow } from '../entities/work-match.entity.js';
import { WorkMeaningRow } from '../entities/work-meaning.entity.js';
import { WorkRow } from '../entities/work.entity.js';
import { regionOfRow, type RegionSqlRow } from '../fingerprint-columns.js';
import { type Keyset, readPage } from '../keyset-page.js';
import { bitBytes, bitText } from '../row-values.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';
import { nearestOfWorks, STANDING } from '../nearest/nearest-works.js';
import { workOf, workRow } from '../work-rows.js';

const OF_ACCOUNT: Keyset<Work> = {
  list: 'works of account',
  key: [
    { sql: 'created_at', type: 'timestamptz' },
    { sql: 'id', type: 'uuid' },
  ],
  direction: 'DESC',
  keyOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
};

const MATCHES: Keyset<WorkMatch> = {
  list: 'matches of work',
  key: [
    { sql: 'found_at', type: 'timestamptz' },
    { sql: 'id', type: 'uuid' },
  ],
  direction: 'DESC',
  keyOf: ({ foundAt, id }) => [foundAt.toISOString(), id],
};

const WITH_DIGESTS = `
  SELECT works.id AS work_id, 'sha256' AS by, asked.at::integer - 1 AS asked
    FROM unnest($1::bytea[]) WITH ORDINALITY AS asked (digest, at) JOIN works ON works.sha256 = asked.digest
   WHERE ${STANDING}
  UNION ALL
  SELECT works.id, 'md5', asked.at::integer - 1
    FROM unnest($2::bytea[]) WITH ORDINALITY AS asked (digest, at) JOIN works ON works.md5 = asked.digest
   WHERE ${STANDING}`;

const OTHER_HOLDERS = `
  SELECT asked.id, count(DISTINCT others.account_id)::integer AS count
    FROM works AS asked JOIN works AS others
      ON others.sha256 = asked.sha256 AND others.account_id <> asked.account_id
    JOIN claims ON claims.id = others.claim_id AND claims.state IN ('open', 'active', 'disputed')
   WHERE asked.id = ANY ($1::uuid[]) GROUP BY asked.id`;

const MET_AT = `
  SELECT works.* FROM work_matches JOIN works ON works.id = work_id JOIN claims ON claims.id = works.claim_id
   WHERE claims.claimant = $1 AND work_matches.subject_digest = $2 AND work_matches.state <> 'rejected'
     AND claims.state IN ('open', 'active', 'disputed')
   ORDER BY works.created_at, works.id LIMIT $3`;

export class WorkRepository implements WorkStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(work: Work, { wholes, regions, locations, meaning }: WorkParts): Promise<void> {
    await this.#session.transaction(async (session) => {
      await session.insert(WorkRow, workRow(work));
      await session.execute(
        `INSERT INTO work_wholes (work_id, orientation, hash)
         SELECT $1, orientation, hash::bit(256) FROM unnest($2::text[], $3::text[]) AS given (orientation, hash)`,
        [work.id, wholes.map(({ orientation }) => orientation), wholes.map(({ hash }) => bitText(hash))],
      );
      await session.execute(
        `INSERT INTO work_regions (work_id, place, hash, quality, left_edge, top_edge, width, height)
         SELECT $1, at - 1, hash::bit(256), quality, left_edge, top_edge, width, height
           FROM unnest($2::text[], $3::smallint[], $4::smallint[], $5::smallint[], $6::smallint[], $7::smallint[])
                WITH ORDINALITY AS given (hash, quality, left_edge, top_edge, width, height, at)`,
        [
          work.id,
          regions.map(({ hash }) => bitText(hash)),
          regions.map(({ quality }) => quality),
          ...(['left', 'top', 'width', 'height'] as const).map((edge) =>
            regions.map(({ region }) => region[edge]),
          ),
        ],
      );
      await session.execute(
        `INSERT INTO work_locations (work_id, place, url, canonical, family)
         SELECT $1, at - 1, url, canonical, family
           FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS given (url, canonical, family, at)`,
        [
          work.id,
          locations.map(({ url }) => url),
          locations.map(({ canonical }) => canonical),
          locations.map(({ canonical }) => addressFamily(canonical)),
        ],
      );
      if (meaning !== undefined) await setMeaning(session, work.id, meaning);
    });
  }

  async addLocations(id: string, locations: readonly WorkLocation[], most: number): Promise<number> {
    if (locations.length === 0) return 0;
    const [known = []] = await this.locationsOf([id]);
    const fresh = locations
      .filter(({ canonical }) => known.every((one) => one.canonical !== canonical))
      .slice(0, Math.max(0, most - known.length));
    await this.#session.execute(
      `INSERT INTO work_locations (work_id, place, url, canonical, family)
       SELECT $1, $2::integer + at - 1, url, canonical, family
         FROM unnest($3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS given (url, canonical, family, at)`,
      [
        id,
        known.length,
        fresh.map(({ url }) => url),
        fresh.map(({ canonical }) => canonical),
        fresh.map(({ canonical }) => addressFamily(canonical)),
      ],
    );
    return fresh.length;
  }

  async byIds(ids: readonly string[]): Promise<Work[]> {
    return this.#works('SELECT * FROM works WHERE id = ANY ($1::uuid[])', [ids.filter(isUuid)]);
  }

  async byClaims(claimIds: readonly string[]): Promise<Work[]> {
    return this.#works('SELECT * FROM works WHERE claim_id = ANY ($1::uuid[])', [claimIds.filter(isUuid)]);
  }

  async ofAccount(accountId: string, page: PageRequest): Promise<Page<Work>> {
    return readPage(OF_ACCOUNT, page, [accountId], ({ after, tail, parameters }) =>
      this.#works(
        `SELECT * FROM works WHERE account_id = $1 AND ${STANDING} AND ${after} ${tail}`,
        parameters,
      ),
    );
  }

  async ofAccountWith(accountId: string, sha256s: readonly Uint8Array[]): Promise<Work[]> {
    return this.#works(
      `SELECT * FROM works WHERE account_id = $1 AND sha256 = ANY ($2::bytea[]) AND ${STANDING} ORDER BY created_at, id`,
      [accountId, sha256s.map((digest) => Buffer.from(digest))],
    );
  }

  async update(id: string, change: Parameters<WorkStore['update']>[1]): Promise<void> {
    await this.#session.update(WorkRow, { id }, change);
  }

  async notLookedFor(registeredBefore: Date, limit: number): Promise<Work[]> {
    return this.#works(
      `SELECT * FROM works WHERE looked_for_at IS NULL AND created_at < $1 AND ${STANDING} ORDER BY created_at, id LIMIT $2`,
      [registeredBefore, limit],
    );
  }

  async markLookedFor(ids: readonly string[], at: Date, openDatasets: readonly number[]): Promise<void> {
    await this.#session.execute(
      `UPDATE works SET looked_for_at = $2 WHERE id = ANY ($1::uuid[])
          AND (SELECT coalesce(array_agg(id ORDER BY id), '{}') FROM datasets WHERE is_open) = $3::integer[]`,
      [ids, at, openDatasets.toSorted((a, b) => a - b)],
    );
  }

  async locationsOf(workIds: readonly string[]): Promise<(readonly WorkLocation[])[]> {
    const rows = await this.#session.query<WorkLocation & { work_id: string }>(
      'SELECT work_id, url, canonical FROM work_locations WHERE work_id = ANY ($1::uuid[]) ORDER BY place',
      [workIds.filter(isUuid)],
    );
    return workIds.map((id) =>
      rows.flatMap(({ work_id, url, canonical }) => (work_id === id ? [{ url, canonical }] : [])),
    );
  }

  async inFamilies(families: readonly string[]): Promise<FamilyLocation[]> {
    if (families.length === 0) return [];
    const rows = await this.#session.query<FamilyLocation & { work_id: string }>(
      `SELECT work_id, family, canonical FROM work_locations JOIN works ON works.id = work_id
        WHERE left(family, 512) = ANY ($1::text[]) AND family = ANY ($2::text[]) AND ${STANDING}`,
      [families.map((family) => family.slice(0, 512)), families],
    );
    return rows.map(({ work_id, family, canonical }) => ({ workId: work_id, family, canonical }));
  }

  async setMeaning(workId: string, meaning: WorkMeaning): Promise<void> {
    await setMeaning(this.#session, workId, meaning);
  }

  async meaningsOf(workId: string): Promise<WorkMeaning[]> {
    const rows = await this.#session.find(WorkMeaningRow, { workId });
    return rows.map(({ model, revision, vector }) => ({ model, revision, vector: readFloats(vector) }));
  }

  async withMeaning(
    { model, revision }: Pick<WorkMeaning, 'model' | 'revision'>,
    { after, limit }: { readonly after: string | undefined; readonly limit: number },
  ): Promise<{ readonly work: Work; readonly vector: Float32Array }[]> {
    const held = await this.#session.rows(
      WorkMeaningRow,
      `SELECT work_meanings.* FROM work_meanings JOIN works ON works.id = work_id
        WHERE model = $1 AND revision = $2 AND ($3::uuid IS NULL OR work_id > $3) AND ${STANDING}
        ORDER BY work_id LIMIT $4`,
      [model, revision, after ?? null, limit],
    );
    const works = await this.byIds(held.map(({ workId }) => workId));
    const byId = new Map(works.map((work) => [work.id, work]));
    return held.flatMap(({ workId, vector }) => {
      const work = byId.get(workId);
      return work === undefined ? [] : [{ work, vector: readFloats(vector) }];
    });
  }

  async wholesOf(workId: string): Promise<WorkParts['wholes']> {
    const rows = await this.#session.query<{ orientation: Orientation; hash: string }>(
      'SELECT orientation, hash FROM work_wholes WHERE work_id = $1',
      [workId],
    );
    return rows.map(({ orientation, hash }) => ({ orientation, hash: bitBytes(hash) }));
  }

  async regionsOf(workIds: readonly string[]): Promise<(readonly RegionFingerprint[])[]> {
    const rows = await this.#session.query<RegionSqlRow & { work_id: string }>(
      'SELECT * FROM work_regions WHERE work_id = ANY ($1::uuid[]) ORDER BY place',
      [workIds.filter(isUuid)],
    );
    return workIds.map((id) => rows.filter(({ work_id }) => work_id === id).map(regionOfRow));
  }

  async otherHolders(works: readonly Work[]): Promise<number[]> {
    const rows = await this.#session.query<{ id: string; count: number }>(OTHER_HOLDERS, [
      works.map(({ id }) => id),
    ]);
    const counts = new Map(rows.map(({ id, count }) => [id, count]));
    return works.map(({ id }) => counts.get(id) ?? 0);
  }

  async hasAny(): Promise<boolean> {
    const rows = await this.#session.query('SELECT 1 FROM works LIMIT 1');
    return rows.length > 0;
  }

  async withDigests({
    sha256,
    md5,
  }: {
    readonly sha256: readonly Uint8Array[];
    readonly md5: readonly Uint8Array[];
  }): Promise<DigestedWork[]> {
    if (sha256.length + md5.length === 0) return [];
    const rows = await this.#session.query<{ work_id: string; by: 'sha256' | 'md5'; asked: number }>(
      WITH_DIGESTS,
      [sha256, md5].map((digests) => digests.map((digest) => Buffer.from(digest))),
    );
    return rows.map(({ work_id, by, asked }) => ({ workId: work_id, by, asked }));
  }

  async nearestWholes(
    hashes: readonly PdqHash[],
    maxDistance: number,
    limit: number,
  ): Promise<NearWorkWhole[]> {
    const rows = await nearestOfWorks<{ orientation: Orientation }>(
      this.#session,
      'work_wholes',
      'orientation',
      {
        hashes,
        maxDistance,
        limit,
      },
    );
    return rows.map(({ asked, work_id, orientation, distance }) => ({
      asked,
      workId: work_id,
      orientation,
      distance,
    }));
  }

  async nearestRegions(
    hashes: readonly PdqHash[],
    maxDistance: number,
    limit: number,
  ): Promise<NearWorkRegion[]> {
    const columns = 'left_edge, top_edge, width, height';
    const rows = await nearestOfWorks<RegionSqlRow>(this.#session, 'work_regions', columns, {
      hashes,
      maxDistance,
      limit,
    });
    return rows.map(({ asked, work_id, distance, left_edge, top_edge, width, height }) => ({
      asked,
      workId: work_id,
      distance,
      region: { left: left_edge, top: top_edge, width, height },
    }));
  }

  async addMatches(matches: readonly WorkMatch[]): Promise<void> {
    for (const match of matches) await this.#session.insert(WorkMatchRow, match);
  }

  async saveMatches(matches: readonly WorkMatch[]): Promise<void> {
    for (const { id, ...match } of matches) await this.#session.update(WorkMatchRow, { id }, match);
  }

  async matchesByIds(ids: readonly string[]): Promise<WorkMatch[]> {
    return this.#matches('SELECT * FROM work_matches WHERE id = ANY ($1::uuid[])', [ids.filter(isUuid)]);
  }

  async matchOfLeaf(leafMatch: string): Promise<WorkMatch | undefined> {
    const [match] = await this.#session.find(WorkMatchRow, { leafMatch });
    return match;
  }

  async matchesAt(workIds: readonly string[], digests: readonly Uint8Array[]): Promise<WorkMatch[]> {
    return this.#matches(
      'SELECT * FROM work_matches WHERE work_id = ANY ($1::uuid[]) AND subject_digest = ANY ($2::bytea[])',
      [workIds.filter(isUuid), digests.map((digest) => Buffer.from(digest))],
    );
  }

  async metAt(claimant: string, subjectDigest: Uint8Array, limit: number): Promise<Work[]> {
    return this.#works(MET_AT, [claimant, Buffer.from(subjectDigest), limit]);
  }

  async matchesOf(
    workId: string,
    states: readonly WorkMatchState[],
    page: PageRequest,
  ): Promise<Page<WorkMatch>> {
    return readPage(MATCHES, page, [workId, states], ({ after, tail, parameters }) =>
      this.#matches(
        `SELECT * FROM work_matches WHERE work_id = $1 AND state = ANY ($2::text[]) AND ${after} ${tail}`,
        parameters,
      ),
    );
  }

  async standingMatches(workId: string, limit: number): Promise<WorkMatch[]> {
    return this.#matches(
      `SELECT * FROM work_matches
        WHERE work_id = $1 AND state IN ('matched', 'confirmed', 'waiting') ORDER BY found_at, id LIMIT $2`,
      [workId, limit],
    );
  }

  async matchCounts(workIds: readonly string[]): Promise<WorkMatchCount[]> {
    const rows = await this.#session.query<{
      work_id: string;
      state: WorkMatchState;
      count: number;
      unseen: number;
    }>(
      `SELECT work_id, state, count(*)::integer AS count, count(*) FILTER (WHERE seen_at IS NULL)::integer AS unseen
         FROM work_matches WHERE work_id = ANY ($1::uuid[]) GROUP BY work_id, state`,
      [workIds.filter(isUuid)],
    );
    return rows.map(({ work_id, ...counted }) => ({ workId: work_id, ...counted }));
  }

  async countUnseen(accountId: string): Promise<number> {
    const [row] = await this.#session.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM works JOIN work_matches ON work_id = works.id
        WHERE account_id = $1 AND seen_at IS NULL AND work_matches.state <> 'rejected' AND ${STANDING}`,
      [accountId],
    );
    return row?.count ?? 0;
  }

  async markSeen(workId: string, at: Date): Promise<void> {
    await this.#session.execute(
      'UPDATE work_matches SET seen_at = $2 WHERE work_id = $1 AND seen_at IS NULL',
      [workId, at],
    );
  }

  async #works(sql: string, parameters: readonly unknown[]): Promise<Work[]> {
    return (await this.#session.rows(WorkRow, sql, parameters)).map(workOf);
  }

  async #matches(sql: string, parameters: readonly unknown[]): Promise<WorkMatch[]> {
    return this.#session.rows(WorkMatchRow, sql, parameters);
  }
}

async function setMeaning(
  session: StoreSession,
  workId: string,
  { model, revision, vector }: WorkMeaning,
): Promise<void> {
  await session.execute(
    `INSERT INTO work_meanings (work_id, model, revision, vector) VALUES ($1, $2, $3, $4)
     ON CONFLICT ON CONSTRAINT work_meanings_pkey DO UPDATE SET vector = excluded.vector`,
    [workId, model, revision, Buffer.from(writeFloats(vector))],
  );
}
