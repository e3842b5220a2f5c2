/** Every table from which an erasure deletes, or in which it leaves a row without what it held. */
export const ERASED_TABLES = [
  'accounts',
  'api_keys',
  'challenges',
  'claim_codes',
  'claims',
  'decision_notes',
  'disputes',
  'evidence',
  'idempotency_keys',
  'one_time_codes',
  'openings',
  'proofs',
  'recovery_codes',
  'sessions',
  'statements',
] as const;
