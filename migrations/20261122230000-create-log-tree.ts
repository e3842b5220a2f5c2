import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What makes the log provable: the tiles of its Merkle tree, and the checkpoints that were signed over them. */
export class CreateLogTree20261122230000 implements MigrationInterface {
  readonly name = 'CreateLogTree20261122230000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE INDEX log_entries_key_idx ON log_entries (index) WHERE kind = 'key'`,
  `CREATE INDEX log_entries_logged_at_idx ON log_entries (logged_at, index)`,
  // By what a leaf can be found: 64 bits of each digest and id that it is about.
  `CREATE TABLE log_references (
     key   bigint NOT NULL,
     index bigint NOT NULL CONSTRAINT log_references_index_fkey REFERENCES log_entries (index),
     CONSTRAINT log_references_pkey PRIMARY KEY (key, index)
   )`,
  `DROP INDEX statements_subject_key_idx`,
  // Hash tiles of C2SP tlog-tiles. A tile at the right edge grows until it holds 256 hashes.
  `CREATE TABLE log_tiles (
     level  integer NOT NULL,
     index  bigint  NOT NULL,
     hashes bytea   NOT NULL,
     CONSTRAINT log_tiles_pkey PRIMARY KEY (level, index),
     CONSTRAINT log_tiles_hashes_check CHECK (length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0)
   )`,
  // A published hash stays: a tile may only be written longer.
  `CREATE FUNCTION refuse_other_hashes() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF NEW.level <> OLD.level OR NEW.index <> OLD.index
        OR substring(NEW.hashes FROM 1 FOR length(OLD.hashes)) <> OLD.hashes THEN
       RAISE EXCEPTION 'a tile of the log only grows' USING ERRCODE = 'restrict_violation';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER log_tiles_only_grow BEFORE UPDATE ON log_tiles
     FOR EACH ROW EXECUTE FUNCTION refuse_other_hashes()`,
  `CREATE TRIGGER log_tiles_append_only BEFORE DELETE OR TRUNCATE ON log_tiles
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  // Every size that was ever signed has one root, which is why the size alone is the key.
  `CREATE TABLE log_checkpoints (
     size      bigint      CONSTRAINT log_checkpoints_pkey PRIMARY KEY,
     root      bytea       NOT NULL,
     note      text        NOT NULL,
     signed_at timestamptz NOT NULL
   )`,
  `CREATE TRIGGER log_checkpoints_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_checkpoints
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  // Signatures of witnesses, one line each, in the order in which they came.
  `CREATE TABLE log_cosignatures (
     size        bigint      NOT NULL CONSTRAINT log_cosignatures_size_fkey REFERENCES log_checkpoints (size),
     witness     text        NOT NULL,
     line        text        NOT NULL,
     received_at timestamptz NOT NULL,
     CONSTRAINT log_cosignatures_pkey PRIMARY KEY (size, witness)
   )`,
];

const DOWN = [
  `DROP TABLE log_cosignatures, log_checkpoints, log_tiles, log_references`,
  `DROP FUNCTION refuse_other_hashes()`,
  `DROP INDEX log_entries_key_idx, log_entries_logged_at_idx`,
  `CREATE INDEX statements_subject_key_idx ON statements (subject_key)
     WHERE withdrawn_index IS NULL AND (superseded_by IS NULL OR preference <> 'allow')`,
];
