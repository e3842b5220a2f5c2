import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an account is told of new matches: by a feed at a private address, and by mail at most once a week. */
export class TellOfMatches20261203111000 implements MigrationInterface {
  readonly name = 'TellOfMatches20261203111000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE match_news');
  }
}

const UP = [
  `CREATE TABLE match_news (
     account_id uuid        CONSTRAINT match_news_pkey PRIMARY KEY
                            CONSTRAINT match_news_account_id_fkey REFERENCES accounts ON DELETE CASCADE,
     mails      boolean     NOT NULL,
     language   text        CONSTRAINT match_news_language_check CHECK (language IN ('en', 'es')),
     leaving    text        NOT NULL,
     feed_hash  bytea,
     feed_since timestamptz,
     mailed_at  timestamptz,
     told_until timestamptz
   )`,
  `CREATE UNIQUE INDEX match_news_leaving_key ON match_news (leaving)`,
  `CREATE UNIQUE INDEX match_news_feed_hash_key ON match_news (feed_hash)`,
];
