/** The log's own tables: what of them cannot be made again from the leaves is backed up apart. */
export const LOG_TABLES = [
  'log_entries',
  'log_references',
  'log_tiles',
  'log_checkpoints',
  'log_cosignatures',
] as const;

/** What was ingested, and can be again. */
export const CATALOGUE_TABLES = [
  'datasets',
  'ingestions',
  'unmet_rows',
  'embedding_models',
  'dataset_embeddings',
  'dataset_fingerprints',
  'entries',
  'embeddings',
  'fingerprints',
  'fingerprint_regions',
] as const;

/**
 * What is forgotten within hours, as docs/privacy.md promises: a backup would keep it for as long as the backup is kept. And who
 * is signed in: a backup would bring back who has been signed out since. Codes that were mailed are asked for again.
 */
export const PASSING_TABLES = [
  'one_time_codes',
  'claim_codes',
  'sign_in_flows',
  'half_sign_ins',
  'attempt_windows',
  'sessions',
] as const;

/** Which rows of a table are backed up. A dataset that is being filled for the first time is nobody's yet: its load goes on, or begins anew. */
export const BACKED_UP_ROWS: Readonly<Record<string, string>> = {
  datasets: 'is_open',
  ingestions: 'dataset_id IN (SELECT id FROM datasets WHERE is_open)',
  unmet_rows: 'dataset_id IN (SELECT id FROM datasets WHERE is_open)',
  dataset_embeddings: 'dataset_id IN (SELECT id FROM datasets WHERE is_open)',
  dataset_fingerprints: 'dataset_id IN (SELECT id FROM datasets WHERE is_open)',
};
