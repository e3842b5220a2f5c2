import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who accounts are at OpenID Connect providers, and sign-ins there that have begun. */
export class SignInWithProviders20261130122100 implements MigrationInterface {
  readonly name = 'SignInWithProviders20261130122100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE sign_in_flows, identities`);
  }
}

const UP = [
  `CREATE TABLE identities (
     issuer     text        NOT NULL,
     subject    text        NOT NULL,
     account_id uuid        NOT NULL
                            CONSTRAINT identities_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
     profile    text,
     linked_at  timestamptz NOT NULL,
     seen_at    timestamptz NOT NULL,
     CONSTRAINT identities_pkey PRIMARY KEY (issuer, subject)
   )`,
  `CREATE INDEX identities_account_id_idx ON identities (account_id)`,
  `CREATE TABLE sign_in_flows (
     handle_hash bytea       CONSTRAINT sign_in_flows_pkey PRIMARY KEY,
     provider    text        NOT NULL,
     state       text        NOT NULL,
     nonce       text        NOT NULL,
     verifier    text        NOT NULL,
     account_id  uuid        CONSTRAINT sign_in_flows_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
     expires_at  timestamptz NOT NULL
   )`,
];
