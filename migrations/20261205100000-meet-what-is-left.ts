import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is yet to be compared: works that were not looked for in the catalogue, and rows in which no work was looked for. A program that
 * is killed between storing and comparing leaves it to the next one.
 */
export class MeetWhatIsLeft20261205100000 implements MigrationInterface {
  readonly name = 'MeetWhatIsLeft20261205100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

// Of works that are there nobody knows whether a program was killed: they are all looked for once more.
const UP = [
  `ALTER TABLE works ADD COLUMN looked_for_at timestamptz`,
  `CREATE INDEX works_not_looked_for_idx ON works (created_at) WHERE looked_for_at IS NULL`,
  `CREATE TABLE unmet_rows (
     id         uuid           CONSTRAINT unmet_rows_pkey PRIMARY KEY,
     dataset_id integer        NOT NULL CONSTRAINT unmet_rows_dataset_id_fkey REFERENCES datasets (id) ON DELETE CASCADE,
     added      int8multirange NOT NULL,
     looked_at  bytea[]        NOT NULL,
     since      timestamptz    NOT NULL
   )`,
  `CREATE INDEX unmet_rows_since_idx ON unmet_rows (since)`,
];

const DOWN = [
  `DROP TABLE unmet_rows`,
  `DROP INDEX works_not_looked_for_idx`,
  `ALTER TABLE works DROP COLUMN looked_for_at`,
];
