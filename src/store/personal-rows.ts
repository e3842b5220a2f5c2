import type { ERASED_TABLES } from './erased-tables.js';

/** Which rows of a table are about the holder of an account, and what of them can be handed out. */
export interface PersonalRows {
  /** Those that hold no secret, no hash of one, and nobody else: a moderator's id, or what an organisation keeps to itself. */
  readonly columns: readonly string[];
  /** On the table, which is `t`, and the account, which is `me`, with its id and its mail address or null. */
  readonly whose: string;
  /** What orders its rows and tells them apart, with its types, so that a page can begin behind the last row of another. */
  readonly key: Readonly<Record<string, string>>;
  /** How many rows are read together, where they are large. */
  readonly together?: number;
}

const BY_ID = { id: 'uuid' } as const;
const OWN_CLAIMS = 'SELECT id FROM claims WHERE account_id = me.id';
const OWN_WORKS = 'SELECT id FROM works WHERE account_id = me.id';
const OWN_STATEMENTS = 'SELECT id FROM statements WHERE account_id = me.id';

/** Everything that an erasure would reach is told before: a table that is missing here does not compile. */
export const PERSONAL_ROWS: Readonly<Record<(typeof ERASED_TABLES)[number], PersonalRows>> = {
  accounts: {
    columns: ['id', 'pseudonym', 'email', 'email_confirmed_at', 'role', 'created_at', 'suspended_at'],
    whose: 't.id = me.id',
    key: BY_ID,
  },
  artist_names: { columns: ['place', 'name'], whose: 't.account_id = me.id', key: { place: 'int2' } },
  identities: {
    columns: ['issuer', 'subject', 'profile', 'linked_at', 'seen_at'],
    whose: 't.account_id = me.id',
    key: { issuer: 'text', subject: 'text' },
  },
  sessions: {
    columns: ['id', 'user_agent', 'created_at', 'last_seen_at', 'expires_at'],
    whose: 't.account_id = me.id',
    key: BY_ID,
  },
  sign_in_flows: {
    columns: ['provider', 'expires_at'],
    whose: 't.account_id = me.id',
    key: { handle_hash: 'bytea' },
  },
  one_time_codes: {
    columns: ['id', 'email', 'purpose', 'attempts', 'created_at', 'expires_at', 'used_at'],
    whose: 't.email = me.email',
    key: BY_ID,
  },
  recovery_codes: { columns: ['used_at'], whose: 't.account_id = me.id', key: { code_hash: 'bytea' } },
  second_factors: {
    columns: ['created_at', 'turned_on_at'],
    whose: 't.account_id = me.id',
    key: { account_id: 'uuid' },
  },
  half_sign_ins: {
    columns: ['attempts', 'expires_at'],
    whose: 't.account_id = me.id',
    key: { token_hash: 'bytea' },
  },
  api_keys: {
    columns: [
      'id',
      'name',
      'prefix',
      'scopes',
      'is_strict',
      'checks_per_minute',
      'created_at',
      'last_used_at',
      'expires_at',
      'revoked_at',
    ],
    whose: 't.account_id = me.id',
    key: BY_ID,
  },
  webhooks: {
    columns: ['id', 'url', 'created_at', 'told_size', 'failing_since', 'failures', 'disabled_at', 'attempts'],
    whose: 't.account_id = me.id',
    key: BY_ID,
  },
  claims: {
    columns: [
      'id',
      'kind',
      'expression',
      'subject_digest',
      'capacity',
      'state',
      'assurance',
      'created_at',
      'verified_at',
      'decided_at',
      'decision_reason',
    ],
    whose: 't.account_id = me.id',
    key: BY_ID,
  },
  challenges: {
    columns: [
      'id',
      'claim_id',
      'token',
      'created_at',
      'expires_at',
      'last_checked_at',
      'last_problem',
      'met_at',
    ],
    whose: `t.claim_id IN (${OWN_CLAIMS})`,
    key: BY_ID,
  },
  claim_codes: {
    columns: ['claim_id', 'email', 'guesses', 'expires_at'],
    whose: `t.claim_id IN (${OWN_CLAIMS})`,
    key: { claim_id: 'uuid' },
  },
  proofs: {
    columns: [
      'claim_id',
      'method',
      'token',
      'proven_at',
      'checked_at',
      'due_at',
      'failing_since',
      'last_problem',
    ],
    whose: `t.claim_id IN (${OWN_CLAIMS})`,
    key: { claim_id: 'uuid', method: 'text' },
  },
  evidence: {
    columns: ['id', 'claim_id', 'text', 'link', 'submitted_at'],
    whose: `t.claim_id IN (${OWN_CLAIMS})`,
    key: BY_ID,
  },
  decision_notes: {
    columns: ['note'],
    whose: `t.claim_ids && ARRAY (${OWN_CLAIMS})`,
    key: { event_id: 'uuid' },
  },
  disputes: {
    columns: ['id', 'kind', 'expression', 'cause', 'opened_at', 'closed_at', 'outcome', 'reason'],
    whose: `t.id IN (SELECT dispute_id FROM dispute_claims WHERE claim_id IN (${OWN_CLAIMS}))`,
    key: BY_ID,
  },
  exhibits: {
    columns: ['id', 'dispute_id', 'text', 'link', 'file_name', 'file_sha256', 'file_bytes', 'submitted_at'],
    whose: 't.account_id = me.id',
    key: BY_ID,
  },
  appeals: {
    columns: ['id', 'dispute_id', 'text', 'link', 'made_at', 'decided_at', 'outcome', 'reason'],
    whose: 't.account_id = me.id',
    key: BY_ID,
  },
  statements: {
    columns: [
      'id',
      'log_index',
      'kind',
      'subject_digest',
      'use',
      'preference',
      'capacity',
      'basis',
      'own_works',
      'reserves_rights',
      'stated_at',
      'expires_at',
      'withdrawn_index',
      'superseded_by',
    ],
    whose: 't.account_id = me.id',
    key: { id: 'bytea' },
  },
  openings: {
    columns: ['statement_id', 'salt', 'opening'],
    whose: `t.statement_id IN (${OWN_STATEMENTS})`,
    key: { statement_id: 'bytea' },
  },
  acceptances: {
    columns: ['digest', 'statement_id', 'document', 'taken_at'],
    whose: `t.statement_id IN (${OWN_STATEMENTS})`,
    key: { digest: 'bytea' },
  },
  run_names: {
    columns: ['log_index', 'name', 'salt', 'claim_id', 'hidden_at'],
    whose: 't.account_id = me.id',
    key: { log_index: 'int8' },
  },
  idempotency_keys: {
    columns: ['key', 'statement_ids', 'created_at'],
    whose: 't.account_id = me.id',
    key: { key: 'text' },
  },
  collections: {
    columns: ['id', 'name', 'answer', 'revision', 'created_at'],
    whose: 't.account_id = me.id',
    key: BY_ID,
  },
  collection_works: {
    columns: ['work_id', 'collection_id', 'said', 'revision', 'added_at'],
    whose: `t.work_id IN (${OWN_WORKS})`,
    key: { work_id: 'uuid' },
  },
  works: {
    columns: [
      'id',
      'claim_id',
      'medium',
      'title',
      'sha256',
      'md5',
      'width',
      'height',
      'pdq',
      'pdq_quality',
      'text_hash',
      'sound_items',
      'identifiers',
      'looked_for_at',
      'created_at',
    ],
    whose: 't.account_id = me.id',
    key: BY_ID,
  },
  work_locations: {
    columns: ['work_id', 'place', 'url'],
    whose: `t.work_id IN (${OWN_WORKS})`,
    key: { work_id: 'uuid', place: 'int2' },
  },
  work_wholes: {
    columns: ['work_id', 'orientation', 'hash'],
    whose: `t.work_id IN (${OWN_WORKS})`,
    key: { work_id: 'uuid', orientation: 'text' },
  },
  kept_files: {
    columns: ['id', 'claim_id', 'kind', 'content_type', 'sha256', 'size', 'content', 'added_at'],
    whose: `t.claim_id IN (${OWN_CLAIMS})`,
    key: BY_ID,
    together: 1,
  },
  original_findings: {
    columns: ['id', 'claim_id', 'sha256', 'size', 'finding', 'read_at'],
    whose: `t.claim_id IN (${OWN_CLAIMS})`,
    key: BY_ID,
  },
  match_news: {
    columns: ['mails', 'language', 'feed_since', 'mailed_at', 'told_until'],
    whose: 't.account_id = me.id',
    key: { account_id: 'uuid' },
  },
  work_meanings: {
    columns: ['work_id', 'model', 'revision', 'vector'],
    whose: `t.work_id IN (${OWN_WORKS})`,
    key: { work_id: 'uuid', model: 'text', revision: 'text' },
  },
  work_regions: {
    columns: ['work_id', 'place', 'hash', 'quality', 'left_edge', 'top_edge', 'width', 'height'],
    whose: `t.work_id IN (${OWN_WORKS})`,
    key: { work_id: 'uuid', place: 'int2' },
  },
  work_matches: {
    columns: [
      'id',
      'work_id',
      'canonical',
      'dataset_id',
      'method',
      'distance',
      'score',
      'state',
      'found_at',
      'decided_at',
    ],
    whose: `t.work_id IN (${OWN_WORKS})`,
    key: BY_ID,
  },
  reports: {
    columns: [
      'id',
      'kind',
      'place_kind',
      'expression',
      'text',
      'link',
      'email',
      'made_at',
      'decided_at',
      'outcome',
      'reason',
    ],
    whose: 't.account_id = me.id',
    key: BY_ID,
  },
  organisations: {
    columns: ['id', 'kind', 'name', 'claim_id', 'created_at', 'suspended_at'],
    whose: 't.id IN (SELECT organisation_id FROM organisation_staff WHERE account_id = me.id)',
    key: BY_ID,
  },
  organisation_staff: {
    columns: ['organisation_id', 'role', 'since'],
    whose: 't.account_id = me.id',
    key: { organisation_id: 'uuid' },
  },
  organisation_invitations: {
    columns: ['organisation_id', 'email', 'role', 'invited_at', 'expires_at'],
    whose: 't.email = me.email',
    key: { organisation_id: 'uuid' },
  },
  members: {
    columns: ['id', 'organisation_id', 'reference', 'name', 'email', 'created_at', 'told_at', 'left_at'],
    whose: 't.account_id = me.id',
    key: BY_ID,
  },
  mandates: {
    columns: ['id', 'organisation_id', 'grade', 'granted_at', 'expires_at', 'revoked_at', 'revoked_by'],
    whose: 't.principal_id = me.id',
    key: BY_ID,
  },
  proposals: {
    columns: ['id', 'action', 'target', 'input', 'proposed_at'],
    whose: 't.proposed_by = me.id',
    key: BY_ID,
  },
  case_holds: { columns: ['item', 'held_until'], whose: 't.held_by = me.id', key: { item: 'text' } },
  case_notes: { columns: ['id', 'item', 'text', 'written_at'], whose: 't.author_id = me.id', key: BY_ID },
};
