import { UniqueViolation } from './ports/registry-store.js';

const MAX_ATTEMPTS = 10;

/**
 * Runs a whole transaction again when another one took the same row first: the second time it sees what the other did. A
 * conflict that does not pass is a bug, and comes out.
 */
export async function retryConflicts<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (!(error instanceof UniqueViolation) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}
