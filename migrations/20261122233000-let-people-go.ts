import type { MigrationInterface, QueryRunner } from 'typeorm';
import { urlKey } from '../src/core/url/url-key.js';

/** What has to be so that an account can be erased: what stays of it needs no account, and notes can be deleted. */
export class LetPeopleGo20261122233000 implements MigrationInterface {
  readonly name = 'LetPeopleGo20261122233000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    const claims = (await runner.query('SELECT id, expression FROM claims')) as {
      id: string;
      expression: string;
    }[];
    for (const { id, expression } of claims) {
      const key = BigInt.asIntN(64, urlKey(expression)).toString();
      await runner.query('UPDATE claims SET subject_key = $2 WHERE id = $1', [id, key]);
    }
    await runner.query('ALTER TABLE claims ALTER COLUMN subject_key SET NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE claims ADD COLUMN claimant text, ADD COLUMN subject_key bigint`,
  `UPDATE claims SET claimant = replace(accounts.pseudonym, '-', '') FROM accounts WHERE accounts.id = account_id`,
  `ALTER TABLE claims ALTER COLUMN claimant SET NOT NULL,
                      ALTER COLUMN account_id DROP NOT NULL,
                      ALTER COLUMN expression DROP NOT NULL`,
  `ALTER TABLE disputes ALTER COLUMN expression DROP NOT NULL`,
  // What was done stays on record when the account of whoever did it is erased.
  `ALTER TABLE audit_events DROP CONSTRAINT audit_events_actor_id_fkey`,
  // What moderators wrote may name somebody: it cannot stand where nothing can be deleted.
  `CREATE TABLE decision_notes (
     event_id  uuid   CONSTRAINT decision_notes_pkey PRIMARY KEY
                      CONSTRAINT decision_notes_event_id_fkey REFERENCES audit_events (id),
     claim_ids uuid[] NOT NULL,
     note      text   NOT NULL
   )`,
  `INSERT INTO decision_notes (event_id, claim_ids, note)
   SELECT id,
          ARRAY (SELECT substring(target FROM 7)::uuid WHERE starts_with(target, 'claim:')
                 UNION SELECT jsonb_array_elements_text(details -> 'rivals')::uuid
                 UNION SELECT jsonb_array_elements_text(details -> 'claims')::uuid),
          details ->> 'note'
   FROM audit_events WHERE details ->> 'note' IS NOT NULL`,
  `ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only`,
  `UPDATE audit_events SET details = details - 'note'`,
  `ALTER TABLE audit_events ENABLE TRIGGER audit_events_append_only`,
  // Deleted rows stay in the files of a database for a while; what is listed here has still to be taken out of them.
  `CREATE TABLE unfinished_erasures (
     id        uuid        CONSTRAINT unfinished_erasures_pkey PRIMARY KEY,
     erased_at timestamptz NOT NULL
   )`,
];

/** Fails once an account was erased: what the tables of before demand of every claim is gone. */
const DOWN = [
  `DROP TABLE unfinished_erasures`,
  `ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only`,
  `UPDATE audit_events SET details = details || jsonb_build_object('note', decision_notes.note)
   FROM decision_notes WHERE event_id = id`,
  `ALTER TABLE audit_events ENABLE TRIGGER audit_events_append_only`,
  `DROP TABLE decision_notes`,
  `ALTER TABLE audit_events ADD CONSTRAINT audit_events_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES accounts (id)`,
  `ALTER TABLE disputes ALTER COLUMN expression SET NOT NULL`,
  `ALTER TABLE claims ALTER COLUMN account_id SET NOT NULL, ALTER COLUMN expression SET NOT NULL`,
  `ALTER TABLE claims DROP COLUMN claimant, DROP COLUMN subject_key`,
];
