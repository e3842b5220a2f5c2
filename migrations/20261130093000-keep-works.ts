import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Works that accounts registered, what they are recognised by, and where in the catalogue they were found. */
export class KeepWorks20261130093000 implements MigrationInterface {
  readonly name = 'KeepWorks20261130093000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE claims DROP CONSTRAINT claims_kind_check`,
  `ALTER TABLE claims ADD CONSTRAINT claims_kind_check CHECK (kind IN ('url', 'path', 'domain', 'content'))`,
  `CREATE TABLE works (
     id          uuid        CONSTRAINT works_pkey PRIMARY KEY,
     claim_id    uuid        NOT NULL CONSTRAINT works_claim_id_fkey REFERENCES claims (id),
     account_id  uuid        CONSTRAINT works_account_id_fkey REFERENCES accounts (id),
     medium      text        NOT NULL,
     title       text,
     sha256      bytea,
     md5         bytea,
     width       integer,
     height      integer,
     pdq         bit(256),
     pdq_quality smallint,
     text_hash   bytea,
     sound_items bytea,
     identifiers jsonb       NOT NULL,
     waits_since timestamptz,
     created_at  timestamptz NOT NULL,
     CONSTRAINT works_medium_check CHECK (medium IN ('image', 'text', 'audio'))
   )`,
  `CREATE UNIQUE INDEX works_claim_id_key ON works (claim_id)`,
  `CREATE INDEX works_account_id_idx ON works (account_id, created_at, id)`,
  `CREATE INDEX works_sha256_idx ON works (sha256)`,
  `CREATE INDEX works_md5_idx ON works (md5)`,
  // The whole of a picture, laid down in each of eight ways: a copy that was mirrored or turned is met by one look-up.
  `CREATE TABLE work_wholes (
     work_id     uuid     NOT NULL CONSTRAINT work_wholes_work_id_fkey REFERENCES works (id) ON DELETE CASCADE,
     orientation text     NOT NULL,
     hash        bit(256) NOT NULL,
     CONSTRAINT work_wholes_pkey PRIMARY KEY (work_id, orientation)
   )`,
  `CREATE INDEX work_wholes_hash_idx ON work_wholes USING hnsw (hash bit_hamming_ops)`,
  `CREATE TABLE work_regions (
     work_id   uuid     NOT NULL CONSTRAINT work_regions_work_id_fkey REFERENCES works (id) ON DELETE CASCADE,
     place     smallint NOT NULL,
     hash      bit(256) NOT NULL,
     quality   smallint NOT NULL,
     left_edge smallint NOT NULL,
     top_edge  smallint NOT NULL,
     width     smallint NOT NULL,
     height    smallint NOT NULL,
     CONSTRAINT work_regions_pkey PRIMARY KEY (work_id, place)
   )`,
  `CREATE INDEX work_regions_hash_idx ON work_regions
     USING hnsw (hash bit_hamming_ops) WITH (m = 12, ef_construction = 40)`,
  `CREATE TABLE work_locations (
     work_id   uuid   NOT NULL CONSTRAINT work_locations_work_id_fkey REFERENCES works (id) ON DELETE CASCADE,
     place     smallint NOT NULL,
     url       text   NOT NULL,
     canonical text   NOT NULL,
     CONSTRAINT work_locations_pkey PRIMARY KEY (work_id, place)
   )`,
  // One row for each work and address, whatever became of it; leaf_match is the id under which the log has it now.
  `CREATE TABLE work_matches (
     id             uuid        CONSTRAINT work_matches_pkey PRIMARY KEY,
     work_id        uuid        NOT NULL CONSTRAINT work_matches_work_id_fkey REFERENCES works (id) ON DELETE CASCADE,
     subject_digest bytea       NOT NULL,
     subject_key    bigint      NOT NULL,
     canon          integer     NOT NULL,
     canonical      text,
     dataset_id     integer,
     row_id         bytea,
     kind           text        NOT NULL,
     method         text        NOT NULL,
     distance       smallint,
     orientation    text,
     parts          smallint,
     score          real,
     state          text        NOT NULL,
     confirmed_by   text,
     leaf_match     uuid,
     found_at       timestamptz NOT NULL,
     decided_at     timestamptz,
     seen_at        timestamptz,
     CONSTRAINT work_matches_kind_check
       CHECK (kind IN ('same-file', 'same-picture', 'probably-same', 'similar', 'sibling')),
     CONSTRAINT work_matches_state_check
       CHECK (state IN ('suggested', 'waiting', 'matched', 'confirmed', 'rejected')),
     CONSTRAINT work_matches_confirmed_by_check CHECK (confirmed_by IN ('machine', 'claimant', 'moderator'))
   )`,
  `CREATE UNIQUE INDEX work_matches_address_key ON work_matches (work_id, subject_digest)`,
  `CREATE INDEX work_matches_work_id_idx ON work_matches (work_id, found_at, id)`,
  `CREATE INDEX work_matches_unseen_idx ON work_matches (work_id) WHERE seen_at IS NULL`,
  `CREATE UNIQUE INDEX work_matches_leaf_match_key ON work_matches (leaf_match) WHERE leaf_match IS NOT NULL`,
];

const DOWN = [
  `DROP TABLE work_matches, work_locations, work_regions, work_wholes, works`,
  `DELETE FROM evidence WHERE claim_id IN (SELECT id FROM claims WHERE kind = 'content')`,
  `DELETE FROM claims WHERE kind = 'content'`,
  `ALTER TABLE claims DROP CONSTRAINT claims_kind_check`,
  `ALTER TABLE claims ADD CONSTRAINT claims_kind_check CHECK (kind IN ('url', 'path', 'domain'))`,
];
