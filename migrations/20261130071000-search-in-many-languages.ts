import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words are stemmed in the language of their caption, an author counts by itself, and parts of addresses are found. */
export class SearchInManyLanguages20261130071000 implements MigrationInterface {
  readonly name = 'SearchInManyLanguages20261130071000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** Each language beside English with PostgreSQL's own stems for it, in the order in which `stems` counts them, from 3. */
const STEMMED = [
  ['es', 'spanish'],
  ['fr', 'french'],
  ['de', 'german'],
  ['it', 'italian'],
  ['pt', 'portuguese'],
  ['nl', 'dutch'],
  ['ru', 'russian'],
] as const;

const CONFIGURATIONS = [
  `ALTER TEXT SEARCH CONFIGURATION registry_words RENAME TO registry_en`,
  // Words as they are, for languages without stems here.
  `CREATE TEXT SEARCH CONFIGURATION registry_und (COPY = simple)`,
  `ALTER TEXT SEARCH CONFIGURATION registry_und
     ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple`,
  ...STEMMED.flatMap(([code, language]) => [
    `CREATE TEXT SEARCH CONFIGURATION registry_${code} (COPY = ${language})`,
    `ALTER TEXT SEARCH CONFIGURATION registry_${code}
       ALTER MAPPING FOR hword, hword_part, word WITH unaccent, ${language}_stem`,
  ]),
];

const STEMS = `CASE stems WHEN 2 THEN 'registry_en'::regconfig ${STEMMED.map(
  ([code], at) => `WHEN ${at + 3} THEN 'registry_${code}'::regconfig`,
).join(' ')} ELSE 'registry_und'::regconfig END`;

const WORDS = `
  setweight(to_tsvector(${STEMS}, left(caption, 20000)), 'A') ||
  setweight(to_tsvector(${STEMS}, left(coalesce(author, ''), 20000)), 'B') ||
  setweight(to_tsvector(${STEMS}, translate(left(host, 255), '.-', '  ')), 'D')`;

const WORDS_BEFORE = `
  setweight(to_tsvector('registry_words'::regconfig, left(caption, 20000)), 'A') ||
  setweight(to_tsvector('registry_words'::regconfig, left(coalesce(author, ''), 20000)), 'A') ||
  setweight(to_tsvector('registry_words'::regconfig, translate(left(host, 255), '.-', '  ')), 'D')`;

/** What a dataset calls its language, as the number of its stems. One that says nothing was English until now. */
const LABELLED = `CASE left(lower(trim(language)), 2)
  ${STEMMED.map(([code], at) => `WHEN '${code}' THEN ${at + 3}`).join(' ')} ELSE 1 END`;

/** Runs a statement on the table of all entries and on each that still stands apart from it. */
const onEachTable = (statement: (table: string) => string): string => `DO $$
   DECLARE apart record;
   BEGIN
     ${statement('entries')};
     FOR apart IN SELECT id FROM datasets WHERE NOT is_open LOOP
       EXECUTE format($statement$${statement('entries_%s')}$statement$, apart.id);
     END LOOP;
   END $$`;

const UP = [
  ...CONFIGURATIONS,
  onEachTable(
    (table) => `ALTER TABLE ${table} DROP COLUMN words, ADD COLUMN stems integer NOT NULL DEFAULT 2`,
  ),
  onEachTable(
    (table) => `UPDATE ${table} SET stems = ${LABELLED}
     WHERE trim(language) ~ '^[A-Za-z]{2,3}([-_]|$)' AND language !~* '^en'`,
  ),
  // The one rewriting of every row: its words are made anew.
  onEachTable(
    (table) => `ALTER TABLE ${table} ALTER COLUMN stems DROP DEFAULT,
       ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (${WORDS}) STORED`,
  ),
  `CREATE INDEX entries_words_idx ON entries USING gin (words)`,
  // The words of an address, so that a part of one is found; cut as the index over whole addresses is.
  `CREATE INDEX entries_address_idx ON entries USING gin ((array_to_tsvector(array_remove(
     string_to_array(translate(lower(left(canonical, 512)), '-_.?=&%+', '////////'), '/'), ''))))`,
];

const DOWN = [
  `DROP INDEX entries_address_idx`,
  onEachTable((table) => `ALTER TABLE ${table} DROP COLUMN words, DROP COLUMN stems`),
  ...STEMMED.map(([code]) => `DROP TEXT SEARCH CONFIGURATION registry_${code}`),
  `DROP TEXT SEARCH CONFIGURATION registry_und`,
  `ALTER TEXT SEARCH CONFIGURATION registry_en RENAME TO registry_words`,
  onEachTable(
    (table) =>
      `ALTER TABLE ${table} ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (${WORDS_BEFORE}) STORED`,
  ),
  `CREATE INDEX entries_words_idx ON entries USING gin (words)`,
];
