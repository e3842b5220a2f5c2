import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * All that a dataset holds is listed by size and by score along an index: sorting it for every page would let a few requests
 * keep a server busy. The expressions are those of `wholeOrder` in src/store/search/search-order.ts; rows without a value come last.
 */
const UP = [
  `CREATE INDEX entries_size_idx ON entries ((-coalesce(width::bigint * height, -1)), ordinal)`,
  `CREATE INDEX entries_aesthetic_idx ON entries ((-coalesce(aesthetic, '-Infinity'::real)), ordinal)`,
  `CREATE INDEX entries_similarity_idx ON entries ((-coalesce(similarity, '-Infinity'::real)), ordinal)`,
];

const DOWN = [`DROP INDEX entries_size_idx, entries_aesthetic_idx, entries_similarity_idx`];

export class SortByIndex20261202100000 implements MigrationInterface {
  readonly name = 'SortByIndex20261202100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
