/** Tables with one partition a dataset. */
export const PARTITIONED_TABLES = ['entries', 'embeddings', 'fingerprints', 'fingerprint_regions'] as const;

export type Partitioned = (typeof PARTITIONED_TABLES)[number];
