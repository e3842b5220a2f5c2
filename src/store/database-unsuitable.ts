export type UnsuitableCode =
  | 'UNREACHABLE'
  | 'SERVER_TOO_OLD'
  | 'NOT_UTF8'
  | 'PGVECTOR_MISSING'
  | 'PGVECTOR_TOO_OLD'
  | 'NEWER_THAN_CODE'
  | 'DAMAGED';

/** The database cannot hold the registry as it is. The message says what to do. */
export class DatabaseUnsuitable extends Error {
  override readonly name = 'DatabaseUnsuitable';

  constructor(
    readonly code: UnsuitableCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
