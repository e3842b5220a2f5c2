import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The names that artists say their work goes by, as they wrote them and as a search compares them. */
export class NameArtists20261201100000 implements MigrationInterface {
  readonly name = 'NameArtists20261201100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE artist_names`);
  }
}

const UP = [
  `CREATE TABLE artist_names (
     account_id uuid     NOT NULL
                         CONSTRAINT artist_names_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
     place      smallint NOT NULL,
     name       text     NOT NULL,
     folded     text     NOT NULL,
     CONSTRAINT artist_names_pkey PRIMARY KEY (account_id, place)
   )`,
  `CREATE INDEX artist_names_folded_idx ON artist_names (folded)`,
];
