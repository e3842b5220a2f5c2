import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first shape of the registry: people, catalogue, claims, and the log with its projections. */
export class CreateRegistry20261122190000 implements MigrationInterface {
  readonly name = 'CreateRegistry20261122190000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE EXTENSION IF NOT EXISTS vector`,
  `CREATE EXTENSION IF NOT EXISTS pg_trgm`,
  `CREATE EXTENSION IF NOT EXISTS unaccent`,
  // English stems over words without their accents: "café" finds "Cafes", whoever typed which.
  `CREATE TEXT SEARCH CONFIGURATION registry_words (COPY = english)`,
  `ALTER TEXT SEARCH CONFIGURATION registry_words
     ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem`,

  // People ------------------------------------------------------------------------------------------------
  `CREATE TABLE accounts (
     id                 uuid        CONSTRAINT accounts_pkey PRIMARY KEY,
     pseudonym          text        NOT NULL CONSTRAINT accounts_pseudonym_key UNIQUE,
     email              text        CONSTRAINT accounts_email_key UNIQUE,
     email_confirmed_at timestamptz,
     password_hash      text,
     role               text        NOT NULL,
     created_at         timestamptz NOT NULL,
     suspended_at       timestamptz,
     CONSTRAINT accounts_role_check CHECK (role IN ('artist', 'builder', 'moderator', 'admin')),
     CONSTRAINT accounts_email_check CHECK (email = lower(email))
   )`,
  `CREATE TABLE sessions (
     id           uuid        CONSTRAINT sessions_pkey PRIMARY KEY,
     token_hash   bytea       NOT NULL CONSTRAINT sessions_token_hash_key UNIQUE,
     account_id   uuid        NOT NULL CONSTRAINT sessions_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
     user_agent   text,
     created_at   timestamptz NOT NULL,
     last_seen_at timestamptz NOT NULL,
     expires_at   timestamptz NOT NULL
   )`,
  `CREATE INDEX sessions_account_id_idx ON sessions (account_id)`,
  `CREATE TABLE api_keys (
     id           uuid        CONSTRAINT api_keys_pkey PRIMARY KEY,
     account_id   uuid        NOT NULL CONSTRAINT api_keys_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
     name         text        NOT NULL,
     prefix       text        NOT NULL,
     secret_hash  bytea       NOT NULL CONSTRAINT api_keys_secret_hash_key UNIQUE,
     scopes       text[]      NOT NULL,
     created_at   timestamptz NOT NULL,
     last_used_at timestamptz,
     expires_at   timestamptz,
     revoked_at   timestamptz
   )`,
  `CREATE INDEX api_keys_account_id_idx ON api_keys (account_id)`,
  `CREATE TABLE one_time_codes (
     id         uuid        CONSTRAINT one_time_codes_pkey PRIMARY KEY,
     email      text        NOT NULL,
     purpose    text        NOT NULL,
     token_hash bytea       NOT NULL CONSTRAINT one_time_codes_token_hash_key UNIQUE,
     code_hash  bytea       NOT NULL,
     attempts   integer     NOT NULL,
     created_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     used_at    timestamptz,
     CONSTRAINT one_time_codes_purpose_check CHECK (purpose IN ('sign-in', 'confirm-address'))
   )`,
  `CREATE INDEX one_time_codes_email_idx ON one_time_codes (email, purpose, created_at)`,
  `CREATE TABLE recovery_codes (
     account_id uuid        NOT NULL CONSTRAINT recovery_codes_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
     code_hash  bytea       NOT NULL,
     used_at    timestamptz,
     CONSTRAINT recovery_codes_pkey PRIMARY KEY (account_id, code_hash)
   )`,
  `CREATE TABLE attempt_windows (
     key_hash bytea       CONSTRAINT attempt_windows_pkey PRIMARY KEY,
     count    integer     NOT NULL,
     ends_at  timestamptz NOT NULL
   )`,

  // Catalogue ---------------------------------------------------------------------------------------------
  `CREATE TABLE datasets (
     id             integer     CONSTRAINT datasets_pkey PRIMARY KEY,
     slug           text        NOT NULL CONSTRAINT datasets_slug_key UNIQUE,
     title          text        NOT NULL,
     description    text,
     licence        text,
     is_demo        boolean     NOT NULL,
     rows_held      bigint      NOT NULL,
     rows_published bigint,
     created_at     timestamptz NOT NULL,
     CONSTRAINT datasets_slug_check CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$')
   )`,
  // Partitioned by dataset, so that dropping one is instant; the key leads with what a shard would be chosen by.
  `CREATE TABLE entries (
     dataset_id  integer NOT NULL,
     url_key     bigint  NOT NULL,
     row_id      bytea   NOT NULL,
     ordinal     bigint  NOT NULL,
     url         text    NOT NULL,
     canonical   text    COLLATE "C" NOT NULL,
     host        text    COLLATE "C" NOT NULL,
     caption     text    NOT NULL,
     author      text,
     width       integer,
     height      integer,
     similarity  real,
     aesthetic   real,
     punsafe     real,
     pwatermark  real,
     nsfw        text,
     language    text,
     licence     text,
     md5         bytea,
     sha256      bytea,
     extra       jsonb,
     -- A host counts by its labels and for less than what people wrote. Captions have no limit, a tsvector has one.
     words       tsvector NOT NULL GENERATED ALWAYS AS (
                   setweight(to_tsvector('registry_words'::regconfig, left(caption, 20000)), 'A') ||
                   setweight(to_tsvector('registry_words'::regconfig, left(coalesce(author, ''), 20000)), 'A') ||
                   setweight(to_tsvector('registry_words'::regconfig, translate(left(host, 255), '.-', '  ')), 'D')
                 ) STORED,
     CONSTRAINT entries_pkey PRIMARY KEY (dataset_id, url_key, row_id)
   ) PARTITION BY LIST (dataset_id)`,
  `CREATE INDEX entries_row_id_idx ON entries (dataset_id, row_id)`,
  `CREATE UNIQUE INDEX entries_ordinal_key ON entries (dataset_id, ordinal)`,
  // Both prefix searches read their page in the order of the index. Cut, because a b-tree takes no key over 2.7 kB.
  `CREATE INDEX entries_host_idx ON entries ((left(reverse(host), 255) || '.'), dataset_id, ordinal)`,
  `CREATE INDEX entries_canonical_idx ON entries ((left(canonical, 512)), dataset_id, ordinal)`,
  `CREATE INDEX entries_words_idx ON entries USING gin (words)`,
  `CREATE INDEX entries_caption_trgm_idx ON entries USING gin (caption gin_trgm_ops)`,
  `CREATE INDEX entries_author_trgm_idx ON entries USING gin (author gin_trgm_ops) WHERE author IS NOT NULL`,
  `CREATE INDEX entries_host_trgm_idx ON entries USING gin (host gin_trgm_ops)`,
  `CREATE TABLE ingestions (
     id            uuid        CONSTRAINT ingestions_pkey PRIMARY KEY,
     dataset_id    integer     NOT NULL CONSTRAINT ingestions_dataset_id_fkey REFERENCES datasets (id) ON DELETE CASCADE,
     file_name     text        NOT NULL,
     rows_read     bigint      NOT NULL,
     rows_added    bigint      NOT NULL,
     rows_known    bigint      NOT NULL,
     rows_rejected jsonb       NOT NULL,
     started_at    timestamptz NOT NULL,
     finished_at   timestamptz
   )`,
  `CREATE INDEX ingestions_dataset_id_idx ON ingestions (dataset_id, started_at)`,

  // The log: the only truth for what follows -----------------------------------------------------------------
  `CREATE TABLE log_entries (
     index     bigint      CONSTRAINT log_entries_pkey PRIMARY KEY,
     leaf_hash bytea       NOT NULL CONSTRAINT log_entries_leaf_hash_key UNIQUE,
     kind      text        NOT NULL,
     leaf      bytea       NOT NULL,
     logged_at timestamptz NOT NULL
   )`,
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
   END $$`,
  `CREATE TRIGGER log_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entries
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,

  // Claims ------------------------------------------------------------------------------------------------
  `CREATE TABLE claims (
     id              uuid        CONSTRAINT claims_pkey PRIMARY KEY,
     account_id      uuid        NOT NULL CONSTRAINT claims_account_id_fkey REFERENCES accounts (id),
     kind            text        NOT NULL,
     expression      text        NOT NULL,
     subject_digest  bytea       NOT NULL,
     canon           integer     NOT NULL,
     capacity        text        NOT NULL,
     state           text        NOT NULL,
     assurance       text        NOT NULL,
     created_at      timestamptz NOT NULL,
     verified_at     timestamptz,
     decided_at      timestamptz,
     decided_by      uuid        CONSTRAINT claims_decided_by_fkey REFERENCES accounts (id),
     decision_reason text,
     CONSTRAINT claims_kind_check CHECK (kind IN ('url', 'path', 'domain')),
     CONSTRAINT claims_capacity_check
       CHECK (capacity IN ('author', 'rightsholder', 'agent', 'heir', 'host', 'person-depicted')),
     CONSTRAINT claims_state_check
       CHECK (state IN ('open', 'active', 'disputed', 'rejected', 'withdrawn', 'lapsed')),
     CONSTRAINT claims_assurance_check CHECK (assurance IN ('asserted', 'verified', 'reviewed'))
   )`,
  // One standing claim per account and place; a refused or withdrawn one may be made again.
  `CREATE UNIQUE INDEX claims_standing_key ON claims (account_id, kind, subject_digest)
     WHERE state IN ('open', 'active', 'disputed')`,
  // One undisputed holder per place: a second proof can only open a dispute.
  `CREATE UNIQUE INDEX claims_holder_key ON claims (kind, subject_digest) WHERE state = 'active'`,
  `CREATE INDEX claims_subject_digest_idx ON claims (subject_digest)`,
  `CREATE INDEX claims_account_id_idx ON claims (account_id, created_at, id)`,
  `CREATE INDEX claims_waiting_idx ON claims (created_at, id) WHERE state IN ('open', 'disputed')`,
  `CREATE TABLE challenges (
     id              uuid        CONSTRAINT challenges_pkey PRIMARY KEY,
     claim_id        uuid        NOT NULL CONSTRAINT challenges_claim_id_fkey REFERENCES claims (id) ON DELETE CASCADE,
     token           text        NOT NULL CONSTRAINT challenges_token_key UNIQUE,
     created_at      timestamptz NOT NULL,
     expires_at      timestamptz NOT NULL,
     last_checked_at timestamptz,
     last_problem    text,
     met_at          timestamptz
   )`,
  `CREATE INDEX challenges_claim_id_idx ON challenges (claim_id, created_at)`,
  `CREATE TABLE evidence (
     id           uuid        CONSTRAINT evidence_pkey PRIMARY KEY,
     claim_id     uuid        NOT NULL CONSTRAINT evidence_claim_id_fkey REFERENCES claims (id) ON DELETE CASCADE,
     text         text        NOT NULL,
     link         text,
     submitted_at timestamptz NOT NULL
   )`,
  `CREATE INDEX evidence_claim_id_idx ON evidence (claim_id, submitted_at)`,
  `CREATE TABLE disputes (
     id             uuid        CONSTRAINT disputes_pkey PRIMARY KEY,
     kind           text        NOT NULL,
     expression     text        NOT NULL,
     subject_digest bytea       NOT NULL,
     opened_at      timestamptz NOT NULL,
     closed_at      timestamptz,
     closed_by      uuid        CONSTRAINT disputes_closed_by_fkey REFERENCES accounts (id),
     outcome        text,
     reason         text
   )`,
  // At most one open dispute about a place.
  `CREATE UNIQUE INDEX disputes_open_key ON disputes (kind, subject_digest) WHERE closed_at IS NULL`,
  `CREATE INDEX disputes_page_idx ON disputes ((closed_at IS NULL), opened_at, id)`,
  `CREATE TABLE dispute_claims (
     dispute_id uuid NOT NULL CONSTRAINT dispute_claims_dispute_id_fkey REFERENCES disputes (id) ON DELETE CASCADE,
     claim_id   uuid NOT NULL CONSTRAINT dispute_claims_claim_id_fkey REFERENCES claims (id),
     CONSTRAINT dispute_claims_pkey PRIMARY KEY (dispute_id, claim_id)
   )`,

  // Statements: a projection of the log ---------------------------------------------------------------------
  `CREATE TABLE statements (
     id              bytea       CONSTRAINT statements_pkey PRIMARY KEY,
     log_index       bigint      NOT NULL CONSTRAINT statements_log_index_key UNIQUE
                       CONSTRAINT statements_log_index_fkey REFERENCES log_entries (index),
     claimant        text        NOT NULL,
     account_id      uuid        CONSTRAINT statements_account_id_fkey REFERENCES accounts (id),
     kind            text        NOT NULL,
     subject_digest  bytea       NOT NULL,
     subject_key     bigint      NOT NULL,
     canon           integer     NOT NULL,
     use             text        NOT NULL,
     preference      text        NOT NULL,
     capacity        text        NOT NULL,
     basis           text        NOT NULL,
     own_works       boolean     NOT NULL,
     reserves_rights boolean     NOT NULL,
     stated_at       timestamptz NOT NULL,
     expires_at      timestamptz,
     withdrawn_index bigint      CONSTRAINT statements_withdrawn_index_fkey REFERENCES log_entries (index),
     superseded_by   bytea,
     CONSTRAINT statements_kind_check CHECK (kind IN ('url', 'path', 'domain', 'content', 'account')),
     CONSTRAINT statements_preference_check CHECK (preference IN ('allow', 'deny', 'conditional'))
   )`,
  // A no stays in force after something later was said: whether that ended it is for the rules of decision to say.
  `CREATE INDEX statements_subject_key_idx ON statements (subject_key)
     WHERE withdrawn_index IS NULL AND (superseded_by IS NULL OR preference <> 'allow')`,
  // A claimant has one answer in force per subject and use; what was said before is superseded by it.
  `CREATE UNIQUE INDEX statements_in_force_key ON statements (claimant, kind, subject_digest, use)
     WHERE withdrawn_index IS NULL AND superseded_by IS NULL`,
  `CREATE INDEX statements_account_id_idx ON statements (account_id, log_index)`,
  // What a statement's commitment opens to. Apart from the log and deletable: personal data lives only here.
  `CREATE TABLE openings (
     statement_id bytea CONSTRAINT openings_pkey PRIMARY KEY
                        CONSTRAINT openings_statement_id_fkey REFERENCES statements (id) ON DELETE CASCADE,
     salt         bytea NOT NULL,
     opening      jsonb NOT NULL
   )`,
  `CREATE TABLE idempotency_keys (
     account_id     uuid        NOT NULL CONSTRAINT idempotency_keys_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
     key            text        NOT NULL,
     request_digest bytea       NOT NULL,
     statement_ids  bytea[]     NOT NULL,
     created_at     timestamptz NOT NULL,
     CONSTRAINT idempotency_keys_pkey PRIMARY KEY (account_id, key)
   )`,

  // What moderators and admins did --------------------------------------------------------------------------
  `CREATE TABLE audit_events (
     id         uuid        CONSTRAINT audit_events_pkey PRIMARY KEY,
     actor_id   uuid        CONSTRAINT audit_events_actor_id_fkey REFERENCES accounts (id),
     action     text        NOT NULL,
     target     text        NOT NULL,
     reason     text,
     details    jsonb       NOT NULL,
     created_at timestamptz NOT NULL
   )`,
  `CREATE INDEX audit_events_created_at_idx ON audit_events (created_at, id)`,
  `CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
];

const DOWN = [
  `DROP TABLE audit_events, idempotency_keys, openings, statements, dispute_claims, disputes, evidence, challenges,
              claims, log_entries, ingestions, entries, datasets, attempt_windows, recovery_codes, one_time_codes,
              api_keys, sessions, accounts CASCADE`,
  `DROP FUNCTION refuse_change()`,
  `DROP TEXT SEARCH CONFIGURATION registry_words`,
];
