import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addressFamily } from '../src/core/url/address-family.js';

/** By what rows that come in are related to works: the families of their addresses, and what models made of their pictures. */
export class RelateWorks20261203110000 implements MigrationInterface {
  readonly name = 'RelateWorks20261203110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE work_locations ADD COLUMN family text`);
    const held = (await runner.query(`SELECT DISTINCT canonical FROM work_locations`)) as {
      canonical: string;
    }[];
    for (let at = 0; at < held.length; at += TOGETHER) {
      const addresses = held.slice(at, at + TOGETHER).map(({ canonical }) => canonical);
      await runner.query(FILL, [addresses, addresses.map(addressFamily)]);
    }
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const TOGETHER = 1_000;

const FILL = `
  UPDATE work_locations SET family = known.family
    FROM unnest($1::text[], $2::text[]) AS known (canonical, family) WHERE work_locations.canonical = known.canonical`;

const UP = [
  `ALTER TABLE work_locations ALTER COLUMN family SET NOT NULL`,
  // An address may be longer than an index takes.
  `CREATE INDEX work_locations_family_idx ON work_locations (left(family, 512))`,
  `CREATE TABLE work_meanings (
     work_id  uuid  NOT NULL CONSTRAINT work_meanings_work_id_fkey REFERENCES works (id) ON DELETE CASCADE,
     model    text  NOT NULL,
     revision text  NOT NULL,
     vector   bytea NOT NULL,
     CONSTRAINT work_meanings_pkey PRIMARY KEY (work_id, model, revision)
   )`,
  `CREATE INDEX work_meanings_model_idx ON work_meanings (model, revision, work_id)`,
];

const DOWN = [`DROP TABLE work_meanings`, `ALTER TABLE work_locations DROP COLUMN family`];
