import { FetchRefused } from '../../src/fetch/fetch-refused.js';

/** The refusal that `request` ends in; throws when it succeeds or fails with anything else. */
export async function refusalOf(request: Promise<unknown>): Promise<FetchRefused> {
  try {
    await request;
  } catch (error) {
    if (error instanceof FetchRefused) return error;
    throw error;
  }
  throw new Error('The request was answered, not refused.');
}
