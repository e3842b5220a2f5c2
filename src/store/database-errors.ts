import { QueryFailedError } from 'typeorm';
import { NoRoom } from '../app/ports/no-room.js';
import { UniqueViolation } from '../app/ports/registry-store.js';

/** Every connection was taken for as long as a caller may wait. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';

  constructor(options?: ErrorOptions) {
    super(
      'No database session came free in time. A transaction is running for too long, or a query was made beside an ' +
        'open transaction and both wait for each other: inside transact() use the stores it passes in.',
      options,
    );
  }
}

/** Code inside a transaction reached for the stores outside it. */
export class QueryBesideTransaction extends Error {
  override readonly name = 'QueryBesideTransaction';

  constructor() {
    super(
      'A query was made beside the open transaction. Inside transact() use the stores it passes in: the embedded ' +
        'database has one session, and on a server the query would not see what the transaction wrote.',
    );
  }
}

/** The database refused a statement. Its parameters are left out: they may be personal, and errors are logged. */
export class StatementFailed extends Error {
  override readonly name = 'StatementFailed';

  constructor(
    /** Five characters of SQLSTATE, where the database gave one. */
    readonly sqlState: string | undefined,
    message: string,
    readonly statement: string,
  ) {
    super(message);
  }
}

const UNIQUE_VIOLATION = '23505';
const DISK_FULL = '53100';
const QUERY_CANCELED = '57014';
const POOL_WAIT_EXCEEDED = 'timeout exceeded when trying to connect';

/** Whether the database ended a statement before its end, as it does with one that runs for too long. */
export function isStatementCancelled(error: unknown): boolean {
  const state =
    error instanceof StatementFailed ? error.sqlState : (error as { code?: unknown } | null)?.code;
  return state === QUERY_CANCELED;
}

/** What the ports promise for what the database said; anything else is passed on as it is. */
export function portError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === UNIQUE_VIOLATION && 'constraint' in error) {
    return new UniqueViolation(String(error.constraint));
  }
  if (error instanceof QueryFailedError) {
    const failed = new StatementFailed(code, error.message, error.query);
    return code === DISK_FULL ? new NoRoom({ cause: failed }) : failed;
  }
  return error.message === POOL_WAIT_EXCEEDED ? new StoreBusy({ cause: error }) : error;
}
