import { UniqueViolation } from './ports/registry-store.js';

/** What a transaction looked at was changed by another one before it held the log's tail. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
}

const MAX_ATTEMPTS = 10;

/**
 * Runs a whole transaction again when another one took the same row first, or changed what it rests on: the second time
 * it sees what the other did. A conflict that does not pass is a bug, and comes out.
 */
export async function retryConflicts<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      const isConflict = error instanceof UniqueViolation || error instanceof ChangedMeanwhile;
      if (!isConflict || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}
