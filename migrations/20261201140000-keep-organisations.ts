import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE organisations (
     id           uuid        NOT NULL CONSTRAINT organisations_pkey PRIMARY KEY,
     account_id   uuid        NOT NULL CONSTRAINT organisations_account_id_key UNIQUE
                              CONSTRAINT organisations_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
     kind         text        NOT NULL CONSTRAINT organisations_kind_check CHECK (kind IN ('collective', 'platform')),
     name         text        NOT NULL,
     claim_id     uuid        CONSTRAINT organisations_claim_id_fkey REFERENCES claims (id) ON DELETE SET NULL,
     created_at   timestamptz NOT NULL,
     pause        uuid,
     suspended_at timestamptz,
     CONSTRAINT organisations_name_check CHECK (length(name) BETWEEN 1 AND 120)
   )`,
  'CREATE INDEX organisations_claim_id_idx ON organisations (claim_id)',
  `CREATE TABLE organisation_staff (
     organisation_id uuid        NOT NULL CONSTRAINT organisation_staff_organisation_id_fkey REFERENCES organisations (id) ON DELETE CASCADE,
     account_id      uuid        NOT NULL CONSTRAINT organisation_staff_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
     role            text        NOT NULL CONSTRAINT organisation_staff_role_check CHECK (role IN ('owner', 'editor', 'viewer')),
     since           timestamptz NOT NULL,
     CONSTRAINT organisation_staff_pkey PRIMARY KEY (organisation_id, account_id)
   )`,
  'CREATE INDEX organisation_staff_account_id_idx ON organisation_staff (account_id)',
  `CREATE TABLE organisation_invitations (
     organisation_id uuid        NOT NULL CONSTRAINT organisation_invitations_organisation_id_fkey REFERENCES organisations (id) ON DELETE CASCADE,
     email           text        NOT NULL,
     role            text        NOT NULL CONSTRAINT organisation_invitations_role_check CHECK (role IN ('owner', 'editor', 'viewer')),
     invited_at      timestamptz NOT NULL,
     expires_at      timestamptz NOT NULL,
     CONSTRAINT organisation_invitations_pkey PRIMARY KEY (organisation_id, email)
   )`,
  'CREATE INDEX organisation_invitations_email_idx ON organisation_invitations (email)',
  `CREATE TABLE members (
     id              uuid        NOT NULL CONSTRAINT members_pkey PRIMARY KEY,
     organisation_id uuid        NOT NULL CONSTRAINT members_organisation_id_fkey REFERENCES organisations (id) ON DELETE CASCADE,
     account_id      uuid        NOT NULL CONSTRAINT members_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
     reference       text        NOT NULL,
     name            text,
     email           text,
     email_digest    bytea,
     token_hash      bytea       CONSTRAINT members_token_hash_key UNIQUE,
     created_at      timestamptz NOT NULL,
     tell_at         timestamptz,
     told_at         timestamptz,
     left_at         timestamptz,
     CONSTRAINT members_reference_key UNIQUE (organisation_id, reference)
   )`,
  'CREATE INDEX members_account_id_idx ON members (account_id)',
  'CREATE INDEX members_email_digest_idx ON members (organisation_id, email_digest)',
  'CREATE INDEX members_tell_at_idx ON members (tell_at) WHERE tell_at IS NOT NULL',
  `CREATE TABLE mandates (
     id              uuid        NOT NULL CONSTRAINT mandates_pkey PRIMARY KEY,
     organisation_id uuid        NOT NULL CONSTRAINT mandates_organisation_id_fkey REFERENCES organisations (id) ON DELETE CASCADE,
     member_id       uuid        CONSTRAINT mandates_member_id_fkey REFERENCES members (id) ON DELETE CASCADE,
     principal_id    uuid        NOT NULL CONSTRAINT mandates_principal_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
     grade           text        NOT NULL CONSTRAINT mandates_grade_check CHECK (grade IN ('passed-on', 'attested', 'confirmed')),
     granted_at      timestamptz NOT NULL,
     expires_at      timestamptz,
     revoked_at      timestamptz,
     revoked_by      text        CONSTRAINT mandates_revoked_by_check CHECK (revoked_by IN ('organisation', 'member'))
   )`,
  'CREATE INDEX mandates_organisation_id_idx ON mandates (organisation_id)',
  'CREATE INDEX mandates_member_id_idx ON mandates (member_id)',
  'CREATE INDEX mandates_principal_id_idx ON mandates (principal_id)',
  `CREATE TABLE refused_mails (
     digest     bytea       NOT NULL CONSTRAINT refused_mails_pkey PRIMARY KEY,
     refused_at timestamptz NOT NULL
   )`,
];

/** Organisations, who works there, and for whom they speak. */
export class KeepOrganisations20261201140000 implements MigrationInterface {
  readonly name = 'KeepOrganisations20261201140000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of TABLES) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = 'refused_mails, mandates, members, organisation_invitations, organisation_staff';
    await runner.query(`DROP TABLE ${tables}, organisations`);
  }
}
